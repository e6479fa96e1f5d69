import { describe, test } from 'vitest';
import { Mismatches } from '../conformance/mismatches.ts';
import { readVectors } from '../conformance/vectors.ts';
import { naiveFormat, naiveSorted } from './naive-format.ts';
import { naiveLabelMap } from './naive-label-map.ts';
import { naiveLabelSelector } from './naive-label-selector.ts';
import { naiveMatch, naiveMatchAny } from './naive-match.ts';
import { naiveNodeMatch, naiveNodeSelector } from './naive-node-selector.ts';
import { naiveParse } from './naive-parse.ts';
import { naiveKeyErrors, naiveValueErrors } from './naive-validity.ts';

// The oracle is only worth something when it agrees with Kubernetes itself.
describe('the naive oracle answers as Kubernetes does', () => {
  test('parse', () => {
    const mismatches = new Mismatches();
    for (const { id, s, expect } of readVectors('parse')) {
      if (s.includes('\0')) continue; // we refuse a NUL
      mismatches.ran();
      const parsed = naiveParse(s);
      mismatches.compare(id, 'acceptance', s, parsed.ok, expect.ok);
      if (!parsed.ok || !expect.ok) continue;
      const sorted = naiveSorted(parsed.requirements);
      mismatches.compare(id, 'print', s, naiveFormat(sorted), expect.stableCanonical ?? expect.canonical);
      if (expect.stableCanonical === undefined) {
        mismatches.compare(id, 'requirements', s, sorted, expect.requirements);
      }
    }
    mismatches.expectNone(1943 - 31);
  });

  test('match', () => {
    const mismatches = new Mismatches();
    for (const { id, s, labels, expect } of readVectors('match')) {
      if (s.includes('\0')) continue;
      mismatches.ran();
      const parsed = naiveParse(s);
      mismatches.compare(id, 'acceptance', s, parsed.ok, expect.ok);
      if (parsed.ok)
        mismatches.compare(id, 'match', s, naiveMatch(parsed.requirements, labels), expect.match);
    }
    mismatches.expectNone(1623 - 14);
  });

  test('key and value', () => {
    const mismatches = new Mismatches();
    for (const { id, s, expect } of readVectors('key')) {
      mismatches.ran();
      mismatches.compare(id, 'errors', s, naiveKeyErrors(s), expect.errors);
    }
    for (const { id, s, expect } of readVectors('value')) {
      mismatches.ran();
      mismatches.compare(id, 'errors', s, naiveValueErrors(s), expect.errors);
    }
    mismatches.expectNone(291 + 223);
  });

  test('labelSelector', () => {
    const mismatches = new Mismatches();
    for (const { id, selector, labels, options, expect } of readVectors('labelSelector')) {
      mismatches.ran();
      const { alternatives, mistakes } = naiveLabelSelector(selector);
      mismatches.compare(id, 'acceptance', selector, mistakes.length === 0, expect.ok);
      if (options === undefined) {
        // The options loosen Kubernetes' validation; we and the oracle do not have them.
        const fields = expect.validation.map(({ field }) => field).sort();
        mismatches.compare(id, 'mistakes', selector, [...mistakes].sort(), fields);
      }
      if (!expect.ok) continue;
      mismatches.compare(id, 'match', selector, naiveMatchAny(alternatives, labels), expect.match);
      mismatches.compare(id, 'nothing', selector, alternatives.length === 0, expect.matchesNothing);
      if (expect.canonicalIsRandom !== true) {
        const print = alternatives.map(naiveFormat).join(' || ');
        mismatches.compare(id, 'print', selector, print, expect.stableCanonical ?? expect.canonical);
      }
    }
    mismatches.expectNone(665);
  });

  test('labelSet', () => {
    const mismatches = new Mismatches();
    for (const { id, labels, expect } of readVectors('labelSet')) {
      mismatches.ran();
      let errors = 0;
      for (const [key, value] of Object.entries(labels))
        errors += naiveKeyErrors(key) + naiveValueErrors(value);
      mismatches.compare(id, 'errors', labels, errors, expect.errors);
      mismatches.compare(id, 'print', labels, naiveFormat(naiveLabelMap(labels)), expect.selectorFromSet);
    }
    mismatches.expectNone(135);
  });

  test('nodeSelector', () => {
    const mismatches = new Mismatches();
    for (const { id, nodeSelector, labels, name, expect } of readVectors('nodeSelector')) {
      mismatches.ran();
      const selector = naiveNodeSelector(nodeSelector);
      // `values[0][a]` names the key once more; the field is `values[0]`.
      const fields = (expect.strict.errors ?? []).map(({ field }) =>
        field.replace(/(values\[\d+\])\[.*\]$/, '$1'),
      );
      mismatches.compare(
        id,
        'mistakes',
        nodeSelector,
        [...selector.mistakes].sort(),
        [...new Set(fields)].sort(),
      );
      if (!expect.strict.ok) continue;
      const fieldsOfNode = new Map(name === '' ? [] : [['metadata.name', name]]);
      const match = naiveNodeMatch(selector, { labels, fields: fieldsOfNode });
      mismatches.compare(id, 'match', nodeSelector, match, expect.strict.match);
    }
    mismatches.expectNone(509);
  });
});
