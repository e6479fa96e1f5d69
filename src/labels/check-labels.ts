import type { Diagnostic } from '../text/diagnostic.ts';
import { quote } from '../text/quote.ts';
import { checkLabelKey } from './key.ts';
import type { Labels } from './labels.ts';
import { labelEntries } from './labels.ts';
import { checkLabelValue } from './value.ts';

/**
 * Every rule that a label set breaks, keys before values, in the order of its keys.
 *
 * @returns `[]` when every key and value is valid; `path` is the key the mistake is at, spans are offsets into that
 * key or its value
 * @throws TypeError where `labels` is no label set at all (not an object or Map, or a value that is no string)
 */
export function checkLabels(labels: Labels): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [key, value] of labelEntries(labels)) {
    for (const d of checkLabelKey(key)) found.push({ ...d, path: quotePath(key) });
    for (const d of checkLabelValue(value)) found.push({ ...d, path: quotePath(key) });
  }
  return found;
}

function quotePath(key: string): string {
  return `[${quote(key)}]`;
}
