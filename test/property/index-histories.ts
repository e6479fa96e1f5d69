import fc, { type Arbitrary } from 'fast-check';
import type { LabelIndex } from '../../src/index.ts';
import type { NaiveAlternatives, NaiveEntry, NaiveId, NaiveIndex } from '../oracle/naive-index.ts';
import { type Entries, labelSetsFor, labelSetsNear, shapes } from './label-sets.ts';
import { conjunctions } from './language.ts';

/** Ids, few, and such as are easily taken for one another. */
export const IDS: readonly NaiveId[] = [
  'a',
  'b',
  '',
  '1',
  1,
  'NaN',
  NaN,
  0,
  -1,
  1.5,
  2 ** 53,
  Infinity,
  '__proto__',
  '\ud800',
];

/** An object as a step of a history has it: its labels in one of the shapes a caller may give. */
export interface Given extends NaiveEntry {
  readonly labels: Entries;
  readonly shape: number;
}

/** One change of an index. */
export type Change =
  | { readonly kind: 'set'; readonly given: Given }
  | { readonly kind: 'delete'; readonly id: NaiveId }
  | { readonly kind: 'load'; readonly given: readonly Given[] }
  /** A load that throws after its last entry, and so is no change. */
  | { readonly kind: 'load in vain'; readonly given: readonly Given[] };

/** One question, by the number of its selector. */
export interface Question {
  readonly kind: 'ask';
  readonly selector: number;
  readonly namespace: string | undefined;
  readonly limit: number;
  /** Which of the objects there are then the page begins after; none where undefined. */
  readonly after: number | undefined;
}

export interface History {
  readonly selectors: readonly NaiveAlternatives[];
  readonly steps: readonly (Change | Question)[];
}

const namespaces = fc.constantFrom(undefined, '', 'n1', 'n2', '__proto__');

const alternatives: Arbitrary<NaiveAlternatives> = fc.oneof(
  { weight: 4, arbitrary: conjunctions.map((one) => one.slice(0, 3)).map((one) => [one]) },
  { weight: 2, arbitrary: fc.array(conjunctions, { maxLength: 3 }) },
);

// -0 is 0 as the key of a Map, so it is asked for by that name too.
const ids = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...IDS) },
  { weight: 1, arbitrary: fc.constant(-0) },
);

/** Changes whose label sets are among those given, so that objects share them. */
function changes(pool: readonly Entries[]): Arbitrary<Change> {
  const given: Arbitrary<Given> = fc.record({
    id: ids,
    labels: fc.constantFrom(...pool),
    namespace: namespaces,
    shape: fc.nat(3),
  });
  const several = fc.array(given, { maxLength: 8 });
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('set' as const), given }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), id: ids }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('load' as const), given: several }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('load in vain' as const), given: several }) },
  );
}

/** Histories of changes, with questions in between where `questions` is greater than 0. */
export function histories(most: number, questions: number): Arbitrary<History> {
  return fc.array(alternatives, { minLength: 1, maxLength: 4 }).chain((selectors) => {
    const near = fc.oneof(
      ...selectors.map((all) => labelSetsNear(all.flat().slice(0, 8))),
      ...selectors.flat().map(labelSetsFor),
    );
    const question: Arbitrary<Question> = fc.record({
      kind: fc.constant('ask' as const),
      selector: fc.nat(selectors.length - 1),
      namespace: namespaces,
      limit: fc.nat(6),
      after: fc.option(fc.nat(20), { nil: undefined }),
    });
    return fc.array(near, { minLength: 1, maxLength: 8 }).chain((pool) =>
      fc.record({
        selectors: fc.constant(selectors),
        steps: fc.array(
          fc.oneof({ weight: 4, arbitrary: changes(pool) }, { weight: questions, arbitrary: question }),
          // The usual size would stop at ten or so.
          { maxLength: most, size: 'max' },
        ),
      }),
    );
  });
}

/** The argument list of an entry: namespace left out where there is none. */
function asEntry({
  id,
  labels,
  namespace,
  shape,
}: Given): [NaiveId, ReturnType<typeof shapes>[number], string?] {
  const shaped = shapes(labels)[shape] ?? new Map(labels);
  return namespace === undefined ? [id, shaped] : [id, shaped, namespace];
}

/** The entries of a load that fails at its end. */
function* failing(given: readonly Given[]): Generator<ReturnType<typeof asEntry>> {
  for (const one of given) yield asEntry(one);
  throw new RangeError('no more');
}

/** Makes one change, to an index. */
export function change(index: LabelIndex<NaiveId>, step: Change): void {
  if (step.kind === 'set') index.set(...asEntry(step.given));
  else if (step.kind === 'delete') index.delete(step.id);
  else if (step.kind === 'load') index.load(step.given.map(asEntry));
  else {
    let thrown: unknown;
    try {
      index.load(failing(step.given));
    } catch (error) {
      thrown = error;
    }
    if (!(thrown instanceof RangeError)) throw new Error('a load swallowed what its entries threw');
  }
}

/** Makes one change, to the oracle. */
export function changeNaively(naive: NaiveIndex, step: Change): void {
  if (step.kind === 'set') naive.set(step.given);
  else if (step.kind === 'delete') naive.delete(step.id);
  else if (step.kind === 'load') naive.load(step.given);
}
