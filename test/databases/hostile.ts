import fc, { type Arbitrary } from 'fast-check';
import type { NaiveRequirement } from '../oracle/naive-requirement.ts';

/* What databases may read otherwise than they should: in keys, values, namespaces. */

/** Keys, valid and not: paths into JSON, quotes, patterns, prototypes, statements. */
const COMMON_KEYS = ['a', 'b', 'app.kubernetes.io/name', 'constructor'];
const HOSTILE_KEYS = [
  '__proto__',
  'toString',
  'key',
  'value',
  "q'uote",
  'dq"x',
  'back\\slash',
  '$.a',
  '$',
  'a.b',
  'a[0]',
  '*',
  '%_',
  '?',
  '$1',
  ':p1',
  '{p1:String}',
  'ключ',
  '😀',
  '#',
  '',
  "'; DROP TABLE objects; --",
  '"; DROP TABLE objects; --',
];

/** Values: every way to write an int64, and what is nearly one; quotes; patterns; JSON; forms of Unicode. */
const VALUES = [
  '',
  'x',
  'y',
  'X',
  '5',
  '05',
  '+5',
  '-5',
  '-0',
  '+0',
  '4',
  '6',
  '10',
  '+',
  '-',
  '+-5',
  '--5',
  ' 5',
  '5 ',
  '5\n',
  '\n5',
  '5\t',
  '5\u00a0',
  '٥',
  '５',
  '1.5',
  '1e3',
  '0x10',
  '1_000',
  '9007199254740992',
  '9007199254740993',
  '9223372036854775806',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775808',
  '-9223372036854775809',
  '9999999999999999999',
  '99999999999999999999',
  '18446744073709551621',
  '1'.repeat(200),
  `${'0'.repeat(300)}7`,
  `-${'0'.repeat(300)}9223372036854775808`,
  'NaN',
  'Infinity',
  "it's",
  '"',
  'a\\b',
  '\\',
  '\\N',
  '%',
  '_',
  'x%',
  'null',
  'true',
  '[1]',
  '{"a":"x"}',
  'NULL',
  'é',
  'e\u0301',
  'ß',
  '\u{1F600}',
  '\ufeff',
  '\u0001',
  'a'.repeat(63),
];

/** In selectors too: what no database can hold. */
const UNHELD = ['\0', 'a\0b', '\ud800', 'a\udc00'];

const keys = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...COMMON_KEYS) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_KEYS) },
);
const heldValues = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((text) => !/[\0\p{Surrogate}]/u.test(text)),
  },
);
const anyValues = fc.oneof(
  { weight: 9, arbitrary: heldValues },
  { weight: 1, arbitrary: fc.constantFrom(...UNHELD) },
);
const anyKeys = fc.oneof(
  { weight: 14, arbitrary: keys },
  { weight: 1, arbitrary: fc.constantFrom(...UNHELD) },
);

export const NAMESPACES: readonly string[] = ['', 'shop', "o'brien", '%', 'Shop'];

/** An object, as loads take them. */
export type HostileEntry = readonly [id: string, labels: Map<string, string>, namespace: string];

/** Objects with ids of their own. */
export function hostileEntries(count: number): Arbitrary<HostileEntry[]> {
  const labels = fc.uniqueArray(fc.tuple(keys, heldValues), { selector: ([key]) => key, maxLength: 6 });
  const object = fc.tuple(labels, fc.constantFrom(...NAMESPACES));
  return fc
    .array(object, { minLength: count, maxLength: count })
    .map((objects) =>
      objects.map(([pairs, namespace], i): HostileEntry => [`id'${i}`, new Map(pairs), namespace]),
    );
}

const bounds = fc.constantFrom(
  '0',
  '4',
  '5',
  '6',
  '007',
  '9007199254740992',
  '9223372036854775806',
  '9223372036854775807',
);

const requirement: Arbitrary<NaiveRequirement> = anyKeys.chain((key) => {
  const of = (operator: NaiveRequirement['operator'], values: Arbitrary<string[]>) =>
    values.map((list): NaiveRequirement => ({ key, operator, values: list }));
  const one = anyValues.map((value) => [value]);
  const several = fc.array(anyValues, { minLength: 1, maxLength: 5 });
  const bound = bounds.map((value) => [value]);
  return fc.oneof(
    of('=', one),
    of('!=', one),
    of('in', several),
    of('notin', several),
    of('exists', fc.constant([])),
    of('!', fc.constant([])),
    of('gt', bound),
    of('lt', bound),
  );
});

/** Alternatives of a selector: mostly one, of few requirements. */
export const hostileAlternatives: Arbitrary<NaiveRequirement[][]> = fc.oneof(
  { weight: 5, arbitrary: fc.array(requirement, { maxLength: 3 }).map((only) => [only]) },
  { weight: 3, arbitrary: fc.array(fc.array(requirement, { minLength: 1, maxLength: 3 }), { maxLength: 4 }) },
);
