import { describe, expect, test } from 'vitest';
import {
  compileSelector,
  formatSelector,
  fromLabelSelector,
  NOTHING,
  SelectorError,
  selectorKey,
  toLabelMap,
  tryFromLabelSelector,
} from '../../src/index.ts';
import { Mismatches } from './mismatches.ts';
import { unreported } from './paths.ts';
import { readVectors } from './vectors.ts';

describe('a LabelSelector object', () => {
  test('is read, printed and matched as in Kubernetes', () => {
    const mismatches = new Mismatches();
    let nothing = 0;
    let random = 0;
    for (const { id, selector: object, labels, expect } of readVectors('labelSelector')) {
      mismatches.ran();
      const result = tryFromLabelSelector(object);
      mismatches.compare(id, 'acceptance', object, result.ok, expect.ok);
      if (!result.ok || !expect.ok) continue;
      const { selector } = result;
      const matches = compileSelector(selector);
      mismatches.compare(id, 'match', [object, labels], matches(labels), expect.match);
      const entries = new Map(Object.entries(labels));
      mismatches.compare(id, 'match over a Map', [object, labels], matches(entries), expect.match);
      mismatches.compare(id, 'nothing', object, selector.alternatives.length === 0, expect.matchesNothing);
      const everything = selector.alternatives.length === 1 && selector.alternatives[0]?.length === 0;
      mismatches.compare(id, 'everything', object, everything, expect.empty);
      if (expect.matchesNothing === true) {
        // Kubernetes prints Nothing as it prints Everything; we do not.
        nothing += 1;
        if (formatSelector(selector) === '') mismatches.add(id, 'Nothing prints as Everything does');
        mismatches.compare(id, 'key', object, selectorKey(selector), selectorKey(NOTHING));
        continue;
      }
      if (expect.canonicalIsRandom === true) {
        random += 1;
        continue;
      }
      const print = expect.stableCanonical ?? expect.canonical;
      mismatches.compare(id, 'print', object, formatSelector(selector), print);
    }
    mismatches.expectNone(665);
    expect(nothing, 'cases that are Nothing').toBe(2);
    expect(random, 'prints that are random in Kubernetes').toBe(2);
  });

  test('is refused with every mistake Kubernetes reports, each at its path', () => {
    const mismatches = new Mismatches();
    for (const { id, selector: object, expect } of readVectors('labelSelector')) {
      if (expect.ok) continue;
      mismatches.ran();
      const result = tryFromLabelSelector(object);
      if (result.ok) continue; // reported by the test above
      for (const diagnostic of result.diagnostics) {
        if (diagnostic.path === undefined) mismatches.add(id, `${diagnostic.code} without a path`);
      }
      const fields = expect.validation.map(({ field }) => field);
      mismatches.compare(
        id,
        'mistakes not reported',
        object,
        unreported(object, fields, result.diagnostics),
        [],
      );
      let thrown: unknown;
      try {
        fromLabelSelector(object as Parameters<typeof fromLabelSelector>[0]);
      } catch (error) {
        thrown = error;
      }
      if (!(thrown instanceof SelectorError))
        mismatches.add(id, 'fromLabelSelector does not throw SelectorError');
    }
    mismatches.expectNone(144);
  });

  test('with matchLabels alone is the same map in Kubernetes and here', () => {
    const mismatches = new Mismatches();
    for (const { id, selector: object, expect } of readVectors('labelSelector')) {
      const result = tryFromLabelSelector(object);
      if (!result.ok || expect.asMap.map === undefined) continue;
      if (result.selector.alternatives.length !== 1) continue;
      if (result.selector.alternatives[0]?.some(({ operator }) => operator !== '=')) continue;
      mismatches.ran();
      mismatches.compare(id, 'map', object, { ...toLabelMap(result.selector) }, expect.asMap.map);
    }
    mismatches.expectNone(210);
  });
});
