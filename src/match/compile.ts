import { type Conjunction, conjunctionsOf } from '../constraint/conjunction.ts';
import { isLabels, type Labels, labelOf, refuseLabels } from '../labels/labels.ts';
import type { Selector } from '../selector/selector.ts';
import { rank, type ValueTest, valueTestOf } from './value-test.ts';

/** Whether a label set matches. */
export type Predicate = (labels: Labels) => boolean;

/**
 * The same key as a string that the engine keeps once: a key cut from a longer text is looked up by its characters
 * each time, this one by its address.
 */
function internalized(key: string): string {
  return Object.keys({ [key]: true })[0] ?? key;
}

function compileConjunction(conjunction: Conjunction): Predicate {
  const constraints = [...conjunction].sort((a, b) => rank(a) - rank(b));
  const keys = constraints.map(({ key }) => internalized(key));
  const tests: ValueTest[] = constraints.map(valueTestOf);
  const [key, key2] = keys;
  const [test, test2] = tests;
  if (key === undefined || test === undefined) return () => true;
  if (key2 === undefined || test2 === undefined) {
    return function matchesOne(labels) {
      return test(labelOf(labels, key));
    };
  }
  if (keys.length === 2) {
    return function matchesBoth(labels) {
      return test(labelOf(labels, key)) && test2(labelOf(labels, key2));
    };
  }
  return function matchesAll(labels) {
    for (let i = 0; i < keys.length; i++) {
      if (!(tests[i] as ValueTest)(labelOf(labels, keys[i] as string))) return false;
    }
    return true;
  };
}

/**
 * Compiles a selector to a predicate over label sets, plain objects and Maps alike, from its constraints: each key
 * is looked up once, the most selective tests come first, contradictions cost nothing.
 *
 * Labels are not validated, as in Kubernetes; of an object only own properties count, and a property that is
 * undefined is absent.
 *
 * @returns a pure function; it throws a TypeError where its argument is no label set, or where a value it looks at
 * is no string
 * Complexity: compiling O(n log n) in requirements and values; matching one look-up a key, until one fails.
 * Source of the rule: apimachinery `Requirement.Matches`.
 */
export function compileSelector(selector: Selector): Predicate {
  const alternatives = conjunctionsOf(selector).map(compileConjunction);
  const [only, ...others] = alternatives;
  if (only === undefined) {
    return function matchesNothing(labels) {
      return isLabels(labels) ? false : refuseLabels(labels);
    };
  }
  if (others.length === 0) {
    return function matches(labels) {
      return isLabels(labels) ? only(labels) : refuseLabels(labels);
    };
  }
  return function matchesAny(labels) {
    if (!isLabels(labels)) refuseLabels(labels);
    for (const alternative of alternatives) {
      if (alternative(labels)) return true;
    }
    return false;
  };
}
