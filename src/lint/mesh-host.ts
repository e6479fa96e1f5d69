/** The domain of a cluster, unless it was made with another one. */
const DOMAIN = 'cluster.local';

const OF_SERVICE = /^([^.]+)\.([^.]+)\.svc\.(.+)$/;

/** Where a VirtualService of Istio says where requests go. */
export const ROUTE_DESTINATIONS: readonly string[] = [
  'spec.http[].route[].destination',
  'spec.http[].mirror',
  'spec.http[].mirrors[].destination',
  'spec.tls[].route[].destination',
  'spec.tcp[].route[].destination',
];

/** The Service that a host of Istio stands for. */
export interface HostedService {
  readonly name: string;
  readonly namespace: string;
}

/**
 * A host as Istio looks it up: what has no point in it is a Service of the namespace of the rule that names it, and everything
 * else stands as it is, so that `web.shop` is no Service (Istio `config.ResolveShortnameToFQDN`).
 *
 * @param namespace of the object in which it stands
 */
export function fullHost(host: string, namespace: string): string {
  return host.includes('.') || host === '*' || host.includes(':')
    ? host
    : `${host}.${namespace}.svc.${DOMAIN}`;
}

/** The Service of Kubernetes that a host stands for; undefined for hosts outside, of other clusters, and with a `*` in them. */
export function serviceOfHost(host: string, namespace: string): HostedService | undefined {
  const [, name, where, domain] = OF_SERVICE.exec(fullHost(host, namespace)) ?? [];
  return name === undefined || where === undefined || domain !== DOMAIN || name.includes('*')
    ? undefined
    : { name, namespace: where };
}

/** Whether a host with a `*` before its points, or another one, is for a host: `*.shop.svc.cluster.local`. */
export function coversHost(pattern: string, host: string): boolean {
  return pattern.startsWith('*') ? host.endsWith(pattern.slice(1)) : pattern === host;
}
