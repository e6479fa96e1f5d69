import type { KubernetesObject } from '../../documents/kubernetes-object.ts';
import type { Registry } from '../../manifests/registry.ts';
import { type Controller, controllersIn } from '../controllers.ts';
import { isImmutable } from '../immutable.ts';
import { latentOverlaps } from '../latent-overlaps.ts';
import { nodesApart } from '../nodes-apart.ts';
import { objectTitle } from '../object-title.ts';
import type { Rule } from '../rule.ts';
import { TakenPods } from '../taken-pods.ts';
import { takingsOf } from '../takings.ts';
import { findingsOfAlike, type Known, toldLatent, toldTaking } from '../told-overlaps.ts';

/** Why the controller of an object may not take what its selector selects for its own, as a sentence; undefined where it does. */
function strangenessOf(object: KubernetesObject, registry: Registry): string | undefined {
  const known = registry(object.apiVersion, object.kind);
  const title = objectTitle(object);
  if (known === undefined) {
    return `${title} is of a kind that is not known here, and may tell its pods apart otherwise`;
  }
  return known.tellsPodsApart === undefined ? undefined : `${title} knows its pods by labels of its own`;
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
    'selector of a controller count the pods of both at all times. Controllers whose selectors mean the same are told together.',
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
    const known: Known = {
      apart: nodesApart(world),
      strangeness: ({ object }) => strangenessOf(object, world.registry),
      isImmutable: ({ placed }) => isImmutable(placed, world.registry),
    };
    const controllers = controllersIn(world);
    const taken = new TakenPods(world, controllers);
    for (const alike of taken.alike()) findingsOfAlike(alike, known).forEach(report);
    for (const taking of takingsOf(taken, controllers)) report(toldTaking(taking, known));
    const isTold = (one: Controller, other: Controller) =>
      taken.numberOf(one) === taken.numberOf(other) || taken.takes(one, other) || taken.takes(other, one);
    for (const overlap of latentOverlaps(controllers, isTold)) report(toldLatent(overlap));
  },
};
