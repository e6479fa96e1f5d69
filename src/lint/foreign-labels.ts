import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import type { Selector } from '../selector/selector.ts';
import type { World } from './world.ts';

/** Domains whose labels people write themselves, and those that Kubernetes adds where it is known. */
const WRITTEN = /(?:^|\.)kubernetes\.io$|^helm\.sh$/;

const DOMAINS = new WeakMap<World, ReadonlySet<string>>();

/** The domain of a key, such as `acme.cert-manager.io`; empty where it has none. */
function domainOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf('/')));
}

/** The domains of all labels that pods have, as far as it was read; remembered by world. O(labels). */
function domainsKnown(world: World): ReadonlySet<string> {
  let known = DOMAINS.get(world);
  if (known === undefined) {
    known = new Set(
      world.workloads.flatMap(({ pods }) => [...pods.labels.keys(), ...pods.open].map(domainOf)),
    );
    DOMAINS.set(world, known);
  }
  return known;
}

/**
 * Why a selector may be about pods that something in the cluster makes, as a sentence; undefined where nothing speaks for it.
 * Labels of a domain that no workload knows are those of other software: cert-manager solves a challenge by pods of its own
 * in the namespace of whoever asked, and policies let traffic through to these.
 */
export function foreignLabelDoubt(world: World, selector: Selector): string | undefined {
  const asked = conjunctionsOf(selector).map((conjunction) =>
    conjunction.filter(({ absent }) => !absent).map(({ key }) => key),
  );
  if (!asked.some((keys) => keys.some((key) => isForeign(domainOf(key))))) return undefined;
  const known = domainsKnown(world);
  const foreign = asked.map((keys) =>
    keys.find((key) => isForeign(domainOf(key)) && !known.has(domainOf(key))),
  );
  const key = foreign.find((one) => one !== undefined);
  if (key === undefined) return undefined;
  return `no workload that was read has labels of ${domainOf(key)}, and ${key} may be of pods that something in the cluster makes`;
}

function isForeign(domain: string): boolean {
  return domain !== '' && !WRITTEN.test(domain);
}
