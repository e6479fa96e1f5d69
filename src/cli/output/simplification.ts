import { printRequirement, type Selector } from '../../index.ts';
import { printable } from './printable.ts';

/** The requirements of a selector of one alternative as text, by key, in the order written. */
function byKey(selector: Selector): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const requirement of selector.alternatives.flat()) {
    const texts = keys.get(requirement.key) ?? [];
    keys.set(requirement.key, [...texts, printRequirement(requirement)]);
  }
  return keys;
}

/** What became of the requirements on one key, in words. */
function changes(before: readonly string[], after: readonly string[]): string[] {
  const isKept = after.every((text) => before.includes(text));
  if (!isKept) return [`${before.join()} is the same as ${after.join()}`];
  const twice = new Set(before.filter((text, index) => before.indexOf(text) < index));
  const needless = [...new Set(before)].filter((text) => !after.includes(text));
  return [
    ...[...twice].map((text) => `${text} was there more than once`),
    ...(needless.length === 0
      ? []
      : [`${needless.join()} ${needless.length === 1 ? 'follows' : 'follow'} from ${after.join()}`]),
  ];
}

/**
 * What became of the requirements of a selector that was simplified, a sentence for each that was left out or was
 * written anew: `tier!=db follows from tier=api`. Requirements on different keys have nothing to do with each other
 * where there is one alternative; of several nothing is told.
 */
export function simplificationLines(before: Selector, after: Selector): string[] {
  if (before.alternatives.length !== 1 || after.alternatives.length !== 1) return [];
  const simplest = byKey(after);
  return [...byKey(before)].flatMap(([key, texts]) => changes(texts, simplest.get(key) ?? [])).map(printable);
}
