import { isJsonObject, memberOf } from '../manifests/places.ts';
import { listAt } from './value-at.ts';

/**
 * A LabelSelector as the API server compares it with the one that is stored, field by field (apimachinery
 * `equality.Semantic.DeepEqual`): the order of labels is none, that of expressions and their values is one; null, an empty
 * list and nothing at all are the same within it; what it means does not matter.
 *
 * @param written what stands in an object; no object is no selector
 * @returns an opaque text: selectors are equal where their texts are
 */
export function storedSelector(written: unknown): string {
  if (!isJsonObject(written)) return 'none';
  const labels = memberOf(written, 'matchLabels');
  const pairs = Object.entries(isJsonObject(labels) ? labels : {}).map(([key, value]) => [key, value ?? '']);
  const expressions = listAt(written, ['matchExpressions'])
    .map((item) => (isJsonObject(item) ? item : {}))
    .map((item) => [
      memberOf(item, 'key') ?? '',
      memberOf(item, 'operator') ?? '',
      listAt(item, ['values']).map((value) => value ?? ''),
    ]);
  return JSON.stringify([pairs.sort(), expressions]);
}
