import type { IntegerRange, KeyConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { longestValue } from './domain.ts';

/** The most readable of some values: one that is not empty, then the shortest, then the first by unit. */
function readable(values: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const value of values) {
    if (best === undefined || isMoreReadable(value, best)) best = value;
  }
  return best;
}

function isMoreReadable(value: string, than: string): boolean {
  if ((value === '') !== (than === '')) return than === '';
  return value.length === than.length ? value < than : value.length < than.length;
}

/** `a`, `b`, … `z`, `aa`, …: short words, in order. */
function word(index: number): string {
  const letter = String.fromCharCode(0x61 + (index % 26));
  return index < 26 ? letter : word(Math.floor(index / 26) - 1) + letter;
}

/** The shortest made-up word that is not listed: a value, and no integer. */
export function unlistedWord(values: readonly string[]): string {
  const listed = new Set(values);
  for (let index = 0; ; index++) {
    const made = word(index);
    if (!listed.has(made)) return made;
  }
}

/**
 * The first spelling that is not listed of an integer within a range: without leading zeros if that is possible, of the
 * least integers first. Something in the range is not listed, so this ends after at most as many as are.
 */
function unlistedInteger(values: readonly string[], { min, max }: IntegerRange, longest: number): string {
  const listed = new Set(values);
  for (let zeros = ''; ; zeros += '0') {
    for (let integer = min; integer <= max && integer - min <= BigInt(listed.size); integer += 1n) {
      const spelling = zeros + String(integer);
      if (!listed.has(spelling) && spelling.length <= longest) return spelling;
    }
  }
}

/**
 * A value that satisfies a constraint, in its valid form and not `none`, to show to people: one that is offered
 * if any of these satisfies it, the most readable; otherwise one that is made up, and short.
 *
 * @param offered values that people know, such as those the selectors list
 * @complexity O(values, and those offered); where whole integers are excluded in all their spellings, times the number of these.
 */
export function witnessValue({ key, present }: KeyConstraint, offered: readonly string[]): string {
  if (present.kind === 'none') throw new RangeError('no value satisfies the constraint');
  if (present.kind === 'one-of') return readable(present.values) as string;
  const known = readable(offered.filter(valueTest(present)));
  if (known !== undefined) return known;
  const { range, values } = present;
  return range === undefined ? unlistedWord(values) : unlistedInteger(values, range, longestValue(key));
}
