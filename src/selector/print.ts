import { kindOf } from '../text/kind-of.ts';
import type { Alternative, Operator, Requirement } from './requirement.ts';

/**
 * A value as text. What no value of the language can be, such as a node's name with a comma, is quoted, so that the
 * text is refused and not read as something else.
 */
function written(value: string): string {
  return /^[-\w.]*$/.test(value) ? value : JSON.stringify(value);
}

/** How each operator is printed (apimachinery `Requirement.String`). */
const PRINTERS: { readonly [O in Operator]: (key: string, values: readonly string[]) => string } = {
  '=': (key, values) => `${key}=${values.join()}`,
  '==': (key, values) => `${key}==${values.join()}`,
  '!=': (key, values) => `${key}!=${values.join()}`,
  in: (key, values) => `${key} in (${inOrder(values)})`,
  notin: (key, values) => `${key} notin (${inOrder(values)})`,
  exists: (key) => key,
  '!': (key) => `!${key}`,
  gt: (key, values) => `${key}>${values.join()}`,
  lt: (key, values) => `${key}<${values.join()}`,
};

function inOrder(values: readonly string[]): string {
  return values.length < 2 ? values.map(written).join() : [...values].sort().map(written).join();
}

/**
 * One requirement as text, as Kubernetes prints it (apimachinery `Requirement.String`): `a=b`, `a in (b,c)`, `!a`; the
 * values of a set in byte order.
 *
 * @param requirement one of a Selector; of one that is made by hand, neither key nor values are checked
 * @complexity O(n log n) in the number of values.
 * @throws TypeError where it is no requirement, or of no operator
 */
export function printRequirement(requirement: Requirement): string {
  const given: Partial<Requirement> | null | undefined = requirement;
  const { operator } = given ?? {};
  if (operator === undefined || !Object.hasOwn(PRINTERS, operator) || !Array.isArray(given?.values)) {
    const which = operator === undefined ? kindOf(given) : `one of the operator ${JSON.stringify(operator)}`;
    throw new TypeError(
      `requirement must be { key, operator, values }, of an operator of the language, not ${which}`,
    );
  }
  return PRINTERS[operator](requirement.key, requirement.values);
}

function byKey(a: Requirement, b: Requirement): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/**
 * Alternatives as text: requirements by key, equal keys in the order written, alternatives joined by ` || `.
 * No alternative at all, and an empty one among others, have no text in the language; they print as words in angle
 * brackets, which do not parse.
 */
export function printAlternatives(alternatives: readonly Alternative[]): string {
  if (alternatives.length === 0) return '<nothing>';
  if (alternatives.length === 1) return printAlternative(alternatives[0] ?? []);
  return alternatives.map((a) => (a.length === 0 ? '<everything>' : printAlternative(a))).join(' || ');
}

function printAlternative(alternative: Alternative): string {
  return [...alternative].sort(byKey).map(printRequirement).join();
}
