import type { Operator, Requirement } from '../../index.ts';
import { noneOf, oneOf } from './listed-values.ts';

/** What a requirement asks of the value, apart from bounds and exclusions, which several requirements share. */
const WANTED: { readonly [O in Operator]?: (values: readonly string[]) => string } = {
  '=': oneOf,
  '==': oneOf,
  in: oneOf,
  exists: () => 'present',
  '!': () => 'absent',
};

/** The values that some requirements exclude, in order and each once. */
export function excludedValues(requirements: readonly Requirement[]): readonly string[] {
  const excluding = requirements.filter(({ operator }) => operator === '!=' || operator === 'notin');
  return [...new Set(excluding.flatMap(({ values }) => values))].sort();
}

/** The range that some requirements ask for, `an integer above 5 and below 8`; empty where they ask for none. */
function rangeText(requirements: readonly Requirement[]): string {
  const bounds = requirements.flatMap(({ operator, values }) => {
    if (operator === 'gt') return [`above ${values.join()}`];
    return operator === 'lt' ? [`below ${values.join()}`] : [];
  });
  return bounds.length === 0 ? '' : `an integer ${bounds.join(' and ')}`;
}

function joined(wanted: readonly string[]): string {
  // "a" or "b" and "c" or "d" would be read wrong without a comma.
  return wanted.join(wanted.some((text) => / (?:or|and) |, /.test(text)) ? ', and ' : ' and ');
}

const BEGINNING = 'must be ';

/**
 * What requirements on one key demand of its value: `must be "web"`, `must not be "a"`,
 * `must be an integer above 5 and below 8, but not "7"`.
 */
export function demandOf(requirements: readonly Requirement[]): string {
  const excluded = excludedValues(requirements);
  const wanted = requirements.flatMap(({ operator, values }) => WANTED[operator]?.(values) ?? []);
  const range = rangeText(requirements);
  if (range !== '') wanted.push(range);
  if (wanted.length > 0) {
    return `${BEGINNING}${joined(wanted)}${excluded.length === 0 ? '' : `, but ${noneOf(excluded)}`}`;
  }
  return excluded.length === 1 ? `must not be ${oneOf(excluded)}` : `${BEGINNING}${noneOf(excluded)}`;
}

/** A demand that follows another one in a sentence: words that both begin with are not said again. */
export function demandAfter(first: string, second: string): string {
  return first.startsWith(BEGINNING) && second.startsWith(BEGINNING)
    ? second.slice(BEGINNING.length)
    : second;
}
