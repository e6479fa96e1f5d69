import type { Claim } from '../manifests/claim.ts';
import { groupOf, resourceOf, SELECTED_KINDS, type SelectedKind } from '../manifests/target.ts';

const NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries(SELECTED_KINDS).map(([kind, apiVersion]) => [
    resourceOf(kind),
    groupOf(apiVersion) === '' ? kind.replace(/\B[A-Z]/g, ' $&').toLowerCase() : kind,
  ]),
);

const KINDS: ReadonlyMap<string, SelectedKind> = new Map(
  Object.keys(SELECTED_KINDS).map((kind) => [resourceOf(kind), kind as SelectedKind]),
);

/** The kind that a claim selects; undefined where it may be any of several. */
export function selectedKind({ of }: Claim): SelectedKind | undefined {
  const [only, another] = of.flatMap(({ resources }) => resources);
  return only === undefined || another !== undefined ? undefined : KINDS.get(only);
}

/** What one thing is called that a claim selects: `pod`, `persistent volume`, `ServiceMonitor`; `object`, where it may be any. */
export function selectedNoun({ of }: Claim): string {
  const [only, another] = of.flatMap(({ resources }) => resources);
  return only === undefined || another !== undefined ? 'object' : (NOUNS.get(only) ?? 'object');
}
