import type { Selector } from '../selector/selector.ts';
import type { Conjunction } from './conjunction.ts';
import { conjunctionsOf } from './conjunctions-of.ts';
import { includesConjunction } from './includes.ts';
import type { KeyConstraint } from './key-constraint.ts';

/** A constraint as JSON data: the key, whether it may be absent, and its values. */
function written({ key, absent, present }: KeyConstraint): unknown {
  const may = absent ? '?' : '!';
  if (present.kind === 'none') return [key, may];
  if (present.kind === 'one-of') return [key, may, '+', ...present.values];
  const { range, values } = present;
  return range === undefined
    ? [key, may, '-', ...values]
    : [key, may, String(range.min), String(range.max), ...values];
}

/**
 * What a conjunction is filed under, so that those that may contain another are found without asking all: one of the
 * values of its shortest set, or else its first key; the empty one under nothing.
 */
function anchorsOf(conjunction: Conjunction): readonly string[] {
  const [first] = conjunction;
  if (first === undefined) return [''];
  let shortest: { readonly key: string; readonly values: readonly string[] } | undefined;
  for (const { key, present } of conjunction) {
    if (present.kind !== 'one-of' || (shortest && shortest.values.length <= present.values.length)) continue;
    shortest = { key, values: present.values };
  }
  const { key, values } = shortest ?? { key: first.key, values: [] };
  return values.length === 0 ? [anchor(key)] : values.map((value) => anchor(key, value));
}

function anchor(...parts: string[]): string {
  return JSON.stringify(parts);
}

/** Where all that contain a conjunction are filed: they constrain no key that it does not. */
function anchorsAround(conjunction: Conjunction): readonly string[] {
  return [
    '',
    ...conjunction.flatMap(({ key, present }) =>
      present.kind === 'one-of' ? [anchor(key), anchor(key, present.values[0] ?? '')] : [anchor(key)],
    ),
  ];
}

/**
 * One string for each meaning, to look selectors up by what they select: `a=b`, `a==b`, `a in (b)` and
 * `a,a in (b),a notin (c)` share it; Nothing and Everything have keys of their own.
 *
 * Selectors with the same key select the same label sets. Selectors of at most one alternative with different keys
 * select different ones. Of several alternatives those that are contained in another are left out; that a union of
 * some covers another is not seen here (`equivalent` of the algebra sees it).
 *
 * @returns JSON text; an opaque key, not a format
 * @complexity O(n log n) in requirements and values; quadratic only in the number of alternatives that have no value or
 * key to tell them apart by (`a!=b || a!=c || …`).
 * @throws TypeError where `selector` is no Selector
 */
export function selectorKey(selector: Selector): string {
  const distinct = new Map<string, Conjunction>();
  for (const conjunction of conjunctionsOf(selector)) {
    distinct.set(JSON.stringify(conjunction.map(written)), conjunction);
  }
  const filed = new Map<string, Conjunction[]>();
  for (const conjunction of distinct.values()) {
    for (const at of anchorsOf(conjunction)) {
      const others = filed.get(at);
      if (others === undefined) filed.set(at, [conjunction]);
      else others.push(conjunction);
    }
  }
  // Different texts are different meanings, so no two of these contain each other.
  const isContained = (inner: Conjunction) =>
    anchorsAround(inner).some((at) =>
      filed.get(at)?.some((outer) => outer !== inner && includesConjunction(outer, inner)),
    );
  const kept = [...distinct].filter(([, conjunction]) => !isContained(conjunction));
  return `[${kept
    .map(([text]) => text)
    .sort()
    .join()}]`;
}
