import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareSelectors, findOverlaps, parseSelector } from '../../../src/index.ts';

type Meaning = readonly (readonly [string, string, ...string[]])[];

interface Written {
  readonly selector: string;
  readonly meaning: Meaning;
}

interface Controller extends Written {
  readonly id: string;
  readonly namespace: string;
  readonly flaw?: string;
}

interface NaiveSelector {
  readonly isSatisfiable: boolean;
  overlaps(other: NaiveSelector): boolean;
  implies(other: NaiveSelector): boolean;
}

const bench = new URL('../../../bench/', import.meta.url);
const load = (file: string) => import(new URL(file, bench).href);

const {
  NaiveSelector,
  naiveRelation,
}: {
  NaiveSelector: new (meaning: Meaning) => NaiveSelector;
  naiveRelation(a: NaiveSelector, b: NaiveSelector): string;
} = await load('corpus/naive-meeting.js');
const { SELECTOR_PAIRS }: { SELECTOR_PAIRS: { relation: string; a: Written; b: Written }[] } =
  await load('corpus/selector-pairs.js');
const { writtenControllers }: { writtenControllers(size: number): Iterable<Controller> } = await load(
  'corpus/controllers/controllers.js',
);
const { surveyControllers }: { surveyControllers(size: number): { sha256: string } } = await load(
  'corpus/controllers/survey.js',
);

const naive = ({ meaning }: Written) => new NaiveSelector(meaning);

describe('how two meanings relate, the plain way', () => {
  test.each<[string, Meaning, Meaning]>([
    ['equal', [['a', 'above', '3']], [['a', 'above', '3']]],
    ['equal', [['a', 'not there']], [['a', 'not there']]],
    ['implies', [['a', 'not there']], [['a', 'none of', 'x', '']]],
    ['implies', [['a', 'one of', '5']], [['a', 'above', '4']]],
    ['implied', [['a', 'there']], [['a', 'above', '4']]],
    [
      'implies',
      [
        ['a', 'there'],
        ['a', 'none of', 'x'],
      ],
      [['a', 'none of', 'x']],
    ],
    // A number that is excluded can be written in another way, with zeros before it.
    [
      'implies',
      [
        ['a', 'above', '4'],
        ['a', 'below', '6'],
        ['a', 'none of', '5'],
      ],
      [['a', 'there']],
    ],
    [
      'disjoint',
      [
        ['a', 'above', '4'],
        ['a', 'below', '5'],
      ],
      [['a', 'there']],
    ],
    ['disjoint', [['a', 'above', '4']], [['a', 'below', '5']]],
    ['overlap', [['a', 'above', '4']], [['a', 'below', '6']]],
  ])('%s: %j and %j', (relation, a, b) => {
    expect(naiveRelation(new NaiveSelector(a), new NaiveSelector(b))).toBe(relation);
  });
});

describe('the pairs of the benchmarks', () => {
  test.each(SELECTOR_PAIRS)('$a.selector and $b.selector are $relation', ({ relation, a, b }) => {
    expect(naiveRelation(naive(a), naive(b))).toBe(relation);
    const [first, second] = [parseSelector(a.selector), parseSelector(b.selector)];
    expect(compareSelectors(first, second).relation).toBe(relation);
    for (const [selector, { meaning }] of [
      [first, a],
      [second, b],
    ] as const) {
      expect(selector.alternatives.flat()).toHaveLength(meaning.length);
      expect(meaning.length).toBeLessThanOrEqual(8);
    }
  });

  test('are of all kinds, some in each', () => {
    const count = (wanted: string) => SELECTOR_PAIRS.filter(({ relation }) => relation === wanted).length;
    for (const relation of ['equal', 'overlap', 'disjoint'])
      expect(count(relation)).toBeGreaterThanOrEqual(6);
    for (const relation of ['implies', 'implied']) expect(count(relation)).toBeGreaterThanOrEqual(3);
  });
});

describe('the controllers of the benchmarks', () => {
  const controllers = [...writtenControllers(2_000)];
  const kindOf = ({ id }: Controller) => id.slice(0, id.indexOf('/'));

  test('are the beginning of a larger set', () => {
    expect([...writtenControllers(1_000)]).toEqual(controllers.slice(0, 1_000));
    expect([...writtenControllers(0)]).toEqual([]);
  });

  test('have an id each, and are right', () => {
    expect(new Set(controllers.map(({ id }) => id)).size).toBe(2_000);
    for (const { selector, meaning } of controllers)
      expect(parseSelector(selector).alternatives.flat()).toHaveLength(meaning.length);
  });

  test('overlap no others of their namespace, but for flaws, Jobs and the ReplicaSets of a Deployment', () => {
    const right = controllers.filter(
      (one) => one.flaw === undefined && !['jobs', 'replicasets'].includes(kindOf(one)),
    );
    const selectors = right.map(({ selector }) => parseSelector(selector));
    const namespaces = right.map(({ namespace }) => namespace);
    expect([...findOverlaps(selectors, { namespaces })]).toEqual([]);
  });

  test('have flaws of every sort, a few in a hundred, and these overlap another', () => {
    const written = controllers.filter((one) => !['jobs', 'replicasets'].includes(kindOf(one)));
    const flawed = written.filter(({ flaw }) => flaw !== undefined);
    expect(new Set(flawed.map(({ flaw }) => flaw)).size).toBe(4);
    expect(flawed.length / written.length).toBeGreaterThan(0.02);
    expect(flawed.length / written.length).toBeLessThan(0.05);
    const alone = flawed.filter(
      (one) =>
        !written.some(
          (other) => other !== one && other.namespace === one.namespace && naive(one).overlaps(naive(other)),
        ),
    );
    expect(alone).toEqual([]);
  });

  test('are those that the saved results were measured on', () => {
    const file = new URL('results/algebra.json', bench);
    if (!existsSync(file)) return;
    const saved: { corpora: { size: number; sha256: string }[] } = JSON.parse(readFileSync(file, 'utf8'));
    const measured = saved.corpora.find(({ size }) => size === 1_000);
    expect(surveyControllers(1_000).sha256).toBe(measured?.sha256);
  });
});
