import fc, { type Arbitrary } from 'fast-check';
import type { NaiveAlternatives } from '../oracle/naive-index.ts';
import type { NaiveOperator, NaiveRequirement } from '../oracle/naive-requirement.ts';
import { requirements } from './language.ts';

/** A key, and all that is ever said of it. */
export interface Vocabulary {
  readonly key: string;
  readonly values: readonly string[];
  readonly lists: readonly (readonly string[])[];
  readonly bounds: readonly string[];
}

const NO_VALUE: readonly NaiveOperator[] = ['exists', '!'];
const ONE_VALUE: readonly NaiveOperator[] = ['=', '==', '!='];
const LISTS: readonly NaiveOperator[] = ['in', 'notin'];
const BOUNDS: readonly NaiveOperator[] = ['gt', 'lt'];

/** Every requirement that a vocabulary has words for, of all operators. */
export function everyRequirement({ key, values, lists, bounds }: Vocabulary): NaiveRequirement[] {
  const say = (operators: readonly NaiveOperator[], several: readonly (readonly string[])[]) =>
    operators.flatMap((operator) => several.map((list) => ({ key, operator, values: list })));
  const each = (several: readonly string[]) => several.map((value) => [value]);
  return [
    ...say(NO_VALUE, [[]]),
    ...say(ONE_VALUE, each(values)),
    ...say(LISTS, [...each(values), ...lists]),
    ...say(BOUNDS, each(bounds)),
  ];
}

/** Random conjunctions of some requirements, mostly of few. */
function conjunctionsOf(all: Arbitrary<NaiveRequirement>, most: number): Arbitrary<NaiveRequirement[]> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.array(all, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(all, { maxLength: most, size: 'max' }) },
  );
}

/** Parts of a conjunction that together are the whole: by what holds of some further requirements, and what does not. */
function splits(whole: NaiveRequirement[], by: readonly NaiveRequirement[]): NaiveRequirement[][] {
  const [first, ...rest] = by;
  if (first === undefined) return [whole];
  const [positive, negative] = [first, negationOf(first)];
  if (negative === undefined) return splits(whole, rest);
  // The first part is left whole and the other one split further: otherwise they would soon be too many.
  return [[...whole, positive], ...splits([...whole, negative], rest)];
}

const LARGEST = 2n ** 63n - 1n;

const NEGATIONS: Partial<Record<NaiveOperator, NaiveOperator>> = {
  exists: '!',
  '!': 'exists',
  '=': '!=',
  '==': '!=',
  '!=': '=',
  in: 'notin',
  notin: 'in',
};

/** What holds where a requirement does not; of bounds, among integers. */
function negationOf({ key, operator, values }: NaiveRequirement): NaiveRequirement | undefined {
  const negated = NEGATIONS[operator];
  if (negated !== undefined) return { key, operator: negated, values };
  const other = BigInt(values[0] ?? '0') + (operator === 'gt' ? 1n : -1n);
  if (other < 0n || other > LARGEST) return undefined;
  return { key, operator: operator === 'gt' ? 'lt' : 'gt', values: [String(other)] };
}

/** Alternatives that together are what one conjunction is, with parts that overlap, or nearly so: a part missing, or changed. */
function coverings(
  whole: Arbitrary<NaiveRequirement[]>,
  all: Arbitrary<NaiveRequirement>,
): Arbitrary<[NaiveRequirement[], NaiveRequirement[][]]> {
  const by = fc.array(all, { minLength: 1, maxLength: 4 });
  const dropped = fc.option(fc.tuple(fc.nat(9), fc.nat(9)), { freq: 3, nil: undefined });
  const left = fc.option(fc.nat(9), { freq: 2, nil: undefined });
  return fc.tuple(whole, by, dropped, left).map(([conjunction, several, requirement, part]) => {
    const parts = splits(conjunction, several).map((one, at) =>
      requirement?.[0] === at ? one.filter((_, index) => index !== requirement[1]) : one,
    );
    return [conjunction, parts.filter((_, at) => at !== part)];
  });
}

/** Random selectors of some requirements: mostly of one alternative, some of several, Everything and Nothing too. */
export function selectorsOf(all: Arbitrary<NaiveRequirement>): Arbitrary<NaiveAlternatives> {
  const one = conjunctionsOf(all, 5);
  return fc.oneof(
    { weight: 12, arbitrary: one.map((conjunction) => [conjunction]) },
    { weight: 6, arbitrary: fc.array(one, { minLength: 2, maxLength: 4 }) },
    { weight: 3, arbitrary: coverings(fc.array(all, { maxLength: 2 }), all).map(([, parts]) => parts) },
    { weight: 1, arbitrary: fc.constantFrom<NaiveAlternatives>([], [[]]) },
  );
}

/** A selector, and alternatives that often contain it together and none of them alone. */
export function coveredSelectors(
  all: Arbitrary<NaiveRequirement>,
): Arbitrary<[NaiveAlternatives, NaiveAlternatives]> {
  return coverings(fc.array(all, { maxLength: 3 }), all).map(([whole, parts]) => [[whole], parts]);
}

/**
 * Two selectors of so many alternatives that these are not all held against each other: random ones, one that has most
 * alternatives of the other, and two that a key keeps apart.
 */
export function crowdedPairs(
  all: Arbitrary<NaiveRequirement>,
  key: string,
): Arbitrary<[NaiveAlternatives, NaiveAlternatives]> {
  const crowd = fc.array(fc.array(all, { minLength: 1, maxLength: 4 }), { minLength: 34, maxLength: 44 });
  const each = (alternatives: NaiveAlternatives, operator: NaiveOperator) =>
    alternatives.map((one) => [...one, { key, operator, values: [] }]);
  return fc
    .tuple(crowd, crowd, fc.constantFrom('random', 'part', 'apart'), fc.integer({ min: 1, max: 9 }))
    .map(([one, other, how, at]) => {
      if (how === 'part') return [one.slice(at).toReversed(), one];
      return how === 'apart' ? [each(one, 'exists'), each(other, '!')] : [one, other];
    });
}

/** The requirements of the language on so few keys that they meet. */
export function requirementsOn(...keys: readonly string[]): Arbitrary<NaiveRequirement> {
  return fc.tuple(fc.constantFrom(...keys), requirements).map(([key, one]) => ({ ...one, key }));
}

/** Selectors that have to do with each other: some of them are others with something more, or with something less. */
export function relatedSelectors(
  all: Arbitrary<NaiveRequirement>,
  most: number,
): Arbitrary<NaiveAlternatives[]> {
  const change = fc.tuple(fc.nat(most), fc.constantFrom('narrow', 'drop', 'widen'), all, fc.nat(5));
  return fc
    .tuple(
      fc.array(selectorsOf(all), { minLength: 1, maxLength: 3 }),
      fc.array(change, { minLength: most - 3, maxLength: most - 3 }),
    )
    .map(([selectors, changes]) => {
      const related = [...selectors];
      for (const [from, how, requirement, at] of changes) {
        const old = related[from % related.length] ?? [];
        if (how === 'narrow') related.push(old.map((one) => [...one, requirement]));
        else if (how === 'drop') related.push(old.map((one) => one.filter((_, index) => index !== at)));
        else related.push([...old, [requirement]]);
      }
      return related;
    });
}
