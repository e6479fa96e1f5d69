import { keptRegistryOf, ownPodsKey } from '../../reading.ts';
import type { LintConfig } from '../lint/config.ts';
import type { Console } from '../output/console.ts';
import { counted } from '../output/counted.ts';
import { printable } from '../output/printable.ts';
import { claimantText, claimPlace, claimText } from '../output/who.ts';
import type { Asked } from './asked.ts';
import type { Found, Held } from './selectors-of.ts';

/** As many are listed as leave the answer in sight. */
const LISTED = 5;

/** The selector of a controller that selects pods which may not be its own. */
interface Apart {
  readonly held: Held;
  /** The label that its own pods have besides. */
  readonly key: string;
}

/** What is found, and what of it is not certain since a controller knows its pods by a label of its own. */
export interface FoundApart {
  /** Without what is apart. */
  readonly found: Found;
  readonly apart: readonly Apart[];
}

/** Whether what is asked about is the pods of the object that makes a claim. */
function isOwn(
  { kept: { by }, asked: { subject } }: Held,
  { object, subjects }: Asked,
  key: string,
): boolean {
  const [{ subject: itself }] = subjects;
  const isItself =
    object?.name === by.name &&
    itself.apiVersion === by.apiVersion &&
    itself.kind === by.kind &&
    itself.namespace === by.namespace;
  return isItself || subject.labels.get(key) === by.name;
}

/** Tells claims apart by which controllers take no pods of others. Complexity: O(claims that select). */
export function apartFrom(found: Found, asked: Asked, { kinds }: Pick<LintConfig, 'kinds'>): FoundApart {
  const registry = keptRegistryOf(kinds, 'kinds');
  const apart: Apart[] = [];
  const selecting = found.selecting.filter((held) => {
    const { claim, by } = held.kept;
    const key = ownPodsKey(claim, by, registry);
    if (key === undefined || isOwn(held, asked, key)) return true;
    apart.push({ held, key });
    return false;
  });
  return { found: { ...found, selecting }, apart };
}

/** Says which selectors select pods that may not be those of their object, and by which labels that is told. */
export function tellApart({ found, apart }: FoundApart, console: Console): void {
  const isMore = found.selecting.length > 0;
  const keys = [...new Set(apart.map(({ key }) => printable(key)))].join(', ');
  if (apart.length === 0) return;
  const selectors = counted(apart.length, isMore ? 'more selector' : 'selector');
  console.tell(
    `${selectors} may select the ${printable(apart[0]?.held.asked.noun ?? '')}: it depends on ${keys}, which the controller gives to its own pods, with its name`,
  );
  for (const { held } of apart.slice(0, LISTED)) {
    console.tell(`  ${claimantText(held.kept.by)} ${claimText(held.kept)} (${claimPlace(held)})`);
  }
  if (apart.length > LISTED) console.note(`  … and ${apart.length - LISTED} more`);
}
