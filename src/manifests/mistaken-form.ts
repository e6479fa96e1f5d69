import type { ObjectPath } from '../text/object-path.ts';
import { type Finding, findingAt } from './finding.ts';
import { isJsonObject, type JsonObject, memberOf } from './places.ts';
import type { Form } from './row.ts';

/** A label of a map, as one would write it, to show where labels belong. */
function example(labels: JsonObject): string {
  const [key, value] = Object.entries(labels)[0] ?? ['app', 'web'];
  return `{ ${JSON.stringify(key)}: ${JSON.stringify(value)} }`;
}

function isLabelMap(value: JsonObject): boolean {
  const labels = Object.values(value);
  // An expression that should stand in a list has texts too, and is no map of labels.
  const isExpression = 'key' in value && 'operator' in value;
  return labels.length > 0 && labels.every((label) => typeof label === 'string') && !isExpression;
}

/**
 * A selector that is right, but of another form than its field has: told once, and not as one mistake for each label.
 *
 * @returns undefined where that is not what is wrong
 */
export function mistakenForm(value: unknown, form: Form, path: ObjectPath): Finding | undefined {
  if (!isJsonObject(value)) return undefined;
  if (form === 'label-selector' && isLabelMap(value)) {
    const message = `these are labels alone, and here they stand under matchLabels: { "matchLabels": ${example(value)} }`;
    return findingAt(path, 'wrong-type', message);
  }
  if (form !== 'label-map') return undefined;
  const labels = memberOf(value, 'matchLabels');
  const isSelector = isJsonObject(labels) || Array.isArray(memberOf(value, 'matchExpressions'));
  if (!isSelector) return undefined;
  const message = `this is a LabelSelector, and here stand labels alone, as in ${example(isJsonObject(labels) ? labels : {})}`;
  return findingAt(path, 'wrong-type', message);
}
