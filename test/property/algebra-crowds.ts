import fc, { type Arbitrary } from 'fast-check';
import type { NaiveAlternatives } from '../oracle/naive-index.ts';
import type { NaiveOperator, NaiveRequirement } from '../oracle/naive-requirement.ts';
import { requirementsOn } from './algebra-language.ts';

function say(key: string, operator: NaiveOperator, ...values: string[]): NaiveRequirement {
  return { key, operator, values };
}

/** As the controllers of a cluster are: nearly all demand a value of their own of the same key. */
export const crowds: Arbitrary<NaiveRequirement> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(60).map((at) => say('app', '=', `app-${at}`)) },
  { weight: 1, arbitrary: requirementsOn('app', 'tier', 'track') },
);

/** What nearly every controller has of its own; a few share some of it, and very few have nothing of the kind. */
const own: Arbitrary<NaiveRequirement> = fc.oneof(
  { weight: 600, arbitrary: fc.nat(600).map((at) => say('app', '=', `app-${at}`)) },
  { weight: 1, arbitrary: fc.constant(say('app', 'notin', 'app-0', 'app-1')) },
  { weight: 2, arbitrary: fc.constant(say('app', 'in', 'app-2', 'app-3')) },
  { weight: 1, arbitrary: fc.constant(say('tier', 'exists')) },
);

/** What many have in common; or something of a key that very few speak of. */
const common: Arbitrary<NaiveRequirement> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      say('tier', '=', 'a'),
      say('tier', '=', 'b'),
      say('tier', '!=', 'b'),
      say('tier', '!'),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(30), fc.constantFrom('=', '!=', '!', 'exists'))
      .map(([at, operator]) => say(`rare-${at}`, operator, ...(operator.includes('=') ? ['a'] : []))),
  },
);

const pairs: Arbitrary<NaiveRequirement[]> = fc.tuple(own, common).map((both) => [...both]);

/** Selectors of controllers, for sets of thousands; a few have two alternatives. */
export const controllers: Arbitrary<NaiveAlternatives> = fc.oneof(
  { weight: 20, arbitrary: pairs.map((one): NaiveAlternatives => [one]) },
  { weight: 1, arbitrary: fc.tuple(pairs, own).map(([one, other]): NaiveAlternatives => [one, [other]]) },
);
