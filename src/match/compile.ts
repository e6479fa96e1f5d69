import { type Conjunction, conjunctionsOf } from '../constraint/conjunction.ts';
import { asLabels, type Labels, labelOf } from '../labels/labels.ts';
import type { Selector } from '../selector/selector.ts';
import { type LabelTest, labelTest, rank } from './label-test.ts';

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
  const tests: LabelTest[] = constraints.map(labelTest);
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
      if (!(tests[i] as LabelTest)(labelOf(labels, keys[i] as string))) return false;
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
 * @throws TypeError where `selector` is no Selector
 * Complexity: compiling O(n log n) in requirements and values; matching one look-up a key, until one fails.
 * Source of the rule: apimachinery `Requirement.Matches`.
 */
export function compileSelector(selector: Selector): Predicate {
  const alternatives = conjunctionsOf(selector).map(compileConjunction);
  const [only, ...others] = alternatives;
  if (only === undefined) {
    return function matchesNothing(labels) {
      asLabels(labels);
      return false;
    };
  }
  if (others.length === 0) {
    return function matches(labels) {
      return only(asLabels(labels));
    };
  }
  return function matchesAny(labels) {
    const set = asLabels(labels);
    for (const alternative of alternatives) {
      if (alternative(set)) return true;
    }
    return false;
  };
}
