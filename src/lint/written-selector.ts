import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { NODE_NAME_KEY } from '../labels/node-name.ts';
import { withoutSource } from '../manifests/cilium-selector.ts';
import { isJsonObject, type JsonObject, memberOf } from '../manifests/places.ts';
import { NODE_SELECTOR_OPERATORS } from '../selector/objects/operator-names.ts';
import { frozenRequirement, type Requirement } from '../selector/requirement.ts';
import { conjunctionSelector, type Selector } from '../selector/selector.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { listAt, valueAt } from './value-at.ts';
import type { PlacedClaim } from './world.ts';

/** A requirement of a selector, and where in the object it is written. */
export interface PlacedRequirement {
  readonly requirement: Requirement;
  /** Of a label, or of an expression. */
  readonly path: ObjectPath;
}

/** Requirements that must all hold: those of a selector, or of one term of a NodeSelector. */
export interface WrittenAlternative {
  readonly path: ObjectPath;
  /** Labels first, then expressions, each in the order written. */
  readonly requirements: readonly PlacedRequirement[];
}

/** A selector as it is written in an object. */
export interface WrittenSelector {
  readonly path: ObjectPath;
  /** Whether it selects namespaces in which another one beside it looks. */
  readonly isOfNamespaces: boolean;
  readonly alternatives: readonly WrittenAlternative[];
}

function textsOf(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string');
}

function labelsIn(labels: JsonObject, path: ObjectPath): readonly PlacedRequirement[] {
  return Object.entries(labels).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [{ requirement: frozenRequirement(withoutSource(key), '=', [value]), path: [...path, key] }]
      : [],
  );
}

function expressionsIn(holder: JsonObject, field: string, path: ObjectPath): readonly PlacedRequirement[] {
  return listAt(holder, [field]).flatMap((item, index) => {
    if (!isJsonObject(item)) return [];
    const key = memberOf(item, 'key');
    const name = memberOf(item, 'operator');
    const operator = typeof name === 'string' ? NODE_SELECTOR_OPERATORS.get(name) : undefined;
    if (typeof key !== 'string' || operator === undefined) return [];
    const values = textsOf(listAt(item, ['values']));
    return [
      { requirement: frozenRequirement(withoutSource(key), operator, values), path: [...path, field, index] },
    ];
  });
}

function conjunctionIn(holder: JsonObject, path: ObjectPath): WrittenAlternative {
  const labels = memberOf(holder, 'matchLabels');
  const fields = expressionsIn(holder, 'matchFields', path);
  return {
    path,
    requirements: [
      ...(isJsonObject(labels) ? labelsIn(labels, [...path, 'matchLabels']) : []),
      ...expressionsIn(holder, 'matchExpressions', path),
      ...fields.filter(({ requirement }) => requirement.key === NODE_NAME_KEY),
    ],
  };
}

/** Whether something is written as a LabelSelector or a term, and not as a map of labels. */
function hasParts(value: JsonObject): boolean {
  return (
    isJsonObject(memberOf(value, 'matchLabels')) ||
    Array.isArray(memberOf(value, 'matchExpressions')) ||
    Array.isArray(memberOf(value, 'matchFields'))
  );
}

/** The alternatives that are written at a place, of a selector of any form that has no mistake. */
function alternativesAt(value: unknown, path: ObjectPath): readonly WrittenAlternative[] {
  if (!isJsonObject(value)) return [];
  if (Array.isArray(memberOf(value, 'nodeSelectorTerms'))) {
    return listAt(value, ['nodeSelectorTerms']).flatMap((term, index) =>
      isJsonObject(term) ? [conjunctionIn(term, [...path, 'nodeSelectorTerms', index])] : [],
    );
  }
  return [hasParts(value) ? conjunctionIn(value, path) : { path, requirements: labelsIn(value, path) }];
}

function selectorAt(
  { content }: KubernetesObject,
  path: ObjectPath,
  isOfNamespaces: boolean,
): WrittenSelector {
  return { path, isOfNamespaces, alternatives: alternativesAt(valueAt(content, path), path) };
}

/** The selectors that a claim is made of: its own, where it is written, and that of the namespaces it looks in. */
export function writtenSelectors({ object, claim }: PlacedClaim): readonly WrittenSelector[] {
  const { path, isWritten, reach } = claim;
  const namespaces = reach.kind === 'some' ? reach.path : undefined;
  return [
    ...(isWritten ? [selectorAt(object, path, false)] : []),
    ...(namespaces === undefined ? [] : [selectorAt(object, namespaces, true)]),
  ];
}

/** The selector that some requirements are. */
export function selectorOf(requirements: readonly PlacedRequirement[]): Selector {
  return conjunctionSelector(Object.freeze(requirements.map(({ requirement }) => requirement)));
}
