import fc, { type Arbitrary } from 'fast-check';
import { anyOf, parseSelector, type Selector } from '../../src/index.ts';
import { naiveFormat } from '../oracle/naive-format.ts';
import type { NaiveAlternatives } from '../oracle/naive-index.ts';
import type { NaiveRequirement } from '../oracle/naive-requirement.ts';
import { type Entries, labelSetsFor, labelSetsNear } from './label-sets.ts';
import { bounds, conjunctions, values } from './language.ts';

/** Keys that no selector text has; label sets have them. */
const UNWRITABLE: readonly string[] = ['__proto__', ''];

const keys: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c') },
  { weight: 2, arbitrary: fc.constantFrom('constructor', 'toString', 'length', 'x/a') },
  { weight: 1, arbitrary: fc.constantFrom(...UNWRITABLE) },
);

/** More values than any small list has. */
const MANY: readonly string[] = Array.from({ length: 100 }, (_, at) => `v${at}`);

const few = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', 'b', 'c', '1', '2', '02') },
  { weight: 1, arbitrary: fc.constantFrom(...MANY.slice(0, 6)) },
  { weight: 1, arbitrary: values },
);
const fewValues = fc.uniqueArray(few, { minLength: 1, maxLength: 4 });
const manyValues = fc
  .tuple(fc.nat(20), fc.integer({ min: 41, max: 80 }), fewValues)
  .map(([from, size, others]) => [...new Set([...MANY.slice(from, from + size), ...others])]);

/** Requirements on one key, of one form. */
function formOn(key: string): Arbitrary<NaiveRequirement[]> {
  const one = (operator: NaiveRequirement['operator'], list: Arbitrary<string[]>) =>
    list.map((several): NaiveRequirement[] => [{ key, operator, values: several }]);
  const single = few.map((value) => [value]);
  const bound = bounds.map((value) => [value]);
  const none = fc.constant<string[]>([]);
  const together = (...forms: Arbitrary<NaiveRequirement[]>[]) =>
    fc.tuple(...forms).map((several) => several.flat());
  const range = fc
    .tuple(fc.nat(9), fc.integer({ min: -1, max: 6 }))
    .map(([from, size]): NaiveRequirement[] => [
      { key, operator: 'gt', values: [String(from)] },
      { key, operator: 'lt', values: [String(Math.max(0, from + size))] },
    ]);
  return fc.oneof(
    { weight: 6, arbitrary: one('=', single) },
    { weight: 4, arbitrary: one('in', fewValues) },
    { weight: 2, arbitrary: one('in', manyValues) },
    { weight: 2, arbitrary: one('notin', fewValues) },
    { weight: 1, arbitrary: one('notin', manyValues) },
    { weight: 1, arbitrary: one('!=', single) },
    { weight: 3, arbitrary: one('exists', none) },
    { weight: 2, arbitrary: one('!', none) },
    { weight: 2, arbitrary: one('gt', bound) },
    { weight: 2, arbitrary: one('lt', bound) },
    { weight: 2, arbitrary: range },
    // Exceptions to a range and to any value, a range of a list, a list without some of its values.
    { weight: 1, arbitrary: together(range, one('notin', fewValues)) },
    { weight: 1, arbitrary: together(one('gt', bound), one('notin', fewValues)) },
    { weight: 3, arbitrary: together(one('exists', none), one('notin', fewValues)) },
    { weight: 1, arbitrary: together(one('exists', none), one('notin', manyValues)) },
    { weight: 1, arbitrary: together(one('in', fewValues), one('gt', bound)) },
    { weight: 1, arbitrary: together(one('in', manyValues), one('notin', fewValues)) },
    { weight: 1, arbitrary: together(one('in', manyValues), one('in', manyValues)) },
    // Contradictions, some of them.
    { weight: 1, arbitrary: together(one('=', single), one('=', single)) },
    { weight: 1, arbitrary: together(one('exists', none), one('!', none)) },
    { weight: 1, arbitrary: together(one('gt', bound), one('lt', bound)) },
  );
}

const conjunction: Arbitrary<NaiveRequirement[]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .uniqueArray(keys, { minLength: 1, maxLength: 3 })
      .chain((several) => fc.tuple(...several.map(formOn)))
      .map((forms) => forms.flat()),
  },
  { weight: 1, arbitrary: conjunctions.map((one) => one.slice(0, 3)) },
);

/** One selector: of every form there is, several alternatives that overlap, Everything and Nothing among them. */
const alternatives: Arbitrary<NaiveAlternatives> = fc.oneof(
  { weight: 12, arbitrary: conjunction.map((one) => [one]) },
  { weight: 2, arbitrary: fc.array(conjunction, { minLength: 2, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.tuple(conjunction, conjunction).map(([one, more]) => [one, [...one, ...more]]) },
  {
    weight: 1,
    arbitrary: fc.array(keys.chain(formOn), { minLength: 2, maxLength: 5, size: 'max' }),
  },
  { weight: 1, arbitrary: fc.constantFrom<NaiveAlternatives>([], [[]]) },
);

/** What a history is about: selectors, and label sets some of which each of them matches. */
export interface Pool {
  readonly selectors: readonly NaiveAlternatives[];
  readonly labels: readonly Entries[];
}

/** Pools of few selectors and few label sets, so that ids share them. */
export function pools(selectors: number, labels: number): Arbitrary<Pool> {
  return fc.array(alternatives, { minLength: 1, maxLength: selectors, size: 'max' }).chain((all) => {
    const near = fc.oneof(
      ...all.map((one) => labelSetsNear(one.flat().slice(0, 8))),
      ...all.flat().map(labelSetsFor),
      // What two selectors ask for, in one label set.
      fc
        .tuple(fc.constantFrom(...all, [[]]), fc.constantFrom(...all, [[]]))
        .chain(([one, other]) => fc.tuple(labelSetsFor(one[0] ?? []), labelSetsFor(other[0] ?? [])))
        .map(([one, other]) => [...new Map([...one, ...other])]),
    );
    return fc.record({
      selectors: fc.constant(all),
      labels: fc.array(near, { minLength: 1, maxLength: labels, size: 'max' }),
    });
  });
}

/** How many ways there are to write a selector. */
export const WAYS = 6;

/** The same meaning, written in another way. */
function rewritten(alternatives: NaiveAlternatives, way: number): NaiveAlternatives {
  switch (way) {
    case 1:
      return alternatives.map((one) => one.map(otherOperator));
    case 2:
      // Backwards, values too, and every value twice.
      return alternatives.map((one) =>
        one
          .map((requirement) => ({
            ...requirement,
            values: isList(requirement)
              ? [...requirement.values, ...requirement.values.toReversed()]
              : requirement.values,
          }))
          .reverse(),
      );
    case 3:
      return alternatives.map((one) => [...one, ...one.flatMap(implied)]);
    case 4:
      // Every alternative twice, in another order.
      return [...alternatives.toReversed(), ...alternatives.map((one) => one.map(otherOperator))];
    default:
      return alternatives;
  }
}

const isList = ({ operator }: NaiveRequirement) => operator === 'in' || operator === 'notin';

function otherOperator({ key, operator, values }: NaiveRequirement): NaiveRequirement {
  if (operator === '=') return { key, operator: 'in', values };
  if (operator === '!=') return { key, operator: 'notin', values };
  return { key, operator: operator === 'in' && values.length === 1 ? '==' : operator, values };
}

/** What follows from a requirement. */
function implied({ key, operator, values }: NaiveRequirement): NaiveRequirement[] {
  if (operator === '!') return [{ key, operator: 'notin', values: ['b', 'v1'] }];
  if (operator === 'notin' || operator === '!=')
    return [{ key, operator: 'notin', values: values.slice(0, 1) }];
  const exists: NaiveRequirement = { key, operator: 'exists', values: [] };
  if (operator === 'gt' || operator === 'lt') return [exists, { key, operator: '!=', values: ['word'] }];
  return operator === 'exists' ? [] : [exists, { key, operator: 'notin', values: ['nobody-mentions-this'] }];
}

/** A selector of the oracle's alternatives, written in one of the ways: by its text, or by hand as plain data. */
export function selectorIn(alternatives: NaiveAlternatives, way: number): Selector {
  const written = rewritten(alternatives, way);
  const isText = way !== 2 && way !== 5 && written.flat().every(({ key }) => !UNWRITABLE.includes(key));
  if (isText) return anyOf(...written.map((one) => parseSelector(naiveFormat(one))));
  return {
    alternatives: written.map((one) =>
      one.map(({ key, operator, values }) => ({ key, operator, values: [...values] })),
    ),
  };
}
