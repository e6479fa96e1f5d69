import fc, { type Arbitrary } from 'fast-check';
import type { NaiveAlternatives } from '../oracle/naive-index.ts';
import { byByte, type NaiveOperator, type NaiveRequirement } from '../oracle/naive-requirement.ts';
import { NUMBERS } from './dense-corpus.ts';

const serials = fc.nat(160_000).map(String);
const validNumbers = NUMBERS.filter((value) => !/^[+-]/.test(value));

/** The values asked of a key: those it has, and now and then one that nobody has. */
const VALUES: Readonly<Record<string, Arbitrary<string>>> = {
  all: fc.constantFrom('yes', 'yes', 'yes', 'no'),
  half: fc.constantFrom('a', 'b', 'a', 'b', 'c'),
  tier: fc.constantFrom('web', 'db', 'cache', '', 'none'),
  most: fc.constantFrom('yes', 'yes', 'yes', 'no'),
  rare: fc.constantFrom('x', 'y', 'z'),
  run: fc.nat(16).map(String),
  island: fc.constantFrom('yes', 'no'),
  number: fc.constantFrom(...validNumbers),
  serial: serials,
  name: serials.map((serial) => `object-${serial}`),
  nowhere: fc.constantFrom('', 'yes'),
};

const bounds = fc.oneof(
  fc.nat(30).map(String),
  serials,
  fc.constantFrom('9007199254740992', '9223372036854775806', '9223372036854775807'),
);

function valuesFor(operator: NaiveOperator, values: Arbitrary<string>): Arbitrary<string[]> {
  if (operator === 'exists' || operator === '!') return fc.constant([]);
  if (operator === 'gt' || operator === 'lt') return bounds.map((bound) => [bound]);
  if (operator !== 'in' && operator !== 'notin') return values.map((value) => [value]);
  const set = (most: number) =>
    fc
      .uniqueArray(values, { minLength: 1, maxLength: most, size: 'max' })
      .map((several) => several.sort(byByte));
  return fc.oneof({ weight: 5, arbitrary: set(4) }, { weight: 1, arbitrary: set(60) });
}

const OPERATORS = ['=', '==', '!=', 'in', 'notin', 'exists', '!'] as const satisfies readonly NaiveOperator[];

/** Requirements on one key of the dense corpora; bounds nearly always where there are numbers. */
function requirementOn(key: string): Arbitrary<NaiveRequirement> {
  const numeric = key === 'number' || key === 'serial' || key === 'run';
  const operators = fc.oneof(
    { weight: numeric ? 6 : 30, arbitrary: fc.constantFrom<NaiveOperator>(...OPERATORS) },
    { weight: numeric ? 4 : 1, arbitrary: fc.constantFrom<NaiveOperator>('gt', 'lt') },
  );
  return operators.chain((operator) =>
    valuesFor(operator, VALUES[key] ?? serials).map((values) => ({ key, operator, values })),
  );
}

const anyKey = fc.constantFrom(...Object.keys(VALUES));
// Mostly keys that many have, each once: other conjunctions are empty more often than not.
const likelyKey = fc.constantFrom('all', 'half', 'tier', 'most', 'run', 'number', 'island');

const conjunctions: Arbitrary<NaiveRequirement[]> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(likelyKey, { minLength: 1, maxLength: 3 })
      .chain((keys) => fc.tuple(...keys.map(requirementOn))),
  },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(anyKey, { minLength: 1, maxLength: 3 })
      .chain((keys) => fc.tuple(...keys.map(requirementOn))),
  },
  { weight: 1, arbitrary: fc.array(anyKey.chain(requirementOn), { minLength: 1, maxLength: 4 }) },
);

/** Selectors over the dense corpora. */
export const denseAlternatives: Arbitrary<NaiveAlternatives> = fc.oneof(
  { weight: 6, arbitrary: conjunctions.map((one) => [one]) },
  { weight: 2, arbitrary: fc.array(conjunctions, { minLength: 2, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<NaiveAlternatives>([], [[]]) },
);

/** Namespaces of the dense corpora, and one that is in none of them. */
export const denseNamespaces: Arbitrary<string | undefined> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.constantFrom('main', '', 'side', 'few', 'nowhere') },
);

/** A page: at most so many results, after one of the objects by number where given. */
export interface DensePage {
  readonly limit: number;
  readonly after: number | undefined;
}

export const densePages: Arbitrary<DensePage> = fc.record({
  limit: fc.constantFrom(0, 1, 2, 63, 64, 1000, 65_536, 70_000, 1_000_000),
  after: fc.option(fc.nat(160_000), { nil: undefined }),
});
