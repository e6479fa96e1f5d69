import { hintFor } from '../match/hint.ts';
import type { Requirement } from '../selector/requirement.ts';
import { countOf, failingKeysBy } from './failing-keys.ts';
import type { ObjectPlace } from './finding.ts';
import { objectTitle } from './object-title.ts';
import type { Workload } from './workload.ts';
import type { PlacedClaim } from './world.ts';

/** Of the workloads whose labels miss by equally little, as many are looked at for a slip of the fingers. */
const LOOKED_AT = 1000;

/** What a claim was probably meant to select, and by which label it does not. */
export interface NearMiss {
  readonly workload: Workload;
  /** What the labels of the workload do not satisfy; of several, the first. */
  readonly requirement: Requirement;
  /** `the pods of Deployment web have app=wbe`: a clause. */
  readonly text: string;
  /** Whether it looks like a slip of the fingers. */
  readonly isSlip: boolean;
}

/** How a workload may be near: by a slip of the fingers, by its name, or by all labels but a few. */
interface Candidate {
  readonly workload: Workload;
  readonly requirement: Requirement;
  readonly isSlip: boolean;
  readonly isNamesake: boolean;
}

/** A label of another key that has the value asked for. */
function sameValue({ key, values }: Requirement, labels: ReadonlyMap<string, string>): string | undefined {
  const [value, another] = values;
  if (value === undefined || another !== undefined || labels.has(key)) return undefined;
  return [...labels].find(([, one]) => one === value)?.[0];
}

function textOf({ workload, requirement }: Candidate): string {
  const { key } = requirement;
  const { labels } = workload.pods;
  const value = labels.get(key);
  const whose = `the pods of ${objectTitle(workload.object)}`;
  if (value !== undefined) return `${whose} have ${key}=${value}`;
  const other = sameValue(requirement, labels);
  return other === undefined
    ? `${whose} have no label ${key}`
    : `${whose} have ${other}=${labels.get(other)}, and no label ${key}`;
}

function isSlip(requirement: Requirement, labels: ReadonlyMap<string, string>): boolean {
  return hintFor(requirement, labels) !== undefined || sameValue(requirement, labels) !== undefined;
}

/** The workloads that a claim misses by the fewest keys; those that share nothing with it are not near. */
function nearest(
  placed: PlacedClaim,
  workloads: readonly Workload[],
  namesake: string | undefined,
): readonly Candidate[] {
  const failingKeys = failingKeysBy(placed.claim.selector);
  const requirements = placed.claim.selector.alternatives.flat();
  const asked = new Set(requirements.map(({ key }) => key)).size;
  let least = Number.POSITIVE_INFINITY;
  let found: Workload[] = [];
  for (const workload of workloads) {
    if (workload.isOwned) continue;
    const count = countOf(failingKeys(workload.pods.labels));
    if (count > least) continue;
    if (count < least) found = [];
    least = count;
    found.push(workload);
  }
  return found.slice(0, LOOKED_AT).flatMap((workload) => {
    const { labels } = workload.pods;
    const { differing, missing } = failingKeys(labels);
    const requirement = requirements.find(({ key }) => differing.includes(key) || missing.includes(key));
    if (requirement === undefined) return [];
    const isNamesake = workload.object.name === namesake;
    const slips = isSlip(requirement, labels);
    return least < asked || slips || isNamesake ? [{ workload, requirement, isSlip: slips, isNamesake }] : [];
  });
}

/** Whether all of some candidates miss by the same label, so that it does not matter which of them is meant. */
function areAlike([first, ...others]: readonly Candidate[]): boolean {
  const key = first?.requirement.key ?? '';
  const value = first?.workload.pods.labels.get(key);
  return (
    value !== undefined &&
    others.every(
      ({ requirement, workload }) => requirement.key === key && workload.pods.labels.get(key) === value,
    )
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
export function nearMissPlace({ workload, requirement }: NearMiss): ObjectPlace {
  const labels = [...workload.template.path, 'metadata', 'labels'];
  const { object, pods } = workload;
  const path = pods.labels.has(requirement.key) ? [...labels, requirement.key] : labels;
  return { object, path, part: 'key' };
}

/** As many workloads are looked at for all the hints of a rule: whoever has thousands of findings reads the first ones. */
const LOOKS = 50_000;

/** Finds what claims were probably meant to select, as long as that is not too much work. */
export class NearMisses {
  #looks = LOOKS;

  /**
   * The workload that a claim misses by the least, if there is one that stands out.
   *
   * @param workloads those that it could select, if only they had other labels
   * @param namesake the name of the workload that is probably meant; undefined where that cannot be told
   * Complexity: O(workloads), and an edit distance or two for those that are nearest.
   */
  of(
    placed: PlacedClaim,
    workloads: readonly Workload[],
    namesake: string | undefined,
  ): NearMiss | undefined {
    if (workloads.length > this.#looks) return undefined;
    this.#looks -= workloads.length;
    const found = best(nearest(placed, workloads, namesake));
    return found && { ...found, text: textOf(found) };
  }
}
