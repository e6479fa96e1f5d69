import type { Conjunction } from '../constraint/conjunction.ts';
import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import { assertLabels, type Labels, refuseLabel, refuseLabels } from '../labels/labels.ts';
import type { Selector } from '../selector/selector.ts';
import { accepts, type LabelTest, labelTest, rank } from './label-test.ts';

/**
 * Whether a label set matches.
 * @param labels a plain object or a Map; keys and values are not validated
 */
export type Predicate = (labels: Labels) => boolean;

const hasOwn = Object.prototype.hasOwnProperty;

function matchesMap(tests: readonly LabelTest[], labels: ReadonlyMap<string, unknown>): boolean {
  for (let i = 0; i < tests.length; i++) {
    const test = tests[i] as LabelTest;
    const value = labels.get(test.key);
    if (typeof value === 'string') {
      if (!accepts(test, value)) return false;
    } else if (value !== undefined) refuseLabel(test.key, value);
    else if (!test.absent) return false;
  }
  return true;
}

/**
 * An object is asked whether it has a key before it is read: one of many shapes answers that in a tenth of the time
 * it takes to find that neither it nor its prototypes have the key, and inherited properties are no labels.
 */
function matchesObject(tests: readonly LabelTest[], labels: Readonly<Record<string, unknown>>): boolean {
  for (let i = 0; i < tests.length; i++) {
    const test = tests[i] as LabelTest;
    const value = hasOwn.call(labels, test.key) ? labels[test.key] : undefined;
    if (typeof value === 'string') {
      if (!accepts(test, value)) return false;
    } else if (value !== undefined) refuseLabel(test.key, value);
    else if (labels instanceof Set) refuseLabels(labels);
    else if (!test.absent) return false;
  }
  return true;
}

function compileConjunction(conjunction: Conjunction): Predicate {
  if (conjunction.length === 0) {
    return function matchesEverything(labels) {
      assertLabels(labels);
      return true;
    };
  }
  const tests = [...conjunction].sort((a, b) => rank(a) - rank(b)).map(labelTest);
  return function matches(labels) {
    if (labels instanceof Map) return matchesMap(tests, labels);
    if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) refuseLabels(labels);
    return matchesObject(tests, labels as Readonly<Record<string, unknown>>);
  };
}

/**
 * Compiles a selector to a predicate over label sets, plain objects and Maps alike, from its constraints: each key
 * is looked up once, the most selective tests come first, contradictions cost nothing. No code is generated.
 *
 * Labels are not validated, as in Kubernetes; of an object only own properties count, and a property that is
 * undefined is absent. Arrays and Sets are refused; other things that keep their content elsewhere (a Date, a Map of
 * another realm) read as objects without labels, since to tell them would cost every match.
 *
 * @returns a pure function; it throws a TypeError where its argument is no label set, or where a value it looks at
 * is no string
 * @complexity compiling O(n log n) in requirements and values; matching one look-up a key, until one fails.
 * Source of the rule: apimachinery `Requirement.Matches`.
 * @throws TypeError where `selector` is no Selector
 */
export function compileSelector(selector: Selector): Predicate {
  return compileConjunctions(conjunctionsOf(selector));
}

/** The predicate of what satisfies one of some conjunctions, as {@link compileSelector} makes it. */
export function compileConjunctions(conjunctions: readonly Conjunction[]): Predicate {
  const alternatives = conjunctions.map(compileConjunction);
  const [only, ...others] = alternatives;
  if (only === undefined) {
    return function matchesNothing(labels) {
      assertLabels(labels);
      return false;
    };
  }
  if (others.length === 0) return only;
  return function matchesAny(labels) {
    for (const alternative of alternatives) {
      if (alternative(labels)) return true;
    }
    return false;
  };
}
