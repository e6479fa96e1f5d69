import { placeholderLabelDoubt } from './placeholder.ts';
import type { World } from './world.ts';

const KNOWN = new WeakMap<World, Map<string, ReadonlyMap<string, string>>>();

/** The first label of each namespace that is filled in before it is applied, as sentences. */
function doubtsOf(world: World, kind: string): ReadonlyMap<string, string> {
  const doubts = new Map<string, string>();
  for (const { namespace, subject } of world.thingsOf(kind)) {
    if (doubts.has(namespace)) continue;
    const doubt = placeholderLabelDoubt(subject.labels);
    if (doubt !== undefined) doubts.set(namespace, doubt);
  }
  return doubts;
}

/**
 * Why the labels of objects of a kind may be others once they are applied, as a sentence; undefined where nothing speaks
 * for it. O(labels of the objects of the kind), once.
 *
 * @param namespaces undefined for any
 */
export function filledInLabels(
  world: World,
  kind: string,
  namespaces: readonly string[] | undefined,
): string | undefined {
  const ofWorld = KNOWN.get(world) ?? new Map<string, ReadonlyMap<string, string>>();
  KNOWN.set(world, ofWorld);
  const doubts = ofWorld.get(kind) ?? doubtsOf(world, kind);
  ofWorld.set(kind, doubts);
  if (namespaces === undefined) return doubts.values().next().value;
  return namespaces.map((namespace) => doubts.get(namespace)).find((doubt) => doubt !== undefined);
}
