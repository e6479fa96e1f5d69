import type { Labels } from '../../labels/labels.ts';
import { type ParseResult, selectorOrThrow } from '../parse-result.ts';
import { conjunctionSelector, type Selector } from '../selector.ts';
import { Findings } from './findings.ts';
import { type PairsKind, readLabelPairs } from './label-pairs.ts';
import { writtenConjunction } from './written-conjunction.ts';

const LABEL_MAP: PairsKind = {
  title: 'a label map',
  mendType: (value) => (typeof value === 'string' ? 'for the text of a selector there is parseSelector' : ''),
};

/**
 * Reads a label map, the selector of a Service, a ReplicationController or a Pod's nodeSelector: every pair an `=`,
 * in byte order of the keys. `{}`, null and undefined match everything (what an object does without a map is that
 * object's business).
 *
 * @param value any value: an object, by its own enumerable properties, or a Map
 * @returns the selector, or every mistake with its path: `app`, `["app.kubernetes.io/name"]`, and `""` for the whole
 * map; never throws
 * @complexity O(n log n) in the number of pairs.
 */
export function tryFromLabelMap(value: unknown): ParseResult {
  const findings = new Findings();
  const alternative = writtenConjunction(readLabelPairs(value, '', LABEL_MAP, findings), findings);
  return findings.result(() => conjunctionSelector(alternative));
}

/**
 * Reads a label map, as {@link tryFromLabelMap} does, for maps that ought to be right.
 *
 * @param map a plain object or a Map; `{}`, null and undefined match everything, and a value that is undefined is a mistake
 * @throws SelectorError with every mistake in `diagnostics`
 */
export function fromLabelMap(map: Labels | null | undefined): Selector {
  return selectorOrThrow(tryFromLabelMap(map));
}
