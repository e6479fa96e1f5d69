import { labelsText } from '../labels-text.ts';
import { listed } from '../listed.ts';
import { objectTitle } from '../object-title.ts';
import type { Rule } from '../rule.ts';
import { isSameObject } from '../same-object.ts';
import type { Workload } from '../workload.ts';
import type { PlacedClaim, World } from '../world.ts';

/** Pods that are under two budgets, by the second one. */
interface Conflict {
  readonly workloads: readonly Workload[];
  /** The budget that came first, for the first of these. */
  readonly earlier: PlacedClaim;
}

/** Finds what budgets have in common with those before them, and remembers who was first to select which pods. */
class Budgets {
  readonly #world: World;
  readonly #first = new Map<Workload, PlacedClaim>();
  /** By the list of what they select, which is one for budgets that mean the same. */
  readonly #alike = new Map<readonly Workload[], PlacedClaim>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The pods that a budget has in common with one before it; undefined where there are none. */
  add(placed: PlacedClaim): Conflict | undefined {
    const { certain } = this.#world.podsOf(placed);
    const alike = this.#alike.get(certain);
    if (alike !== undefined) {
      const isConflict = certain.length > 0 && !isSameObject(this.#world, alike.object, placed.object);
      return isConflict ? { workloads: certain, earlier: alike } : undefined;
    }
    this.#alike.set(certain, placed);
    const shared: Workload[] = [];
    let earlier: PlacedClaim | undefined;
    for (const workload of certain) {
      const first = this.#first.get(workload);
      if (first === undefined) {
        this.#first.set(workload, placed);
      } else if (!isSameObject(this.#world, first.object, placed.object)) {
        shared.push(workload);
        earlier ??= first;
      }
    }
    return earlier && { workloads: shared, earlier };
  }
}

/** Workloads as a message names them: without those that another of them made. */
function workloadsText(workloads: readonly Workload[]): string {
  const written = workloads.filter(({ isOwned }) => !isOwned);
  const named = written.length > 0 ? written : workloads;
  const first = named.slice(0, 4).map(({ object }) => objectTitle(object));
  return listed(first, named.length);
}

export const overlappingBudgets: Rule = {
  id: 'overlapping-budgets',
  severity: 'error',
  isOn: true,
  title: 'Two PodDisruptionBudgets select the same pods',
  help:
    'The eviction API does not evict a pod that more than one PodDisruptionBudget selects: it answers with an error, whatever ' +
    'the budgets allow. So kubectl drain, cluster autoscalers and upgrades of nodes wait for that pod, or give up. Kubernetes ' +
    'takes such budgets without a word.',
  bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: shop }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: shop } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 2
  selector: { matchLabels: { tier: web } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: shop, tier: web } }
  template:
    metadata: { labels: { app: shop, tier: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: shop }
spec:
  maxUnavailable: 1
  selector:
    matchLabels: { app: shop }
    matchExpressions: [{ key: tier, operator: NotIn, values: [web] }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 2
  selector: { matchLabels: { tier: web } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: shop, tier: web } }
  template:
    metadata: { labels: { app: shop, tier: web } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  replicas: 3
  selector: { matchLabels: { app: shop, tier: api } }
  template:
    metadata: { labels: { app: shop, tier: api } }
    spec: { containers: [{ name: api, image: api }] }
`,
  check(world, report) {
    const budgets = new Budgets(world);
    for (const placed of world.claimsOf('budgets-evictions')) {
      const conflict = budgets.add(placed);
      const [first] = conflict?.workloads ?? [];
      if (conflict === undefined || first === undefined) continue;
      const { earlier, workloads } = conflict;
      const { object, claim } = placed;
      report({
        place: { object, path: claim.path, part: 'key' },
        verdict: 'definite',
        message:
          `${objectTitle(object)} and ${objectTitle(earlier.object)} both select the pods of ${workloadsText(workloads)}` +
          ` (${labelsText(first.pods.labels)}), so that these cannot be evicted, and draining a node fails`,
        mend: 'let each pod be selected by one budget only',
        related: [
          {
            place: { object: earlier.object, path: earlier.claim.path, part: 'key' },
            message: 'the other budget',
          },
          {
            place: {
              object: first.object,
              path: [...first.template.path, 'metadata', 'labels'],
              part: 'key',
            },
            message: 'the labels of the pods',
          },
        ],
      });
    }
  },
};
