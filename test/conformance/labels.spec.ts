import { describe, expect, test } from 'vitest';
import {
  checkLabelKey,
  checkLabels,
  checkLabelValue,
  formatSelector,
  fromLabelMap,
  SelectorError,
} from '../../src/index.ts';
import { Mismatches } from './mismatches.ts';
import { readVectors } from './vectors.ts';

describe('labels', () => {
  test('a key breaks as many rules as in Kubernetes', () => {
    const mismatches = new Mismatches();
    for (const { id, s, expect } of readVectors('key')) {
      mismatches.ran();
      mismatches.compare(id, 'diagnostics', s, checkLabelKey(s).length, expect.errors);
    }
    mismatches.expectNone(291);
  });

  test('a value breaks as many rules as in Kubernetes', () => {
    const mismatches = new Mismatches();
    for (const { id, s, expect } of readVectors('value')) {
      mismatches.ran();
      mismatches.compare(id, 'diagnostics', s, checkLabelValue(s).length, expect.errors);
    }
    mismatches.expectNone(223);
  });

  test('a label set breaks as many rules as in Kubernetes, whatever its shape', () => {
    const mismatches = new Mismatches();
    for (const { id, labels, expect } of readVectors('labelSet')) {
      mismatches.ran();
      mismatches.compare(id, 'diagnostics', labels, checkLabels(labels).length, expect.errors);
      const map = new Map(Object.entries(labels));
      mismatches.compare(id, 'diagnostics of a Map', labels, checkLabels(map).length, expect.errors);
    }
    mismatches.expectNone(135);
  });

  test('a label set as a selector prints as in Kubernetes, and an invalid one is refused', () => {
    const mismatches = new Mismatches();
    let refused = 0;
    for (const { id, labels, expect } of readVectors('labelSet')) {
      mismatches.ran();
      try {
        const selector = fromLabelMap(labels);
        mismatches.compare(id, 'acceptance', labels, true, expect.validatedSelectorOk);
        mismatches.compare(id, 'print', labels, formatSelector(selector), expect.selectorFromSet);
      } catch (error) {
        refused += 1;
        mismatches.compare(id, `refusal (${error})`, labels, error instanceof SelectorError, true);
        mismatches.compare(id, 'acceptance', labels, false, expect.validatedSelectorOk);
      }
    }
    mismatches.expectNone(135);
    expect(refused).toBe(54);
  });
});
