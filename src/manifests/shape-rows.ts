import { isJsonObject, type JsonObject, memberOf } from './places.ts';
import type { Row } from './row.ts';

/** What a selector beside a pod template does, be the kind what it may. */
const BESIDE_TEMPLATE: Omit<Row, 'form'> = {
  at: 'spec',
  field: 'selector',
  claim: 'controls',
  of: 'Pod',
  reach: 'own',
  absent: 'no-claim',
  empty: 'everything',
};

/**
 * Rows for an object of a kind that is not known and that has a pod template, by its shape: a selector beside the
 * template selects the pods. It is a LabelSelector, or a plain map of labels.
 */
export function shapeRows(content: JsonObject): readonly Row[] {
  const spec = memberOf(content, 'spec');
  const selector = isJsonObject(spec) ? memberOf(spec, 'selector') : undefined;
  if (!isJsonObject(selector)) return [];
  const fields = Object.keys(selector);
  if (fields.some((field) => field === 'matchLabels' || field === 'matchExpressions')) {
    return [{ ...BESIDE_TEMPLATE, form: 'label-selector' }];
  }
  const isMap = fields.length > 0 && fields.every((field) => typeof selector[field] === 'string');
  return isMap ? [{ ...BESIDE_TEMPLATE, form: 'label-map' }] : [];
}
