import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  EVERYTHING,
  equivalent,
  findDifference,
  findOverlap,
  findOverlaps,
  fromRequirements,
  implies,
  isSatisfiable,
  type Selector,
  SelectorError,
  simplify,
} from '../../../src/index.ts';
import { naiveDifferenceFaults } from '../../oracle/naive-algebra-witness.ts';
import { of } from './selectors.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Pigeons that each sit in one of some holes; and that two of them share one, which is so where there are more pigeons. */
function pigeons(count: number, holes: number): { seated: Selector; shared: Selector } {
  const places = numbers(holes).map((hole) => `h${hole}`);
  const seated = of(
    numbers(count)
      .map((pigeon) => `p${pigeon} in (${places})`)
      .join(),
  );
  const shared = places.flatMap((place) =>
    numbers(count).flatMap((one) =>
      numbers(count)
        .slice(one + 1)
        .map((other) => `p${one}=${place},p${other}=${place}`),
    ),
  );
  return { seated, shared: of(...shared) };
}

/** What a question comes to: an answer, or that it was refused. */
function asked<Answer>(question: () => Answer): Answer | 'too-many-cases' {
  try {
    return question();
  } catch (error) {
    if (error instanceof SelectorError && error.diagnostics[0]?.code === 'too-many-cases') {
      expect(error.diagnostics).toHaveLength(1);
      return 'too-many-cases';
    }
    throw error;
  }
}

describe('questions that take many cases', () => {
  test('are answered where these are not too many', () => {
    for (const holes of [1, 2, 3, 4]) {
      const { seated, shared } = pigeons(holes + 1, holes);
      expect(implies(seated, shared), `${holes} holes`).toBe(true);
      const enough = pigeons(holes, holes);
      const witness = findDifference(enough.seated, enough.shared) ?? {};
      expect(
        naiveDifferenceFaults(witness, enough.seated.alternatives, enough.shared.alternatives),
        `${holes} holes for as many`,
      ).toEqual([]);
      expect(Object.keys(witness)).toHaveLength(holes);
    }
  });

  test('are refused where they are, and never guessed', () => {
    const refused: number[] = [];
    for (const holes of [6, 9, 12]) {
      const { seated, shared } = pigeons(holes + 1, holes);
      const answer = asked(() => implies(seated, shared));
      expect(answer, `${holes} holes`).not.toBe(false);
      expect([undefined, 'too-many-cases']).toContain(asked(() => findDifference(seated, shared)));
      if (answer === 'too-many-cases') refused.push(holes);
    }
    expect(refused).toContain(12);
  });

  test('say the same whichever function is asked', () => {
    const { seated, shared } = pigeons(12, 11);
    const both = anyOf(seated, shared);
    for (const question of [() => equivalent(both, shared), () => implies(both, shared)])
      expect(['too-many-cases', true]).toContain(asked(question));
    // That one of them matches something takes no cases.
    expect(isSatisfiable(shared)).toBe(true);
    expect(findOverlap(seated, shared)).toBeDefined();
  });

  test('a union that is everything, of all combinations of ten keys', () => {
    const halves = numbers(10).map((at) => of(`k${at}`, `!k${at}`));
    const all = allOf(...halves);
    expect(all.alternatives).toHaveLength(1024);
    expect(['too-many-cases', true]).toContain(asked(() => implies(EVERYTHING, all)));
    const fewer = { alternatives: all.alternatives.slice(1) };
    const witness = asked(() => findDifference(EVERYTHING, fewer));
    if (witness !== 'too-many-cases') expect(Object.keys(witness ?? {})).toHaveLength(10);
  });
});

describe('long lists', () => {
  const values = numbers(500).map((at) => `v${at}`);
  const list = (operator: 'in' | 'notin', several: readonly string[]) =>
    fromRequirements([{ key: 'a', operator, values: several }]);

  test('of 500 values', () => {
    const all = list('in', values);
    const half = list('in', values.slice(250));
    expect(implies(half, all)).toBe(true);
    expect(findDifference(all, half)).toEqual({ a: 'v0' });
    expect(findOverlap(all, list('notin', values.slice(1)))).toEqual({ a: 'v0' });
    expect(findOverlap(all, list('notin', values))).toBeUndefined();
    expect(simplify(anyOf(half, list('in', values.slice(0, 250))))).toEqual(simplify(all));
    expect(implies(of('a'), anyOf(all, list('notin', values)))).toBe(true);
    expect(simplify(anyOf(all, list('notin', values)))).toBe(EVERYTHING);
    expect(findDifference(of('a'), anyOf(all, list('notin', [...values, 'w'])))).toEqual({ a: 'w' });
  });

  test('as 500 alternatives of one value', () => {
    const each = anyOf(...values.map((value) => of(`a=${value}`)));
    expect(equivalent(each, list('in', values))).toBe(true);
    expect(findDifference(list('in', [...values, 'w']), each)).toEqual({ a: 'w' });
    expect(simplify(each)).toEqual(simplify(list('in', values)));
  });

  test('as 500 selectors of one value', () => {
    const each = values.map((value) => of(`a=${value}`));
    expect([...findOverlaps(each)]).toEqual([]);
    expect([...findOverlaps([...each, of('a=v7')])].map(({ first, second }) => [first, second])).toEqual([
      [7, 500],
    ]);
    expect([...findOverlaps([of('a'), ...each])]).toHaveLength(500);
  });
});
