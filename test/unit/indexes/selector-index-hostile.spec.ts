import { describe, expect, test } from 'vitest';
import { parseSelector, type SelectorIndex } from '../../../src/index.ts';
import { checkSelectorIndex } from '../../../src/indexes/invariants.ts';
import { attempt } from './coherence.ts';
import { dump, expectCoherentSelectors, filledSelectors, type Id, indexOf } from './selectors.ts';

type Meddling = readonly (readonly [string, (index: SelectorIndex<Id>) => void])[];

const CHANGES: Meddling = [
  ['set a new selector', (index) => index.set('new', parseSelector('app'))],
  ['replace a selector', (index) => index.set('web', parseSelector('app=db'), 'prod')],
  ['delete a selector', (index) => void index.delete('web')],
  [
    'delete all selectors',
    (index) => ['web', 'web too', 'front', 'all'].forEach((id) => void index.delete(id)),
  ],
];

const QUESTIONS: Meddling = [
  ['ask', (index) => void index.matching({ app: 'db' })],
  ['ask about more', (index) => void index.matching({ x: '1', y: '2', z: '3', app: 'db', tier: 'back' })],
  ['iterate', (index) => void [...index.iterate({ app: 'web' })]],
  ['explain', (index) => void index.explain({ app: 'web' })],
];

describe.each([...CHANGES, ...QUESTIONS])('labels whose getters %s', (_, meddle) => {
  const verbs: ((index: SelectorIndex<Id>, labels: Record<string, string>) => unknown)[] = [
    (index, labels) => index.matching(labels, 'prod'),
    (index, labels) => [...index.iterate(labels, 'prod')],
    (index, labels) => index.explain(labels, 'prod'),
  ];

  test.each(verbs)('leave an index coherent (verb %#)', (verb) => {
    const index = filledSelectors();
    const labels = (then: () => string) => ({
      app: 'web',
      get tier() {
        meddle(index);
        return then();
      },
      x: '1',
    });
    attempt(
      () =>
        void verb(
          index,
          labels(() => 'front'),
        ),
    );
    expect(() =>
      verb(
        index,
        labels(() => raise(new RangeError('mine'))),
      ),
    ).toThrow(new RangeError('mine'));
    expectCoherentSelectors(index);
  });

  test('among a selector leave an index coherent', () => {
    for (const id of ['web', 'new']) {
      const index = filledSelectors();
      attempt(() =>
        index.set(id, {
          get alternatives() {
            meddle(index);
            return parseSelector('app=web,tier').alternatives;
          },
        }),
      );
      checkSelectorIndex(index);
      index.set(id, parseSelector('app=db'));
      expectCoherentSelectors(index);
    }
  });
});

describe.each(QUESTIONS)('labels whose getters %s', (_, meddle) => {
  test('are answered by the labels they had', () => {
    const index = filledSelectors();
    const wanted = index.matching({ app: 'web', tier: 'front', x: '1' }, 'prod').sort();
    const labels = {
      app: 'web',
      get tier() {
        meddle(index);
        return 'front';
      },
      x: '1',
    };
    expect(index.matching(labels, 'prod').sort()).toEqual(wanted);
    expect([...index.iterate(labels, 'prod')].sort()).toEqual(wanted);
  });
});

function raise(error: Error): never {
  throw error;
}

describe('labels', () => {
  test('whose getter throws are no change, and that is what is thrown', () => {
    const index = filledSelectors();
    const before = dump(index);
    const labels = {
      app: 'web',
      get tier(): string {
        throw new RangeError('mine');
      },
    };
    expect(() => index.matching(labels)).toThrow(new RangeError('mine'));
    expect(() => [...index.iterate(labels)]).toThrow(new RangeError('mine'));
    expect(() => index.explain(labels)).toThrow(new RangeError('mine'));
    expect(dump(index)).toEqual(before);
    expectCoherentSelectors(index);
  });

  test('are read once', () => {
    const values = ['1', '2', '3', '4', '5', '6'];
    const index = indexOf(...values.flatMap((value) => [`x=${value}`, `x!=${value}`]));
    for (const verb of [
      (labels: Record<string, string>) => index.matching(labels),
      (labels: Record<string, string>) => [...index.iterate(labels)],
    ]) {
      let asked = 0;
      const matching = verb({
        get x() {
          return values[asked++] ?? '6';
        },
      });
      expect(asked).toBe(1);
      expect(matching.sort()).toEqual(['x=1', ...values.slice(1).map((value) => `x!=${value}`)].sort());
    }
  });
});
