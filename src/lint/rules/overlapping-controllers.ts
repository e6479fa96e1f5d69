import { findOverlap } from '../../algebra/find-overlap.ts';
import type { Registry } from '../../manifests/registry.ts';
import { type Controller, controllersIn } from '../controllers.ts';
import type { FindingParts, RelatedPlace } from '../finding.ts';
import { labelsText } from '../labels-text.ts';
import { type LatentOverlap, latentOverlaps } from '../latent-overlaps.ts';
import { listed } from '../listed.ts';
import { nodesApart } from '../nodes-apart.ts';
import { objectTitle } from '../object-title.ts';
import { ownLabel } from '../own-label.ts';
import type { Rule } from '../rule.ts';
import { TakenPods } from '../taken-pods.ts';

/** As many others are looked at for one controller: nobody reads more names. */
const MOST_OTHERS = 20;

function selectorOf({ object, placed }: Controller, message: string): RelatedPlace {
  return { place: { object, path: placed.claim.path, part: 'key' }, message };
}

type AreApart = ReturnType<typeof nodesApart>;

/** DaemonSets of which each has nodes of its own: one for each operating system, or machine. */
function areApart([taker, ...others]: readonly Controller[], apart: AreApart): boolean {
  return others.every(
    ({ object }) =>
      object.kind === 'DaemonSet' && taker?.object.kind === 'DaemonSet' && apart(taker.object, object),
  );
}

/** What is known besides the controllers. */
interface Known {
  readonly apart: AreApart;
  readonly registry: Registry;
}

/** What is known of controllers by kinds that are none of Kubernetes is little. */
function doubtOf(
  controllers: readonly Controller[],
  { apart, registry }: Known,
): Pick<FindingParts, 'verdict' | 'doubt'> {
  if (areApart(controllers, apart)) {
    return {
      verdict: 'possible',
      doubt: 'they are for different nodes, where each has none but its own pods',
    };
  }
  const strange = controllers.find(
    ({ object: { apiVersion, kind } }) => registry(apiVersion, kind) === undefined,
  );
  return strange === undefined
    ? { verdict: 'definite' }
    : {
        verdict: 'possible',
        doubt: `${objectTitle(strange.object)} is of a kind that is not known here, and may tell its pods apart otherwise`,
      };
}

function mendOf(taker: Controller, others: readonly Controller[]): string {
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
  return `${how}; a selector cannot be changed, so delete the ${taker.object.kind} and create it anew`;
}

/** The labels of a pod that the selectors of both select. */
function commonLabels(one: Controller, other: Controller): string {
  return labelsText(findOverlap(one.placed.claim.selector, other.placed.claim.selector) ?? {});
}

type Others = readonly [Controller, ...Controller[]];

function isNotEmpty(controllers: readonly Controller[]): controllers is Others {
  return controllers.length > 0;
}

/** What is told of a controller that selects the pods of others. */
function told(taker: Controller, others: Others, isMutual: boolean, known: Known): FindingParts {
  const [first] = others;
  const named =
    others.length < MOST_OTHERS
      ? listed(others.map(({ object }) => objectTitle(object)))
      : `${listed(others.slice(0, 3).map(({ object }) => objectTitle(object)))}, to name a few`;
  const both = `(both select ${commonLabels(taker, first)})`;
  const title = objectTitle(taker.object);
  return {
    place: { object: taker.object, path: taker.placed.claim.path, part: 'key' },
    ...doubtOf([taker, ...others], known),
    message: isMutual
      ? `${title} and ${named} select each other's pods ${both}, so that each may adopt the other's, and what goes by a selector counts them all`
      : `${title} also selects the pods of ${named} ${both}, so that it may adopt them, and what goes by its selector counts them`,
    mend: mendOf(taker, others),
    related: others
      .slice(0, 3)
      .map((other) => selectorOf(other, `the selector of ${objectTitle(other.object)}`)),
  };
}

function toldLatent({ first, second, witness }: LatentOverlap): FindingParts {
  return {
    place: { object: second.object, path: second.placed.claim.path, part: 'key' },
    verdict: 'possible',
    message: `${objectTitle(second.object)} and ${objectTitle(first.object)} both select pods with ${labelsText(witness)}`,
    mend: 'let both ask for different values of one label',
    doubt: 'no pods of either have these labels now',
    related: [selectorOf(first, `the selector of ${objectTitle(first.object)}`)],
  };
}

export const overlappingControllers: Rule = {
  id: 'overlapping-controllers',
  severity: 'error',
  isOn: true,
  title: 'Two controllers select the same pods',
  help:
    'Controllers of one namespace must not have selectors that match one pod, and Kubernetes does not check it. A controller ' +
    'adopts what matches its selector and has no owner, such as pods and ReplicaSets that another one left behind when it was ' +
    'deleted with --cascade=orphan, and scales them down as too many. Autoscalers, kubectl and whatever else goes by the ' +
    'selector of a controller count the pods of both at all times.',
  bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop, tier: web } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop, tier: api } }
    spec: { containers: [{ name: api, image: api }] }
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop, tier: web } }
  template:
    metadata: { labels: { app: shop, tier: web } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: shop, tier: api } }
  template:
    metadata: { labels: { app: shop, tier: api } }
    spec: { containers: [{ name: api, image: api }] }
`,
  check(world, report) {
    const whatIsKnown = { apart: nodesApart(world), registry: world.registry };
    const controllers = controllersIn(world);
    const taken = new TakenPods(world, controllers);
    const known = new Set<string>();
    for (const controller of controllers) {
      const own = taken.numberOf(controller);
      const mutual: Controller[] = [];
      const victims: Controller[] = [];
      for (const other of taken.firstFrom(controller, MOST_OTHERS)) {
        const number = taken.numberOf(other);
        const isMutual = taken.takes(other, controller);
        // What two do to each other is told at the second of them.
        if (isMutual && number > own) continue;
        const pair = `${own} ${number}`;
        if (!known.has(pair)) (isMutual ? mutual : victims).push(other);
        known.add(pair);
      }
      if (isNotEmpty(mutual)) report(told(controller, mutual, true, whatIsKnown));
      if (isNotEmpty(victims)) report(told(controller, victims, false, whatIsKnown));
    }
    const isTold = (one: Controller, other: Controller) =>
      taken.numberOf(one) === taken.numberOf(other) || taken.takes(one, other) || taken.takes(other, one);
    for (const overlap of latentOverlaps(controllers, isTold)) report(toldLatent(overlap));
  },
};
