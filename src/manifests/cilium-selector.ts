import type { ObjectPath } from '../text/object-path.ts';
import { isJsonObject, type JsonObject, memberOf } from './places.ts';

/** A source of labels before a key that says no more than the key does: of Kubernetes, or any. */
const SOURCE = /^(?:k8s|any):/;

/**
 * Keys of labels that are none of pods: those of other sources, such as `reserved:host`, and those that Cilium makes of the
 * namespace, the service account and the cluster of a pod.
 */
const OTHERS = /^(?:\$|[^/]*:|reserved\.|io\.kubernetes\.pod\.|io\.cilium\.k8s\.)/;

/** A LabelSelector without sources in its keys. */
export interface PlainSelector {
  readonly value: unknown;
  /** The path to the same place of the selector as it is written. */
  readonly written: (path: ObjectPath) => ObjectPath;
}

/** A key of a selector without its source: `app` of `k8s:app`. Keys of labels have no colon, so others stay as they are. */
export function withoutSource(key: string): string {
  return key.replace(SOURCE, '');
}

/** Members by their keys without sources; undefined where two of them become one, or one is no label of pods. */
function plainLabels(labels: JsonObject): JsonObject | undefined {
  const entries = Object.entries(labels).map(([key, value]) => [withoutSource(key), value] as const);
  const keys = new Set(entries.map(([key]) => key));
  const isPlain = keys.size === entries.length && entries.every(([key]) => !OTHERS.test(key));
  return isPlain ? Object.fromEntries(entries) : undefined;
}

/** An expression by its key without a source; undefined where that is no label of pods. */
function plainExpression(expression: unknown): unknown {
  const key = isJsonObject(expression) ? memberOf(expression, 'key') : undefined;
  if (!isJsonObject(expression) || typeof key !== 'string') return expression;
  const plain = withoutSource(key);
  return OTHERS.test(plain) ? undefined : { ...expression, key: plain };
}

/**
 * A selector of Cilium as the LabelSelector of pods that it is (Cilium `labels.GetExtendedKeyFrom`).
 *
 * @param value what is written; with mistakes in it that are not of sources, they stay
 * @returns undefined for a selector that asks for more than labels of pods
 */
export function plainSelector(value: unknown): PlainSelector | undefined {
  const unchanged: PlainSelector = { value, written: (path) => path };
  if (!isJsonObject(value)) return unchanged;
  const [labels, expressions] = [memberOf(value, 'matchLabels'), memberOf(value, 'matchExpressions')];
  const plain: Record<string, unknown> = { ...value };
  const keys = new Map<string | number, string>();
  if (isJsonObject(labels)) {
    plain.matchLabels = plainLabels(labels);
    if (plain.matchLabels === undefined) return undefined;
    for (const key of Object.keys(labels)) keys.set(withoutSource(key), key);
  }
  if (Array.isArray(expressions)) {
    const found = expressions.map(plainExpression);
    if (found.includes(undefined)) return undefined;
    plain.matchExpressions = found;
  }
  return {
    value: plain,
    written: (path) => {
      const [field, key, ...rest] = path;
      const written = field === 'matchLabels' && key !== undefined ? keys.get(key) : undefined;
      return written === undefined ? path : ['matchLabels', written, ...rest];
    },
  };
}
