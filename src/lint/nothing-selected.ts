import { isSatisfiable } from '../algebra/is-satisfiable.ts';
import { countOf, failingKeysBy } from './failing-keys.ts';
import type { Verdict } from './finding.ts';
import { foreignLabelDoubt } from './foreign-labels.ts';
import { runtimeLabelDoubt } from './labels-at-runtime.ts';
import { isSelectedByName } from './labels-by-name.ts';
import { namespacesReached } from './namespaces-reached.ts';
import { objectTitle } from './object-title.ts';
import { variantsIn } from './variants.ts';
import type { Workload } from './workload.ts';
import type { PlacedClaim, Selected, Thing, World } from './world.ts';

/** How sure it is that a claim selects nothing. */
export interface NothingSelected {
  readonly verdict: Verdict;
  /** Why it is not definite, as a sentence. */
  readonly doubt?: string;
}

type Item = Workload | Thing;

/** What there is of a kind in a namespace: the pods of workloads, or objects. */
function itemsIn(world: World, kind: string, namespace: string): readonly Item[] {
  return kind === 'Pod' ? world.workloadsIn(namespace) : world.thingsIn(namespace, kind);
}

/** `workload` for pods, since it is these that manifests have. */
function nounOf(kind: string): string {
  return kind === 'Pod' ? 'workload' : kind;
}

/** Why there may be things that were not seen. */
function unseenDoubt(
  world: World,
  kind: string,
  namespaces: readonly string[] | undefined,
): string | undefined {
  if (kind !== 'Pod' || world.unseen.objects !== undefined) return world.unseen.objects;
  if (namespaces === undefined) return world.unseen.pods(undefined);
  return namespaces.map((namespace) => world.unseen.pods(namespace)).find((doubt) => doubt !== undefined);
}

/** Why things that have the labels are elsewhere only as long as nobody says where they are applied. */
function placelessDoubt(world: World, { claim, object, namespace }: PlacedClaim): string | undefined {
  // What selects all pods of a namespace says nothing of which pods are meant.
  if (claim.reach.kind !== 'own' || claim.selector.alternatives[0]?.length === 0) return undefined;
  for (const { object: other, namespace: where } of world.podsLabelled(claim.selector)) {
    if (where === namespace) continue;
    const [silent, spoken] = object.namespace === '' ? [object, where] : [other, namespace];
    if (silent.namespace !== '') continue;
    return object.namespace === ''
      ? `${objectTitle(silent)} names no namespace; applied in ${spoken}, it selects ${objectTitle(other)}`
      : `${objectTitle(silent)} names no namespace; applied in ${spoken}, it is selected`;
  }
  return undefined;
}

/** Whether a selector asks for a label that pods may be given while they run. */
function asksForRuntimeLabel({ selector }: PlacedClaim['claim']): boolean {
  return selector.alternatives.some((all) => all.some(({ key }) => runtimeLabelDoubt(key) !== undefined));
}

/** Why something that is selected but for some keys may have these while it runs. */
function runtimeDoubt({ claim }: PlacedClaim, items: () => readonly Item[]): string | undefined {
  if (!asksForRuntimeLabel(claim)) return undefined;
  const failingKeys = failingKeysBy(claim.selector);
  for (const item of items()) {
    if (!('pods' in item)) continue;
    const { differing, missing } = failingKeys(item.pods.labels);
    const doubts = missing.map(runtimeLabelDoubt);
    if (differing.length === 0 && doubts.every((doubt) => doubt !== undefined)) return doubts[0];
  }
  return undefined;
}

/** Why a selector, or what it selects, may be another one once all that was read of one object is merged. */
function variantDoubt(
  world: World,
  { claim, object }: PlacedClaim,
  namespaces: readonly string[],
): string | undefined {
  const { objects, labels } = variantsIn(world);
  if (objects.has(object))
    return `${objectTitle(object)} was read more than once, and this may be a patch of it`;
  const merged = namespaces.flatMap((namespace) => labels.get(namespace) ?? []);
  if (merged.length === 0) return undefined;
  const failingKeys = failingKeysBy(claim.selector);
  const found = merged.find((one) => countOf(failingKeys(one.labels)) === 0);
  return (
    found &&
    `${objectTitle(found.workload.object)} was read more than once, and all of it together may be selected`
  );
}

function selectedOf(world: World, placed: PlacedClaim, kind: string): Selected<Item> {
  return kind === 'Pod' ? world.podsOf(placed) : world.thingsSelected(placed, kind);
}

/** Whether anything was read that a claim could select, as far as its namespaces are concerned. */
export function isAnythingInReach(world: World, placed: PlacedClaim, kind = 'Pod'): boolean {
  const namespaces = namespacesReached(placed);
  if (namespaces !== undefined) {
    return namespaces.some((namespace) => itemsIn(world, kind, namespace).length > 0);
  }
  return (kind === 'Pod' ? world.workloads : world.thingsOf(kind)).length > 0;
}

/**
 * Whether a claim selects nothing at all, and how sure that is.
 *
 * @param kind what it is to select; pods, if left out
 * @returns undefined where it selects something, and where its selector is made to select nothing: one that is not written,
 * or contradicts itself, which is another mistake
 * Complexity: that of `world.podsOf` where something is selected, and otherwise O(things in its namespaces).
 */
export function nothingSelected(
  world: World,
  placed: PlacedClaim,
  kind = 'Pod',
): NothingSelected | undefined {
  const { certain, open } = selectedOf(world, placed, kind);
  const { selector } = placed.claim;
  if (certain.length > 0 || !isSatisfiable(selector)) return undefined;
  const namespaces = namespacesReached(placed);
  const unseen = unseenDoubt(world, kind, namespaces);
  if (unseen !== undefined) return { verdict: 'unknown', doubt: unseen };
  // Of what is open by its namespace, the name tells nothing.
  const isByName = kind === 'Pod' && placed.claim.reach.kind === 'own';
  const named = isByName ? world.podsOf(placed).open.map((one) => isSelectedByName(selector, one)) : [];
  if (named.includes(true)) return undefined;
  const doubtful = open.find((_, at) => named[at] !== false);
  if (doubtful !== undefined) {
    const doubt = `${objectTitle(doubtful.object)} may be selected, by labels that only a cluster knows`;
    return { verdict: 'unknown', doubt };
  }
  const noun = nounOf(kind);
  const placeless = kind === 'Pod' ? placelessDoubt(world, placed) : undefined;
  if (placeless !== undefined) return { verdict: 'unknown', doubt: placeless };
  if (namespaces === undefined) {
    const doubt = `a ${noun} that was not read, in whatever namespace, may have these labels`;
    return { verdict: 'possible', doubt };
  }
  const unread = namespaces.find((namespace) => itemsIn(world, kind, namespace).length === 0);
  if (unread !== undefined) {
    return { verdict: 'possible', doubt: `no ${noun} of the namespace ${unread} was read` };
  }
  const doubt =
    variantDoubt(world, placed, namespaces) ??
    runtimeDoubt(placed, () => namespaces.flatMap((namespace) => itemsIn(world, kind, namespace))) ??
    (kind === 'Pod' ? foreignLabelDoubt(world, selector) : undefined);
  return doubt === undefined ? { verdict: 'definite' } : { verdict: 'possible', doubt };
}
