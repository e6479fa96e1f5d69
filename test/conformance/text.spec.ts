import { describe, expect, test } from 'vitest';
import {
  compileSelector,
  formatSelector,
  type Requirement,
  type Selector,
  tryParseSelector,
} from '../../src/index.ts';
import { naiveSorted } from '../oracle/naive-format.ts';
import { Mismatches } from './mismatches.ts';
import { readVectors } from './vectors.ts';

function written(selector: Selector): Requirement[] {
  return selector.alternatives.flatMap((alternative) =>
    naiveSorted(alternative).map(({ key, operator, values }) => ({ key, operator, values: [...values] })),
  );
}

function inAnyOrder(requirements: readonly Requirement[]): string[] {
  return requirements.map(({ key, operator, values }) => JSON.stringify([key, operator, values])).sort();
}

describe('the text of a selector', () => {
  test('parses and prints as in Kubernetes', () => {
    const mismatches = new Mismatches();
    let reordered = 0;
    for (const { id, s, expect } of readVectors('parse')) {
      if (s.includes('\0')) continue;
      mismatches.ran();
      const result = tryParseSelector(s);
      mismatches.compare(id, 'acceptance', s, result.ok, expect.ok);
      if (!result.ok || !expect.ok) continue;
      const { selector } = result;
      mismatches.compare(id, 'alternatives', s, selector.alternatives.length, 1);
      mismatches.compare(id, 'everything', s, selector.alternatives[0]?.length === 0, expect.empty);
      const print = expect.stableCanonical ?? expect.canonical;
      mismatches.compare(id, 'print', s, formatSelector(selector), print);
      mismatches.compare(id, 'toString()', s, String(selector), print);
      if (expect.stableCanonical === undefined) {
        mismatches.compare(id, 'requirements', s, written(selector), expect.requirements);
      } else {
        reordered += 1;
        const theirs = inAnyOrder(expect.requirements ?? []);
        mismatches.compare(id, 'requirements', s, inAnyOrder(written(selector)), theirs);
      }
    }
    mismatches.expectNone(1943 - 31);
    expect(reordered, 'prints that Kubernetes reorders').toBe(5);
  });

  test('matches as in Kubernetes, whatever the shape of the labels', () => {
    const mismatches = new Mismatches();
    for (const { id, s, labels, expect } of readVectors('match')) {
      if (s.includes('\0')) continue;
      mismatches.ran();
      const result = tryParseSelector(s);
      mismatches.compare(id, 'acceptance', s, result.ok, expect.ok);
      if (!result.ok || !expect.ok) continue;
      const matches = compileSelector(result.selector);
      const entries = Object.entries(labels);
      const bare: Record<string, string> = Object.create(null);
      for (const [key, value] of entries) bare[key] = value;
      mismatches.compare(id, 'match over an object', [s, labels], matches(labels), expect.match);
      mismatches.compare(id, 'match over a bare object', [s, labels], matches(bare), expect.match);
      mismatches.compare(id, 'match over a Map', [s, labels], matches(new Map(entries)), expect.match);
    }
    mismatches.expectNone(1623 - 14);
  });

  test.each([
    { file: 'parse', cases: 31, accepted: 24 },
    { file: 'match', cases: 14, accepted: 14 },
    { file: 'parseToLabelSelector', cases: 5, accepted: 4 },
  ] as const)('differs on purpose: every NUL in $file is refused and named', ({ file, cases, accepted }) => {
    const mismatches = new Mismatches();
    let acceptedThere = 0;
    for (const { id, s, expect } of readVectors(file)) {
      if (!s.includes('\0')) continue;
      mismatches.ran();
      if (expect.ok) acceptedThere += 1;
      const result = tryParseSelector(s);
      const places = result.ok ? [] : result.diagnostics.filter(({ code }) => code === 'null-character');
      const wanted = [...s].flatMap((c, at) => (c === '\0' ? [at] : []));
      const named = places.flatMap(({ span }) =>
        span === undefined ? [] : wanted.filter((at) => span.start <= at && at < span.end),
      );
      mismatches.compare(id, 'NULs named', s, named, wanted);
    }
    mismatches.expectNone(cases);
    expect(acceptedThere, 'texts with a NUL that Kubernetes takes').toBe(accepted);
  });
});
