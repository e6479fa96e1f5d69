import { constraintOf } from '../constraint/meaning.ts';
import { parseInt64 } from '../labels/int64.ts';
import type { Requirement } from '../selector/requirement.ts';
import { nearest } from '../text/nearest.ts';
import { quote } from '../text/quote.ts';

/** The name of a key, without its prefix. */
function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** A label whose key may be the one that was meant: a slip of the fingers, or the same name under another prefix. */
function nearKey(key: string, labels: ReadonlyMap<string, string>): string | undefined {
  const near = nearest(key, labels.keys());
  if (near !== undefined) return near;
  for (const candidate of labels.keys()) {
    if (nameOf(candidate) === nameOf(key)) return candidate;
  }
  return undefined;
}

/** A value of the requirement that the actual one may stand for: a slip of the fingers, or a short form. */
function nearValue(actual: string, values: readonly string[]): string | undefined {
  const near = nearest(actual, values);
  if (near !== undefined || actual.length < 3) return near;
  return values.find((value) => value.length >= 3 && (value.startsWith(actual) || actual.startsWith(value)));
}

/**
 * What may have been meant, for a requirement that a label set does not satisfy.
 *
 * @returns a clause without a period, or undefined where nothing near is there
 * @complexity a bounded edit distance for each label, or for each value of the requirement.
 */
export function hintFor(requirement: Requirement, labels: ReadonlyMap<string, string>): string | undefined {
  const { key, operator, values } = requirement;
  const actual = labels.get(key);
  if (actual === undefined) {
    const near = nearKey(key, labels);
    return near === undefined
      ? undefined
      : `there is a label ${quote(near)} with the value ${quote(labels.get(near) ?? '')}`;
  }
  if (operator === 'gt' || operator === 'lt') {
    return parseInt64(actual) === undefined
      ? `${quote(actual)} is not a 64-bit integer, so it compares with nothing`
      : undefined;
  }
  if (constraintOf(requirement).present.kind !== 'one-of') return undefined;
  const near = nearValue(actual, values);
  if (near === undefined) return undefined;
  return near.toLowerCase() === actual.toLowerCase()
    ? `${quote(actual)} and ${quote(near)} differ in case`
    : `${quote(actual)} is near ${quote(near)}`;
}
