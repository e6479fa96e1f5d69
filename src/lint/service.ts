import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { isJsonObject, type JsonObject, memberOf } from '../manifests/places.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { listAt, valueAt } from './value-at.ts';
import type { Workload } from './workload.ts';

/** Where a Service sends what comes in at one of its ports. */
export interface TargetPort {
  /** A number, or the name of a port of a container. */
  readonly target: number | string;
  readonly protocol: string;
}

/** A port that a container says it listens at. */
export interface ContainerPort {
  readonly number: number;
  readonly name: string;
  readonly protocol: string;
}

/** Whether a Service only gives names to its pods, and sends no traffic anywhere itself. */
export function isHeadless({ content }: KubernetesObject): boolean {
  return valueAt(content, ['spec', 'clusterIP']) === 'None';
}

function objectsAt(content: unknown, path: ObjectPath): readonly JsonObject[] {
  return listAt(content, path).filter(isJsonObject);
}

function protocolOf(port: JsonObject): string {
  const protocol = memberOf(port, 'protocol');
  return typeof protocol === 'string' ? protocol : 'TCP';
}

/** Where a Service sends traffic. */
export function targetPortsOf({ content }: KubernetesObject): readonly TargetPort[] {
  return objectsAt(content, ['spec', 'ports']).flatMap((port) => {
    const target = memberOf(port, 'targetPort') ?? memberOf(port, 'port');
    return (typeof target === 'number' && target > 0) || (typeof target === 'string' && target !== '')
      ? [{ target, protocol: protocolOf(port) }]
      : [];
  });
}

/** The ports that the containers of a workload's pods say they listen at, those of sidecars included. */
export function containerPortsOf({ object, template }: Workload): readonly ContainerPort[] {
  const at = [...template.path, 'spec'];
  const sidecars = objectsAt(object.content, [...at, 'initContainers']).filter(
    (container) => memberOf(container, 'restartPolicy') === 'Always',
  );
  return [...objectsAt(object.content, [...at, 'containers']), ...sidecars].flatMap((container) =>
    objectsAt(container, ['ports']).flatMap((port) => {
      const number = memberOf(port, 'containerPort');
      const name = memberOf(port, 'name');
      return typeof number === 'number'
        ? [{ number, name: typeof name === 'string' ? name : '', protocol: protocolOf(port) }]
        : [];
    }),
  );
}

/** Whether a workload says that it listens where a Service sends traffic. */
export function listensAt({ target, protocol }: TargetPort, ports: readonly ContainerPort[]): boolean {
  return ports.some((port) => port.protocol === protocol && (port.number === target || port.name === target));
}

/**
 * Whether traffic for a port gets to the pods of a workload. One that is named leads only to pods that have a port of that
 * name; a number leads to all, whatever they say of their ports.
 */
export function isReachedAt(port: TargetPort, ports: readonly ContainerPort[]): boolean {
  return typeof port.target === 'number' || listensAt(port, ports);
}
