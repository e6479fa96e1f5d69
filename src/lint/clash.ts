import { findConflicts } from '../algebra/find-conflicts.ts';
import { inWords } from '../selector/objects/known-fields.ts';
import type { ObjectPlace, RelatedPlace } from './finding.ts';
import { requirementText } from './requirement-text.ts';
import type { PlacedClaim } from './world.ts';
import { type PlacedRequirement, selectorOf } from './written-selector.ts';

/** Requirements on one key that no label satisfies together, in the order written; none can be left out. */
export type Clash = readonly [PlacedRequirement, ...PlacedRequirement[]];

/**
 * What keeps some requirements from ever being satisfied, or two lists of them from being satisfied together.
 *
 * @returns undefined where some labels satisfy all of them
 */
export function clashIn(
  a: readonly PlacedRequirement[],
  b: readonly PlacedRequirement[] = [],
): Clash | undefined {
  const [conflict] = findConflicts(selectorOf(a), selectorOf(b)) ?? [];
  if (conflict === undefined) return undefined;
  const parts = new Set([...conflict.a, ...conflict.b]);
  const [first, ...others] = [...a, ...b].filter(({ requirement }) => parts.has(requirement));
  return first === undefined ? undefined : [first, ...others];
}

/** A clash as a clause: `app=web and app=api contradict each other`. */
export function clashText(clash: Clash): string {
  const texts = clash.map(({ requirement }) => requirementText(requirement));
  return texts.length === 1
    ? `no label satisfies ${texts.join()}`
    : `${inWords(texts)} contradict each other`;
}

/** Where a clash is told, at the last of its requirements, and where the others stand. */
export function clashPlaces(
  { object }: PlacedClaim,
  clash: Clash,
): { readonly place: ObjectPlace; readonly related: readonly RelatedPlace[] } {
  const last = clash[clash.length - 1] ?? clash[0];
  const placeOf = ({ path }: PlacedRequirement): ObjectPlace => ({ object, path, part: 'key' });
  return {
    place: placeOf(last),
    related: clash
      .filter((one) => one !== last)
      .map((one) => ({ place: placeOf(one), message: requirementText(one.requirement) })),
  };
}
