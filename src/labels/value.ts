import { type Diagnostic, frozenDiagnostics, NO_DIAGNOSTICS } from '../text/diagnostic.ts';
import { kindOf } from '../text/kind-of.ts';
import { quote } from '../text/quote.ts';
import { utf8Length } from './bytes.ts';
import { MAX_NAME_BYTES } from './limits.ts';
import { nameMistake } from './name.ts';
import { CLASSES, valueEnd } from './word-states.ts';

/**
 * Whether a text is a valid label value (apimachinery `validation.IsValidLabelValue`): empty, or a name.
 *
 * @complexity O(length), no allocation.
 */
export function isLabelValue(text: string): boolean {
  return valueEnd(text, 0, CLASSES) === text.length;
}

/**
 * Every rule of label values that `value` breaks, length first (apimachinery `validation.IsValidLabelValue`).
 *
 * @param value any string; `""` is a valid value
 * @returns `[]` for a valid value; spans are UTF-16 offsets into `value`
 * @complexity O(length).
 * @throws TypeError where `value` is no string
 */
export function checkLabelValue(value: string): readonly Diagnostic[] {
  if (typeof value !== 'string') throw new TypeError(`a label value must be a string, not ${kindOf(value)}`);
  if (isLabelValue(value)) return NO_DIAGNOSTICS;
  const found: Diagnostic[] = [];
  const bytes = utf8Length(value);
  if (bytes > MAX_NAME_BYTES) {
    found.push({
      code: 'value-too-long',
      message: `a value is at most ${MAX_NAME_BYTES} bytes long; this one has ${bytes}`,
      span: { start: 0, end: value.length },
    });
  }
  const mistake = nameMistake(value);
  if (mistake !== undefined) {
    found.push({
      code: 'value-invalid',
      message: `${quote(value)} is not a label value: ${mistake.what}; a value is empty, or letters, digits, "-", "_" and ".", with a letter or digit at both ends`,
      span: { start: mistake.start, end: mistake.end },
    });
  }
  return frozenDiagnostics(found);
}
