import { selectsLabels } from '../../manifests/selection.ts';
import { NAMESPACE_NAME_KEY } from '../../manifests/subject.ts';
import type { Selector } from '../../selector/selector.ts';
import { nearest } from '../../text/nearest.ts';
import type { FindingParts } from '../finding.ts';
import { namespacesReached } from '../namespaces-reached.ts';
import { isAnythingInReach } from '../nothing-selected.ts';
import { NothingSelectedFindings } from '../nothing-selected-finding.ts';
import { objectTitle } from '../object-title.ts';
import type { Rule } from '../rule.ts';
import type { PlacedClaim, World } from '../world.ts';

/** What a peer does not do, as a clause. */
function clauseOf({ object, claim }: PlacedClaim): string {
  return `${objectTitle(object)} ${claim.kind === 'allows-from' ? 'allows traffic from' : 'allows traffic to'} no pods`;
}

function isEverything({ alternatives }: Selector): boolean {
  return alternatives[0]?.length === 0;
}

/** The namespaces that were read, or that something is in which was read. */
function namespacesRead(world: World): ReadonlySet<string> {
  const names = new Set(world.thingsOf('Namespace').map(({ object }) => object.name));
  for (const { namespace } of world.workloads) names.add(namespace);
  return names;
}

/** The one value that a selector of one requirement asks for, and its key. */
function onlyLabel({ alternatives }: Selector): { readonly key: string; readonly value: string } | undefined {
  const [only, another] = alternatives;
  const [requirement, second] = only ?? [];
  const [value, more] = requirement?.values ?? [];
  if (another !== undefined || second !== undefined || requirement === undefined) return undefined;
  const isEqual = requirement.operator === '=' || requirement.operator === 'in';
  return isEqual && value !== undefined && more === undefined ? { key: requirement.key, value } : undefined;
}

/** What is wrong with the namespaces of a peer, of which none was read: those that are nearly there tell it. */
class NamespaceHints {
  readonly #world: World;
  readonly #read: ReadonlySet<string>;

  constructor(world: World) {
    this.#world = world;
    this.#read = namespacesRead(world);
  }

  of(placed: PlacedClaim, isOpen: boolean): FindingParts | undefined {
    const { object, claim } = placed;
    const { reach } = claim;
    const asked = reach.kind === 'some' ? onlyLabel(reach.selector) : undefined;
    if (reach.kind !== 'some' || reach.path === undefined || asked === undefined) return undefined;
    const why =
      asked.key === NAMESPACE_NAME_KEY
        ? this.#misspelt(asked.value)
        : this.#unlabelled(asked.key, asked.value);
    if (why === undefined) return undefined;
    return {
      place: { object, path: reach.path, part: 'key' },
      verdict: isOpen ? 'unknown' : 'possible',
      message: `${clauseOf(placed)}: ${why.message}`,
      mend: why.mend,
      doubt: `a namespace with the label ${asked.key}=${asked.value} may be elsewhere`,
    };
  }

  #misspelt(name: string): { readonly message: string; readonly mend: string } | undefined {
    const near = this.#read.has(name) ? undefined : nearest(name, this.#read);
    return near === undefined
      ? undefined
      : {
          message: `no namespace ${name} was read, but ${near}`,
          mend: `if it is meant, name the namespace ${near}`,
        };
  }

  /** Whoever asks for `name: monitoring` takes it for a label that every namespace has. */
  #unlabelled(key: string, value: string): { readonly message: string; readonly mend: string } | undefined {
    const isLabelled = this.#world
      .thingsOf('Namespace')
      .some(({ subject: { labels } }) => labels.get(key) === value);
    if (isLabelled || this.#world.labelsOf(value) === undefined) return undefined;
    return {
      message: `no namespace that was read has the label ${key}=${value}, and Namespace ${value} has not either`,
      mend: `select it by ${NAMESPACE_NAME_KEY}=${value}, the label that every namespace has, or give it the label ${key}`,
    };
  }
}

/** Whether the peer looks for pods in namespaces of which something was read. */
function isInSight(world: World, placed: PlacedClaim): boolean {
  const { reach } = placed.claim;
  if (reach.kind === 'own') return true;
  if (namespacesReached(placed) !== undefined) return isAnythingInReach(world, placed);
  return world.thingsOf('Namespace').some(({ object: { name }, subject }) => {
    const isReached = reach.kind === 'every' || selectsLabels(reach.selector, subject) === 'yes';
    return isReached && world.workloadsIn(name).length > 0;
  });
}

export const policyPeerSelectsNothing: Rule = {
  id: 'policy-peer-selects-nothing',
  severity: 'warning',
  isOn: true,
  title: 'A peer of a NetworkPolicy selects no pods',
  help:
    'A peer of a NetworkPolicy, under from or to, allows traffic from or to the pods that it selects. One that selects none ' +
    'allows nothing, and the traffic that it is for is dropped. A podSelector alone means pods of the namespace of the ' +
    'policy; for those of another one, a namespaceSelector has to stand beside it, in the same peer. Peers in namespaces of ' +
    'which nothing was read are left out.',
  bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db }
spec:
  podSelector: { matchLabels: { app: db } }
  ingress:
    - from: [{ podSelector: { matchLabels: { app: wbe } } }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: db }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db }
spec:
  podSelector: { matchLabels: { app: db } }
  ingress:
    - from: [{ podSelector: { matchLabels: { app: web } } }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: db }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    const findings = new NothingSelectedFindings(world);
    const hints = new NamespaceHints(world);
    for (const placed of [...world.claimsOf('allows-from'), ...world.claimsOf('allows-to')]) {
      const { selector } = placed.claim;
      const { certain, open } = world.podsOf(placed);
      if (certain.length > 0) continue;
      const clause = clauseOf(placed);
      const elsewhere =
        placed.claim.path.at(-1) === 'podSelector'
          ? 'for those, put a namespaceSelector beside the podSelector'
          : 'for those, ask for io.kubernetes.pod.namespace too';
      const doubt = 'what this peer is for may be deployed by somebody else, or not at all';
      const effect = 'so that this peer lets nothing through';
      // Of namespaces of which nothing was read nothing can be told, and a peer for all pods is for whatever there will be.
      const finding =
        isInSight(world, placed) && !isEverything(selector)
          ? findings.of(placed, { clause, effect, elsewhere, doubt })
          : hints.of(placed, open.length > 0);
      if (finding !== undefined) report(finding);
    }
  },
};
