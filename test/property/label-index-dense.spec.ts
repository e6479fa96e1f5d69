import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '../../src/index.ts';
import { denseCorpus, randoms } from './dense-corpus.ts';
import { expectFacetsByScan } from './dense-facets.ts';
import { denseAlternatives, denseNamespaces, densePages } from './dense-selectors.ts';
import { DenseWorld } from './dense-world.ts';
import { selectorOf } from './index-agreement.ts';
import { runs, TIMEOUT } from './runs.ts';

/* At sizes where postings are dense, span several chunks of 65,536 ordinals, and the kernels differ. */

/** How many selectors are asked after each change of 150,000 objects. */
const PHASE = 10;

const questions = fc.tuple(denseAlternatives, denseNamespaces, densePages);

/** Random selectors are answered as by a scan. */
function expectAgreement(world: DenseWorld, count: number): void {
  let some = 0;
  fc.assert(
    fc.property(questions, ([alternatives, namespace, page]) => {
      if (world.agree(selectorOf(alternatives), namespace, page) > 0) some++;
    }),
    runs(count),
  );
  if (world.indexes[0]?.size !== 0) expect(some, 'selectors that select').toBeGreaterThan(count / 4);
}

describe.each([
  { size: 5_000, unique: true, count: 80 },
  { size: 5_000, unique: false, count: 80 },
  { size: 20_000, unique: false, count: 60 },
])('$size objects, label sets of their own: $unique', ({ size, unique, count }) => {
  test('are selected as by a scan', { timeout: TIMEOUT }, () => {
    const world = new DenseWorld(denseCorpus({ seed: size, size, unique }));
    expectAgreement(world, count);
    expectFacetsByScan(world, runs(5));
    world.check();
  });
});

test('70,000 objects with label sets of their own are selected as by a scan', { timeout: TIMEOUT }, () => {
  const size = 70_000;
  const corpus = denseCorpus({ seed: 4, size, unique: true });
  const world = new DenseWorld(corpus);
  const random = randoms(5);
  expectAgreement(world, 12);
  world.delete([...corpus.keys()].filter(() => random() < 0.5));
  expectAgreement(world, 10);
  world.load(denseCorpus({ seed: 6, size, unique: true }), 0, 30_000);
  expectAgreement(world, 10);
  world.check();
});

test('150,000 objects are selected as by a scan, through deletions and returns', { timeout: TIMEOUT }, () => {
  const size = 150_000;
  const corpus = denseCorpus({ seed: 1, size, unique: false });
  const world = new DenseWorld(corpus);
  const random = randoms(2);
  expectAgreement(world, PHASE);

  // A whole chunk goes: the second, by ordinal, which while nothing was deleted is by number.
  world.delete(Array.from({ length: 65_536 }, (_, at) => 65_536 + at));
  expectAgreement(world, PHASE);

  // A random half of what is left goes.
  world.delete([...corpus.keys()].filter(() => random() < 0.5));
  expectAgreement(world, PHASE);

  // Part of it returns as something else, object by object, into whatever ordinals are free, or in place.
  const other = denseCorpus({ seed: 3, size, unique: false });
  world.set([...other.entries()].filter(() => random() < 0.2));
  expectAgreement(world, PHASE);
  world.load(other, 30_000, 130_000);
  expectAgreement(world, PHASE);
  world.check();

  // All go, the last ones first, and all return at once.
  world.delete([...corpus.keys()].reverse());
  expectAgreement(world, 3);
  world.check();
  for (const index of world.indexes) {
    expect(index.size).toBe(0);
    expect(index.select(EVERYTHING)).toEqual([]);
    expect(index.keys()).toEqual([]);
    expect(index.statistics()).toMatchObject({ objects: 0, keys: 0, pairs: 0, labelSets: 0 });
  }
  world.load(corpus, 0, size);
  expectAgreement(world, PHASE);
});

test('every kind of plan is met', { timeout: TIMEOUT }, () => {
  const world = new DenseWorld(denseCorpus({ seed: 7, size: 20_000, unique: true }));
  fc.assert(
    fc.property(questions, ([alternatives, namespace, page]) => {
      world.agree(selectorOf(alternatives), namespace, page);
    }),
    runs(100),
  );
  const { plan, count } = world.kinds;
  for (const kind of ['empty', 'drive', 'words', 'union']) {
    expect(plan.get(kind) ?? 0, `${kind} among plans of select`).toBeGreaterThan(0);
  }
  // How many there are can be known with less than which ones.
  for (const kind of ['empty', 'cardinality', 'drive', 'words', 'complement', 'union']) {
    expect(count.get(kind) ?? 0, `${kind} among plans of count`).toBeGreaterThan(0);
  }
});

test('the kernel asked for is the kernel that runs', { timeout: TIMEOUT }, () => {
  const world = new DenseWorld(denseCorpus({ seed: 9, size: 20_000, unique: false }));
  const [webassembly, typescript] = world.indexes.map((index) => index.statistics());
  expect(webassembly?.kernel).toBe('webassembly');
  expect(typescript?.kernel).toBe('typescript');
  for (const statistics of [webassembly, typescript]) {
    expect(statistics?.postings.dense, 'dense postings').toBeGreaterThan(0);
    expect(statistics?.postings.sparse, 'sparse postings').toBeGreaterThan(0);
  }
});
