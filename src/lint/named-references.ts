import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { isJsonObject, type JsonObject, memberOf, placesOf } from '../manifests/places.ts';
import { groupOf } from '../manifests/target.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { ROUTE_DESTINATIONS, serviceOfHost } from './mesh-host.ts';

/** A relation of an object to one that it names, and does not select. */
export type ReferenceKind = 'forwards-to' | 'scales';

/** Every such relation, with what an object does to the other. */
export const REFERENCE_KINDS: Readonly<Record<ReferenceKind, string>> = {
  'forwards-to': 'forwards requests to',
  scales: 'scales',
};

/** An object that another one names. */
export interface NamedReference {
  readonly relation: ReferenceKind;
  readonly kind: string;
  readonly name: string;
  /** Where it is; undefined for the namespace of the object that names it. */
  readonly namespace: string | undefined;
  /** Where the name stands. */
  readonly path: ObjectPath;
}

/** Where a kind of object names others: the objects with the name, and the kind where these do not say it. */
interface ReferenceRow {
  readonly group: string;
  readonly kind: string;
  readonly at: readonly string[];
  readonly relation: ReferenceKind;
  readonly target: string;
  /** Whether they are named by a host of Istio, under `host`. */
  readonly isByHost?: true;
}

const ROUTE = { at: ['spec.rules[].backendRefs[]'], relation: 'forwards-to', target: 'Service' } as const;
const GATEWAY = 'gateway.networking.k8s.io';

const ROWS: readonly ReferenceRow[] = [
  {
    group: 'networking.k8s.io',
    kind: 'Ingress',
    at: ['spec.defaultBackend.service', 'spec.rules[].http.paths[].backend.service'],
    relation: 'forwards-to',
    target: 'Service',
  },
  { group: GATEWAY, kind: 'HTTPRoute', ...ROUTE },
  { group: GATEWAY, kind: 'GRPCRoute', ...ROUTE },
  { group: GATEWAY, kind: 'TCPRoute', ...ROUTE },
  { group: GATEWAY, kind: 'TLSRoute', ...ROUTE },
  {
    group: 'networking.istio.io',
    kind: 'VirtualService',
    at: ROUTE_DESTINATIONS,
    relation: 'forwards-to',
    target: 'Service',
    isByHost: true,
  },
  {
    group: 'autoscaling',
    kind: 'HorizontalPodAutoscaler',
    at: ['spec.scaleTargetRef'],
    relation: 'scales',
    target: '',
  },
  {
    group: 'autoscaling.k8s.io',
    kind: 'VerticalPodAutoscaler',
    at: ['spec.targetRef'],
    relation: 'scales',
    target: '',
  },
  {
    group: 'keda.sh',
    kind: 'ScaledObject',
    at: ['spec.scaleTargetRef'],
    relation: 'scales',
    target: 'Deployment',
  },
];

function textAt(value: JsonObject, name: string): string | undefined {
  const text = memberOf(value, name);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The Service that a host names; undefined for what is none of the cluster. What has no point in it is of the same namespace. */
function namedByHost(value: JsonObject): Pick<NamedReference, 'name' | 'namespace'> | undefined {
  const host = textAt(value, 'host');
  if (host === undefined) return undefined;
  return host.includes('.') ? serviceOfHost(host, '') : { name: host, namespace: undefined };
}

/** The objects that an object names as what it forwards requests to, or scales. O(size of the lists with names). */
export function namedReferences({ apiVersion, kind, content }: KubernetesObject): readonly NamedReference[] {
  const group = groupOf(apiVersion);
  const rows = ROWS.filter((row) => row.kind === kind && row.group === group);
  if (rows.length === 0 || !isJsonObject(content)) return [];
  return rows.flatMap(({ at, relation, target, isByHost }) =>
    at
      .flatMap((pattern) => placesOf({ path: [], value: content }, pattern, []))
      .flatMap(({ path, value }) => {
        if (isByHost) {
          const named = namedByHost(value);
          return named === undefined ? [] : [{ relation, kind: target, ...named, path: [...path, 'host'] }];
        }
        const name = textAt(value, 'name');
        const named = textAt(value, 'kind') ?? target;
        if (name === undefined || named === '') return [];
        const namespace = textAt(value, 'namespace');
        return [{ relation, kind: named, name, namespace, path: [...path, 'name'] }];
      }),
  );
}
