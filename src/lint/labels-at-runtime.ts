/** Names of labels by which members of a cluster of databases, or of another one with a leader, tell what they are. */
const ROLE = /(?:^|[-_.])(?:role|leader|master|primary|active|standby|sealed|initialized)(?:$|[-_.])/i;

/** Domains whose labels sidecars and their webhooks put on pods. */
const INJECTED = /(?:^|\.)istio\.io\//;

/**
 * Why pods may be given a label while they run that their template does not have, as a sentence; undefined where nothing
 * speaks for it. Vault marks its active pod so, Patroni its primary one, and Services select by it.
 */
export function runtimeLabelDoubt(key: string): string | undefined {
  const name = key.slice(key.lastIndexOf('/') + 1).replace(/([a-z])([A-Z])/g, '$1-$2');
  return ROLE.test(name) || INJECTED.test(key)
    ? `pods may be given the label ${key} while they run`
    : undefined;
}
