import { isJsonObject, memberOf } from '../manifests/places.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { containerPortsOf } from './service.ts';
import { listAt } from './value-at.ts';
import type { PlacedClaim, Thing, World } from './world.ts';

/** The kind that a monitor selects: the Services or the pods behind it. */
export function monitoredKind({ object: { kind } }: PlacedClaim): 'Service' | 'Pod' | undefined {
  if (kind === 'ServiceMonitor') return 'Service';
  return kind === 'PodMonitor' ? 'Pod' : undefined;
}

/** A port that a monitor asks for by its name, and where. */
export interface MonitoredPort {
  readonly name: string;
  readonly path: ObjectPath;
}

/** The ports of the endpoints of a monitor that are named: of a Service, or of the containers of pods. */
export function monitoredPorts({ object: { content, kind } }: PlacedClaim): readonly MonitoredPort[] {
  const field = kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
  return listAt(content, ['spec', field]).flatMap((endpoint, index) => {
    const name = isJsonObject(endpoint) ? memberOf(endpoint, 'port') : undefined;
    return typeof name === 'string' ? [{ name, path: ['spec', field, index, 'port'] }] : [];
  });
}

/** The names of the ports of a Service. */
function portsOfService({ object: { content } }: Thing): readonly string[] {
  return listAt(content, ['spec', 'ports']).flatMap((port) => {
    const name = isJsonObject(port) ? memberOf(port, 'name') : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** The names of the ports of all that a monitor selects for certain; undefined where it selects nothing for certain. */
export function portsMonitored(world: World, placed: PlacedClaim): ReadonlySet<string> | undefined {
  const names =
    monitoredKind(placed) === 'Service'
      ? world.thingsSelected(placed, 'Service').certain.map(portsOfService)
      : world.podsOf(placed).certain.map((workload) => containerPortsOf(workload).map(({ name }) => name));
  return names.length === 0 ? undefined : new Set(names.flat());
}
