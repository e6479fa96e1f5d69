import { findOverlap } from '../algebra/find-overlap.ts';
import type { Controller } from './controllers.ts';
import type { FindingParts, ObjectPlace, RelatedPlace } from './finding.ts';
import { isIdentifying } from './identifying-keys.ts';
import { labelsText } from './labels-text.ts';
import type { LatentOverlap } from './latent-overlaps.ts';
import { listed } from './listed.ts';
import type { nodesApart } from './nodes-apart.ts';
import { objectTitle } from './object-title.ts';
import { ownLabel } from './own-label.ts';
import { isNotEmpty, MOST_OTHERS, type Taking } from './takings.ts';

function selectorPlace({ object, placed }: Controller): ObjectPlace {
  return { object, path: placed.claim.path, part: 'key' };
}

function selectorOf(controller: Controller): RelatedPlace {
  const message = `the selector of ${objectTitle(controller.object)}`;
  return { place: selectorPlace(controller), message };
}

function namesOf(controllers: readonly Controller[]): string {
  return listed(
    controllers.slice(0, 4).map(({ object }) => objectTitle(object)),
    controllers.length,
  );
}

/** What is known of controllers besides their selectors. */
export interface Known {
  /** Whether the pods of two objects can never be on one node. */
  readonly apart: ReturnType<typeof nodesApart>;
  /** Why one may not take what its selector selects for its own, as a sentence; undefined where it does. */
  readonly strangeness: (controller: Controller) => string | undefined;
  /** Whether its selector cannot be changed once it is there. */
  readonly isImmutable: (controller: Controller) => boolean;
}

/** DaemonSets of which each has nodes of its own: one for each operating system, or machine. */
function areApart(controllers: readonly Controller[], { apart }: Known): boolean {
  return (
    controllers.length <= MOST_OTHERS &&
    controllers.every(({ object }) => object.kind === 'DaemonSet') &&
    controllers.every(({ object }, at) =>
      controllers.slice(at + 1).every((other) => apart(object, other.object)),
    )
  );
}

/** How sure it is that controllers take pods of each other. */
function doubtOf(controllers: readonly Controller[], known: Known): Pick<FindingParts, 'verdict' | 'doubt'> {
  if (areApart(controllers, known)) {
    return {
      verdict: 'possible',
      doubt: 'they are for different nodes, where each has none but its own pods',
    };
  }
  const doubt = controllers.map(known.strangeness).find((why) => why !== undefined);
  return doubt === undefined ? { verdict: 'definite' } : { verdict: 'possible', doubt };
}

function mendOf(taker: Controller, others: readonly Controller[], { isImmutable }: Known): string {
  const [own] = taker.workloads;
  const label =
    own &&
    ownLabel(
      own,
      others.flatMap(({ workloads }) => workloads),
    );
  const how =
    label === undefined
      ? 'give its pods a label that no others have, and select by it'
      : `add ${label}, which the others do not have, to the selector`;
  return isImmutable(taker)
    ? `${how}; a selector cannot be changed, so delete the ${taker.object.kind} and create it anew`
    : how;
}

/** A label that the pods of all have, and of which each has a value of its own. */
function tellingKey(controllers: readonly Controller[]): string | undefined {
  const labels = controllers.map(({ workloads }) => workloads[0]?.pods.labels);
  const keys = [...(labels[0]?.keys() ?? [])].filter(isIdentifying);
  return keys.find((key) => {
    const values = labels.map((own) => own?.get(key));
    return !values.includes(undefined) && new Set(values).size === values.length;
  });
}

function mendOfAll(controllers: readonly Controller[], { isImmutable }: Known): string {
  const key = tellingKey(controllers);
  const how =
    key === undefined
      ? 'give the pods of each a label that no others have, and select by it'
      : `let each ask for its own value of ${key} as well`;
  const fixed = controllers.filter(isImmutable);
  if (fixed.length === 0) return how;
  return fixed.length === controllers.length
    ? `${how}; a selector cannot be changed, so delete them and create them anew`
    : `${how}; that of ${namesOf(fixed)} cannot be changed, so delete ${fixed.length === 1 ? 'it and create it' : 'these and create them'} anew`;
}

/** The labels of a pod that the selectors of both select. */
function commonLabels(one: Controller, other: Controller): string {
  return labelsText(findOverlap(one.placed.claim.selector, other.placed.claim.selector) ?? {});
}

/** The end of a message: what comes of it. */
function effectOf({ takers, isMutual }: Taking): string {
  if (isMutual) return "so that each may adopt the other's, and what goes by a selector counts them all";
  const [they, their] = takers.length === 1 ? ['it', 'its'] : ['they', 'their'];
  return `so that ${they} may adopt them, and what goes by ${their} selector counts them`;
}

/** What is told of controllers that select the pods of others. */
export function toldTaking(taking: Taking, known: Known): FindingParts {
  const { takers, others, isMutual } = taking;
  const [taker] = takers;
  const named =
    others.length < MOST_OTHERS
      ? namesOf(others)
      : `${listed(others.slice(0, 3).map(({ object }) => objectTitle(object)))}, to name a few`;
  const labels = `(${takers.length === 1 ? 'both' : 'all'} select ${commonLabels(taker, others[0])})`;
  const select = takers.length === 1 ? 'selects' : 'select';
  const what = isMutual ? `and ${named} select each other's pods` : `also ${select} the pods of ${named}`;
  return {
    place: selectorPlace(taker),
    ...doubtOf([...takers, ...others], known),
    message: `${namesOf(takers)} ${what} ${labels}, ${effectOf(taking)}`,
    mend: takers.length === 1 ? mendOf(taker, others, known) : mendOfAll(takers, known),
    related: [...takers.slice(1, MOST_OTHERS), ...others.slice(0, 3)].map(selectorOf),
  };
}

/** What is told of controllers whose selectors mean the same: at the second of them, or at the one that is given. */
function toldAlike(
  controllers: readonly Controller[],
  at: Controller,
  known: Known,
): FindingParts | undefined {
  const others = controllers.filter((one) => one !== at);
  if (!isNotEmpty(others)) return undefined;
  if (others.length === 1) return toldTaking({ takers: [at], others, isMutual: true }, known);
  return {
    place: selectorPlace(at),
    ...doubtOf(controllers, known),
    message: `${namesOf(controllers)} select each other's pods (all select ${commonLabels(at, others[0])}), so that each may adopt those of the others, and what goes by a selector counts them all`,
    mend: mendOfAll(controllers, known),
    related: others.slice(0, MOST_OTHERS).map(selectorOf),
  };
}

/** One finding for controllers whose selectors mean the same, and one more for those that may not go by them alone. */
export function findingsOfAlike(controllers: readonly Controller[], known: Known): readonly FindingParts[] {
  const ordinary = controllers.filter((one) => known.strangeness(one) === undefined);
  const strange = controllers.find((one) => known.strangeness(one) !== undefined);
  const second = ordinary[1];
  // What two do to each other is told at the second of them.
  const odd = strange === controllers[0] ? controllers[1] : strange;
  return [
    second && toldAlike(ordinary, second, known),
    strange && odd && toldAlike(controllers, odd, known),
  ].filter((finding) => finding !== undefined);
}

/** What is told of two selectors that could select one pod. */
export function toldLatent({ first, second, witness }: LatentOverlap): FindingParts {
  return {
    place: selectorPlace(second),
    verdict: 'possible',
    message: `${objectTitle(second.object)} and ${objectTitle(first.object)} both select pods with ${labelsText(witness)}`,
    mend: 'let both ask for different values of one label',
    doubt: 'no pods of either have these labels now',
    related: [selectorOf(first)],
  };
}
