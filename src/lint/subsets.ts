import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Finding } from '../manifests/finding.ts';
import { isJsonObject, memberOf, placesOf } from '../manifests/places.ts';
import { readSelector } from '../manifests/read-selector.ts';
import { groupOf } from '../manifests/target.ts';
import type { Selector } from '../selector/selector.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { fullHost } from './mesh-host.ts';
import type { Misreading } from './misreading.ts';
import { valueAt } from './value-at.ts';
import type { World } from './world.ts';

/** A part of the pods of a host, as a DestinationRule names it. */
export interface Subset {
  readonly rule: DestinationRule;
  /** Empty where it is not said. */
  readonly name: string;
  /** Where its labels stand, or would stand. */
  readonly path: ObjectPath;
  /** By its labels; undefined where it has none, or these have a mistake. */
  readonly selector: Selector | undefined;
}

/** What is said of a host. */
export interface DestinationRule {
  readonly object: KubernetesObject;
  readonly namespace: string;
  /** As it is written. */
  readonly host: string;
  /** As Istio looks it up. */
  readonly fullHost: string;
}

/** The subsets of everything that was read. */
export interface Subsets {
  /** Those that name a host. */
  readonly rules: readonly DestinationRule[];
  readonly subsets: readonly Subset[];
  /** What is wrong with the labels of subsets. */
  readonly misreadings: readonly Misreading[];
}

const KNOWN = new WeakMap<World, Subsets>();

/** The group of the kinds of Istio that say where requests go. */
export const NETWORKING_GROUP = 'networking.istio.io';

function subsetsOf(rule: DestinationRule, findings: Finding[]): readonly Subset[] {
  const { content } = rule.object;
  return placesOf({ path: [], value: content }, 'spec.subsets[]', []).map(({ path, value }) => {
    const name = memberOf(value, 'name');
    const labels = memberOf(value, 'labels');
    const at = [...path, 'labels'];
    const isSelecting = isJsonObject(labels) ? Object.keys(labels).length > 0 : labels !== undefined;
    return {
      rule,
      name: typeof name === 'string' ? name : '',
      path: at,
      selector: isSelecting ? readSelector(labels, 'label-map', at, findings) : undefined,
    };
  });
}

function find(world: World): Subsets {
  const rules: DestinationRule[] = [];
  const subsets: Subset[] = [];
  const misreadings: Misreading[] = [];
  for (const { object, namespace } of world.thingsOf('DestinationRule')) {
    const host = valueAt(object.content, ['spec', 'host']);
    if (groupOf(object.apiVersion) !== NETWORKING_GROUP || typeof host !== 'string' || host === '') continue;
    const rule = { object, namespace, host, fullHost: fullHost(host, namespace) };
    const findings: Finding[] = [];
    rules.push(rule);
    subsets.push(...subsetsOf(rule, findings));
    misreadings.push(...findings.map((finding) => ({ object, finding })));
  }
  return { rules, subsets, misreadings };
}

/** The DestinationRules of a world, and the subsets that they name. O(objects of the kind), once. */
export function subsetsIn(world: World): Subsets {
  const known = KNOWN.get(world) ?? find(world);
  KNOWN.set(world, known);
  return known;
}
