import { hintFor } from '../match/hint.ts';
import type { Requirement } from '../selector/requirement.ts';
import { countOf, failingKeysBy } from './failing-keys.ts';
import type { ObjectPlace } from './finding.ts';
import { type Item, type Labelled, labelledOf } from './labelled.ts';
import type { PlacedClaim } from './world.ts';

/** Of those whose labels miss by equally little, as many are looked at for a slip of the fingers. */
const LOOKED_AT = 1000;

/** What a claim was probably meant to select, and by which label it does not. */
export interface NearMiss {
  readonly found: Labelled;
  /** What its labels do not satisfy; of several, the first. */
  readonly requirement: Requirement;
  /** `the pods of Deployment web have app=wbe`: a clause. */
  readonly text: string;
  /** Whether it looks like a slip of the fingers. */
  readonly isSlip: boolean;
}

/** How something may be near: by a slip of the fingers, by its name, or by all labels but a few. */
interface Candidate {
  readonly found: Labelled;
  readonly requirement: Requirement;
  readonly isSlip: boolean;
  readonly isNamesake: boolean;
}

/** The key of another label that has the value asked for. */
export function keyOfSameValue(
  { key, values }: Requirement,
  labels: ReadonlyMap<string, string>,
): string | undefined {
  const [value, another] = values;
  if (value === undefined || another !== undefined || labels.has(key)) return undefined;
  return [...labels].find(([, one]) => one === value)?.[0];
}

function textOf({ found: { labels, having }, requirement }: Candidate): string {
  const { key } = requirement;
  const value = labels.get(key);
  if (value !== undefined) return `${having} ${key}=${value}`;
  const other = keyOfSameValue(requirement, labels);
  return other === undefined
    ? `${having} no label ${key}`
    : `${having} ${other}=${labels.get(other)}, and no label ${key}`;
}

/** `2`, `v2`, `1.4.0`: no such value is a slip of the fingers for another one. */
const NUMBERED = /^v?\d+(?:[._-]\d+)*$/i;

function areNumbered(value: string, another: string): boolean {
  return NUMBERED.test(value) && NUMBERED.test(another);
}

function isSlip(requirement: Requirement, labels: ReadonlyMap<string, string>): boolean {
  const actual = labels.get(requirement.key);
  if (actual !== undefined && requirement.values.some((value) => areNumbered(value, actual))) return false;
  return hintFor(requirement, labels) !== undefined || keyOfSameValue(requirement, labels) !== undefined;
}

/** What a claim misses by the fewest keys; what shares nothing with it is not near. */
function nearest(
  placed: PlacedClaim,
  items: readonly Item[],
  namesake: string | undefined,
): readonly Candidate[] {
  const failingKeys = failingKeysBy(placed.claim.selector);
  const requirements = placed.claim.selector.alternatives.flat();
  const asked = new Set(requirements.map(({ key }) => key)).size;
  let least = Number.POSITIVE_INFINITY;
  let near: Labelled[] = [];
  for (const item of items) {
    const one = labelledOf(item);
    if (one.isOwned) continue;
    const count = countOf(failingKeys(one.labels));
    if (count > least) continue;
    if (count < least) near = [];
    least = count;
    near.push(one);
  }
  return near.slice(0, LOOKED_AT).flatMap((found) => {
    const { labels } = found;
    const { differing, missing } = failingKeys(labels);
    const requirement = requirements.find(({ key }) => differing.includes(key) || missing.includes(key));
    if (requirement === undefined) return [];
    const isNamesake = found.object.name === namesake;
    const slips = isSlip(requirement, labels);
    return least < asked || slips || isNamesake ? [{ found, requirement, isSlip: slips, isNamesake }] : [];
  });
}

/** Whether all of some candidates miss by the same label, so that it does not matter which of them is meant. */
function areAlike([first, ...others]: readonly Candidate[]): boolean {
  const key = first?.requirement.key ?? '';
  const value = first?.found.labels.get(key);
  return (
    value !== undefined &&
    others.every(({ requirement, found }) => requirement.key === key && found.labels.get(key) === value)
  );
}

/** The one candidate that is nearest; where several are, none is. */
function best(candidates: readonly Candidate[]): Candidate | undefined {
  for (const isBetter of [
    (one: Candidate) => one.isSlip && one.isNamesake,
    (one: Candidate) => one.isNamesake,
    (one: Candidate) => one.isSlip,
    () => true,
  ]) {
    const found = candidates.filter(isBetter);
    if (found.length > 0) return found.length === 1 || areAlike(found) ? found[0] : undefined;
  }
  return undefined;
}

/** Where the label stands that decides, or would stand. */
export function nearMissPlace({ found, requirement }: NearMiss): ObjectPlace {
  const { object, labels, labelsPath } = found;
  const path = labels.has(requirement.key) ? [...labelsPath, requirement.key] : labelsPath;
  return { object, path, part: 'key' };
}

/** As many are looked at for all the hints of a rule: whoever has thousands of findings reads the first ones. */
const LOOKS = 50_000;

/** Finds what claims were probably meant to select, as long as that is not too much work. */
export class NearMisses {
  #looks = LOOKS;

  /**
   * What a claim misses by the least, if there is one thing that stands out.
   *
   * @param items what it could select, if only that had other labels
   * @param namesake the name of what is probably meant; undefined where that cannot be told
   * @complexity O(items), and an edit distance or two for those that are nearest.
   */
  of(placed: PlacedClaim, items: readonly Item[], namesake: string | undefined): NearMiss | undefined {
    if (items.length > this.#looks) return undefined;
    this.#looks -= items.length;
    const near = best(nearest(placed, items, namesake));
    return near && { ...near, text: textOf(near) };
  }
}
