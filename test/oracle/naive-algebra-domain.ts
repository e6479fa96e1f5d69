import { naiveInt64 } from './naive-int64.ts';
import type { NaiveRequirement } from './naive-requirement.ts';
import type { NaiveChoice } from './naive-universe.ts';
import { naiveKeyIsValid, naiveValueIsValid } from './naive-validity.ts';

/** The key that stands for the name of a node, which may be a name of DNS as well. */
const NODE_NAME = 'metadata.name';

const LARGEST = 2n ** 63n - 1n;

/** Whether a valid object may have this label. A prefix of a key is a name of DNS, so the rule of keys tells these. */
export function naiveIsValidLabel(key: string, value: string): boolean {
  if (!naiveKeyIsValid(key)) return false;
  return naiveValueIsValid(value) || (key === NODE_NAME && naiveKeyIsValid(`${value}/a`));
}

/** Every valid way to write an integer that is not negative: valid values have no sign, and only so much room for zeros. */
export function naiveSpellings(key: string, number: bigint): string[] {
  const spellings: string[] = [];
  for (let text = String(number); naiveIsValidLabel(key, text); text = `0${text}`) spellings.push(text);
  return spellings;
}

/** The spellings of the integers from `first` to `last`, one after another. */
function* spellingsBetween(key: string, first: bigint, last: bigint): Generator<string> {
  for (let number = first; number <= last; number++) yield* naiveSpellings(key, number);
}

function* words(): Generator<string> {
  for (let at = 0; ; at++) yield `unsaid${at}`;
}

/** The first few of `texts` that nobody mentions, or as many as there are. */
function unmentioned(texts: Iterable<string>, mentioned: ReadonlySet<string>, few: number): string[] {
  const found: string[] = [];
  for (const text of texts) {
    if (found.length === few) break;
    if (!mentioned.has(text)) found.push(text);
  }
  return found;
}

/**
 * What a label of a valid object may be, as far as the requirements can tell: together these stand for all there is.
 *
 * A requirement asks of a value only whether it is there, whether it is on a list, and on which side of a bound it is, if it
 * is an int64. So every value that is listed somewhere is a choice of its own; and of what nobody lists, two values are told
 * apart only by being integers or not, and by a bound between them. The bounds part the integers from 0 to 2^63-1 (no valid
 * value has a sign) into the bounds themselves and what lies between two of them, and one spelling that nobody lists stands
 * for all others of such a part. A part all of whose spellings are listed has none: there are only so many, and that is
 * what makes `x>4,x<6` a finite set. They are tried one by one, which ends, since lists do. Of what is no int64, one word
 * stands for all: there are more valid words than any list has.
 *
 * @param few how many stand for what nobody lists, where there are as many; one is enough to ask whether there is any
 */
export function naiveDomain(
  requirements: readonly NaiveRequirement[],
  key: string,
  few = 1,
): readonly NaiveChoice[] {
  if (!naiveKeyIsValid(key)) return [undefined];
  const own = requirements.filter((requirement) => requirement.key === key);
  const mentioned = new Set(own.flatMap(({ values }) => values));
  const valid = [...mentioned].filter((value) => naiveIsValidLabel(key, value));
  const choices = new Set<NaiveChoice>([undefined, '', ...valid, ...unmentioned(words(), mentioned, few)]);
  for (const [first, last] of partsOf(own)) {
    for (const text of unmentioned(spellingsBetween(key, first, last), mentioned, few)) choices.add(text);
  }
  return [...choices];
}

/** The integers a valid value can have, parted by the bounds of the requirements: first and last of each part. */
function partsOf(requirements: readonly NaiveRequirement[]): [bigint, bigint][] {
  const bounds = requirements
    .filter(({ operator }) => operator === 'gt' || operator === 'lt')
    .map(({ values }) => naiveInt64(values[0] ?? '') ?? -1n)
    .filter((bound) => bound >= 0n);
  const starts = [...new Set([0n, ...bounds.flatMap((bound) => [bound, bound + 1n])])]
    .filter((start) => start <= LARGEST)
    .sort((a, b) => (a < b ? -1 : 1));
  return starts.map((start, at) => [start, (starts[at + 1] ?? LARGEST + 1n) - 1n]);
}
