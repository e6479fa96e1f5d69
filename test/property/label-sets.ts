import fc, { type Arbitrary } from 'fast-check';
import { naiveMatch } from '../oracle/naive-match.ts';
import type { NaiveRequirement } from '../oracle/naive-requirement.ts';
import { naiveChoices } from '../oracle/naive-universe.ts';
import { keys, values } from './language.ts';

/** A label set as entries, each key once. */
export type Entries = readonly (readonly [string, string])[];

/** What a label can hold when nobody validates it. */
const anyValues: Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: values },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '-5',
      '+2',
      '-0005',
      '-0',
      ' 2',
      '2 ',
      '2.0',
      '1_000',
      '٣',
      '９',
      '9223372036854775808',
      '-9223372036854775808',
      '-9223372036854775809',
      '+9223372036854775807',
      '0009223372036854775807',
      '+',
      '-',
      '--1',
      '2\n',
      'é',
      '\ud800',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
);

const anyKeys: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: keys },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', '', 'prototype', '__defineGetter__') },
);

/** Random label sets, prototype keys included. */
export const labelSets: Arbitrary<Entries> = fc.uniqueArray(fc.tuple(anyKeys, anyValues), {
  selector: ([key]) => key,
  maxLength: 6,
});

/** Label sets near the given requirements: for each key absent, a mentioned value, a neighbour of a bound. */
export function labelSetsNear(requirements: readonly NaiveRequirement[]): Arbitrary<Entries> {
  const mentioned = [...new Set(requirements.map(({ key }) => key))];
  const near = mentioned.map((key) =>
    fc
      .constantFrom(...naiveChoices(requirements, key, true))
      .map((value): Entries => (value === undefined ? [] : [[key, value]])),
  );
  return fc
    .tuple(labelSets, ...near)
    .map(([random, ...each]) => [...random.filter(([key]) => !mentioned.includes(key)), ...each.flat()]);
}

/** Label sets that one alternative selects, where any does: for each of its keys what all of its requirements allow. */
export function labelSetsFor(alternative: readonly NaiveRequirement[]): Arbitrary<Entries> {
  const choices = [...new Set(alternative.map(({ key }) => key))].map((key) => {
    const own = alternative.filter((requirement) => requirement.key === key);
    const allowed = naiveChoices(own, key, true)
      .map((value): Entries => (value === undefined ? [] : [[key, value]]))
      .filter((entries) => naiveMatch(own, new Map(entries)));
    return allowed.length === 0 ? fc.constant<Entries>([]) : fc.constantFrom(...allowed);
  });
  return fc.tuple(...choices).map((each) => each.flat());
}

/** An ordinary object; `__proto__` becomes an own property. */
export function asObject(entries: Entries): Record<string, string> {
  return Object.fromEntries(entries);
}

/** An object without a prototype. */
export function asBareObject(entries: Entries): Record<string, string> {
  const bare: Record<string, string> = Object.create(null);
  for (const [key, value] of entries) {
    Object.defineProperty(bare, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return bare;
}

/** An object that inherits a label for every likely key: none of them is its own. */
export function asHeir(entries: Entries): Record<string, string> {
  const heir: Record<string, string> = Object.create({
    a: 'b',
    b: '1',
    c: '',
    in: 'in',
    'x/a': '2',
    length: '2',
  });
  for (const [key, value] of entries) {
    Object.defineProperty(heir, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return heir;
}

/** The same label set in every shape a matcher takes. */
export function shapes(entries: Entries): (Record<string, string> | ReadonlyMap<string, string>)[] {
  return [asObject(entries), asBareObject(entries), asHeir(entries), new Map(entries)];
}
