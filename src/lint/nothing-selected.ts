import { isSatisfiable } from '../algebra/is-satisfiable.ts';
import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { hasPlaceholder } from '../manifests/placeholder.ts';
import { clusterPodsDoubt } from './cluster-pods.ts';
import { countOf, failingKeysBy } from './failing-keys.ts';
import { filledInLabels } from './filled-in-labels.ts';
import type { Verdict } from './finding.ts';
import { foreignLabelDoubt } from './foreign-labels.ts';
import { type Item, itemsIn, itemsLabelled, itemsOf, nounOf } from './labelled.ts';
import { runtimeLabelDoubt } from './labels-at-runtime.ts';
import { isSelectedByName } from './labels-by-name.ts';
import { namespacesReached } from './namespaces-reached.ts';
import { objectTitle } from './object-title.ts';
import { variantsIn } from './variants.ts';
import type { PlacedClaim, Selected, World } from './world.ts';

/** How sure it is that a claim selects nothing. */
export interface NothingSelected {
  readonly verdict: Verdict;
  /** Why it is not definite, as a sentence. */
  readonly doubt?: string;
}

/** Why there may be things that were not seen. */
function unseenDoubt(
  world: World,
  kind: string,
  namespaces: readonly string[] | undefined,
): string | undefined {
  const { unseen } = world;
  if (unseen.objects !== undefined) return unseen.objects;
  const doubtOf = (namespace: string | undefined): string | undefined =>
    kind === 'Pod' ? unseen.pods(namespace) : unseen.made(namespace);
  const doubt = (namespaces ?? [undefined]).map(doubtOf).find((one) => one !== undefined);
  return doubt ?? (kind === 'Pod' ? undefined : filledInLabels(world, kind, namespaces));
}

/** What an object says of where it is applied, where that decides nothing: it names no namespace, or one that is filled in. */
function silence({ namespace }: KubernetesObject): string | undefined {
  if (namespace === '') return 'names no namespace';
  return hasPlaceholder(namespace) ? 'is in a namespace that is filled in before it is applied' : undefined;
}

/** Why things that have the labels are elsewhere only as long as nobody says where they are applied. */
function placelessDoubt(
  world: World,
  placed: PlacedClaim,
  kind: string,
  namespaces: readonly string[] | undefined,
): string | undefined {
  const { claim, object } = placed;
  const [reached] = namespaces ?? [];
  // What selects all pods of a namespace says nothing of which pods are meant.
  if (reached === undefined || claim.selector.alternatives[0]?.length === 0) return undefined;
  const own = claim.reach.kind === 'own' ? silence(object) : undefined;
  for (const { object: other, namespace: where } of itemsLabelled(world, placed, kind)) {
    if (namespaces?.includes(where)) continue;
    if (own !== undefined)
      return `${objectTitle(object)} ${own}; applied in ${where}, it selects ${objectTitle(other)}`;
    const others = silence(other);
    if (others !== undefined) return `${objectTitle(other)} ${others}; applied in ${reached}, it is selected`;
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
  return itemsOf(world, kind).length > 0;
}

/**
 * Whether a claim selects nothing at all, and how sure that is.
 *
 * @param kind what it is to select; pods, if left out
 * @returns undefined where it selects something, and where its selector is made to select nothing: one that is not written,
 * or contradicts itself, which is another mistake
 * @complexity that of `world.podsOf` where something is selected, and otherwise O(things in its namespaces).
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
  const placeless = placelessDoubt(world, placed, kind, namespaces);
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
    (kind === 'Pod'
      ? (foreignLabelDoubt(world, selector) ?? clusterPodsDoubt(selector, namespaces))
      : undefined);
  return doubt === undefined ? { verdict: 'definite' } : { verdict: 'possible', doubt };
}
