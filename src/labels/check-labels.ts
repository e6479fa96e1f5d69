import { type Diagnostic, frozenDiagnostics } from '../text/diagnostic.ts';
import { fieldPath } from '../text/object-path.ts';
import { checkLabelKey } from './key.ts';
import { type Labels, labelEntries } from './labels.ts';
import { checkLabelValue } from './value.ts';

/**
 * Every rule that a label set breaks, in the order of its keys, of each pair the key first.
 *
 * @param labels a plain object or a Map; its keys and values may be any strings
 * @returns `[]` when every key and value is valid; `path` is where the pair stands in the label set, `app` or
 * `["app.kubernetes.io/name"]`; there are no spans, since there is no text
 * @complexity O(length of all keys and values).
 * @throws TypeError where `labels` is no label set at all, or a value is no string
 */
export function checkLabels(labels: Labels): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [key, value] of labelEntries(labels)) {
    const path = fieldPath('', key);
    for (const { code, message } of [...checkLabelKey(key), ...checkLabelValue(value)]) {
      found.push({ code, message, path });
    }
  }
  return frozenDiagnostics(found);
}
