import type { KeyStatistics } from '../../index.ts';
import type { Console } from '../output/console.ts';
import { counted } from '../output/counted.ts';
import { printable } from '../output/printable.ts';
import { nearKeyTest } from './near-key.ts';
import { noneOf } from './none-selected.ts';

/** Hints at most, and keys that are named when there is nothing to hint at: those of most objects. */
const HINTS = 3;
const NAMED = 6;

/**
 * Says that no object has a key, and which one may have been meant, or which there are.
 *
 * @param keys all that the objects have, those of most objects first
 * @param objects how many objects there are
 */
export function tellUnknownKey(
  key: string,
  keys: readonly KeyStatistics[],
  objects: number,
  console: Console,
): void {
  console.tell(`${noneOf(objects)} has a label "${printable(key)}"`);
  const isNear = nearKeyTest(key);
  const near = keys.filter((one) => isNear(one.key)).slice(0, HINTS);
  for (const one of near) {
    const who = counted(one.objects, 'object has', 'objects have');
    console.tell(`  ${console.errorStyle.yellow('hint:')} ${who} a label "${printable(one.key)}"`);
  }
  if (near.length === 0) {
    const named = keys.slice(0, NAMED).map((one) => printable(one.key));
    console.tell(`  keys: ${named.join(', ')}${keys.length > NAMED ? ', …' : ''}`);
  }
}
