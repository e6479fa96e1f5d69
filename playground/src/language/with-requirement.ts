import type { Span } from 'labelwise';
import type { WrittenRequirement } from './written-requirements.ts';

/** A change of a text: what takes the place of a part of it. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Whether a requirement lets a key have a value, among others or alone: `=`, `==` and `in` do. */
function admits({ operator }: WrittenRequirement): boolean {
  return operator?.text === '=' || operator?.text === '==' || operator?.text === 'in';
}

function excludes({ operator }: WrittenRequirement): boolean {
  return operator?.text === '!=' || operator?.text === 'notin';
}

function valuesOf({ values }: WrittenRequirement): string[] {
  return values.length === 0 ? [''] : values.map(({ text }) => text);
}

function printed(key: string, values: readonly string[], isWanted: boolean): string {
  const [only = '', ...others] = values;
  if (others.length === 0) return `${key}${isWanted ? '=' : '!='}${only}`;
  return `${key} ${isWanted ? 'in' : 'notin'} (${values.join(', ')})`;
}

/** The edit that leaves a requirement out, with one comma beside it. */
function without(requirements: readonly WrittenRequirement[], at: number): TextEdit {
  const own = requirements[at];
  const next = requirements[at + 1];
  const previous = requirements[at - 1];
  if (own === undefined) return { span: { start: 0, end: 0 }, text: '' };
  if (next !== undefined) return { span: { start: own.span.start, end: next.span.start }, text: '' };
  return { span: { start: previous?.span.end ?? own.span.start, end: own.span.end }, text: '' };
}

function appended(text: string, requirement: string): TextEdit {
  const end = text.trimEnd().length;
  const isFirst = end === 0;
  return {
    span: { start: isFirst ? 0 : end, end: text.length },
    text: `${isFirst ? '' : ', '}${requirement}`,
  };
}

/**
 * The edit that makes a selector ask for a value of a key, or take that back where it asks for it already; or that
 * excludes the value. What is written otherwise stays as it is.
 *
 * @param requirements of the text, which has no mistakes
 * @param isWanted whether the value is asked for, and not excluded
 */
export function toggledValue(
  text: string,
  requirements: readonly WrittenRequirement[],
  key: string,
  value: string,
  isWanted: boolean,
): TextEdit {
  const at = requirements.findIndex(
    (one) => one.key?.text === key && (isWanted ? admits(one) : excludes(one)),
  );
  const own = requirements[at];
  if (own === undefined) return appended(text, printed(key, [value], isWanted));
  const values = valuesOf(own);
  const left = values.filter((one) => one !== value);
  if (left.length === 0) return without(requirements, at);
  const wanted = left.length < values.length ? left : [...values, value];
  return { span: own.span, text: printed(key, wanted, isWanted) };
}

/** Whether a selector asks for a value of a key, or excludes it, in a requirement that says so. */
export function valueState(
  requirements: readonly WrittenRequirement[],
  key: string,
  value: string,
): 'wanted' | 'excluded' | undefined {
  const speaks = (one: WrittenRequirement): boolean => one.key?.text === key && valuesOf(one).includes(value);
  if (requirements.some((one) => admits(one) && speaks(one))) return 'wanted';
  return requirements.some((one) => excludes(one) && speaks(one)) ? 'excluded' : undefined;
}

/** The edit that makes a selector ask for a key, or take that back. */
export function toggledKey(text: string, requirements: readonly WrittenRequirement[], key: string): TextEdit {
  const at = requirements.findIndex((one) => one.key?.text === key && one.operator === undefined);
  return at === -1 ? appended(text, key) : without(requirements, at);
}

/** A text with an edit made. */
export function edited(text: string, { span, text: replacement }: TextEdit): string {
  return text.slice(0, span.start) + replacement + text.slice(span.end);
}
