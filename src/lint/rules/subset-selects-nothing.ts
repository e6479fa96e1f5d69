import { isSatisfiable } from '../../algebra/is-satisfiable.ts';
import { requiredValue } from '../../constraint/required-value.ts';
import { OWN } from '../../manifests/reach.ts';
import { targetsOf } from '../../manifests/target.ts';
import { allOf } from '../../selector/combine.ts';
import { EVERYTHING, type Selector } from '../../selector/selector.ts';
import type { FindingParts } from '../finding.ts';
import { listed } from '../listed.ts';
import { serviceOfHost } from '../mesh-host.ts';
import { NothingSelectedFindings } from '../nothing-selected-finding.ts';
import { objectTitle } from '../object-title.ts';
import { placeholderDoubt } from '../placeholder.ts';
import type { Rule } from '../rule.ts';
import { type ServedSubset, SubsetServices } from '../subset-service.ts';
import { type DestinationRule, type Subset, subsetsIn } from '../subsets.ts';
import type { Workload } from '../workload.ts';
import type { PlacedClaim, World } from '../world.ts';
import { writtenSelectors } from '../written-selector.ts';

/** Labels that Istio gives to endpoints by the node, the cluster and the network that they are in. */
const OF_PLACES =
  /^(?:topology\.(?:kubernetes|istio)\.io\/|failure-domain\.beta\.kubernetes\.io\/|kubernetes\.io\/hostname$)/;

const EFFECT = 'so that requests for it fail';

function subsetTitle({ rule: { object }, name }: Subset): string {
  return `${name === '' ? 'a subset' : `subset ${name}`} of ${objectTitle(object)}`;
}

/** Why endpoints may have the labels of a subset that no pod has in a manifest. */
function placeDoubt(selector: Selector): string | undefined {
  const key = selector.alternatives.flat().find((one) => OF_PLACES.test(one.key))?.key;
  return key && `Istio gives ${key} to endpoints, by where they are`;
}

/** The selector of a Service and the labels of a subset, as a claim on the pods that have both. */
function placedIn({ rule, path }: Subset, selector: Selector, namespace: string): PlacedClaim {
  return {
    object: rule.object,
    namespace,
    claim: {
      kind: 'routes-traffic',
      path,
      isWritten: true,
      selector,
      of: targetsOf('Pod'),
      except: [],
      reach: OWN,
    },
  };
}

/** A subset that asks for another value of a label than its Service does. */
function opposed(
  subset: Subset,
  placed: PlacedClaim,
  { placed: service }: ServedSubset,
  doubt: string | undefined,
): FindingParts | undefined {
  if (service === undefined) return undefined;
  const requirements = writtenSelectors(placed).flatMap(
    ({ alternatives }) => alternatives[0]?.requirements ?? [],
  );
  for (const { requirement, path } of requirements) {
    const { key, values } = requirement;
    const wanted = requiredValue(service.claim.selector, key);
    if (wanted === undefined || values.includes(wanted)) continue;
    const title = objectTitle(service.object);
    return {
      place: { object: placed.object, path, part: 'key' },
      ...(doubt === undefined ? { verdict: 'definite' } : { verdict: 'unknown', doubt }),
      message: `${subsetTitle(subset)} selects no pods: ${title} selects pods with ${key}=${wanted}, and none of them has ${key}=${values.join()}, ${EFFECT}`,
      mend: 'choose among the pods of the Service by a label that they do not have in common',
      related: [
        {
          place: { object: service.object, path: service.claim.path, part: 'key' },
          message: `the selector of ${title}`,
        },
      ],
    };
  }
  return undefined;
}

/** A host that looks like the name of a Service with its namespace, which Istio does not take for one. */
const SHORTENED = /^([^.]+)\.([^.]+)(?:\.svc)?$/;

/** A DestinationRule for a host that is none, though a Service that was read is meant. */
function shortened(
  world: World,
  { object, host }: DestinationRule,
  services: SubsetServices,
): FindingParts | undefined {
  const [, name, namespace] = SHORTENED.exec(host) ?? [];
  if (name === undefined || namespace === undefined || services.hasEntry(host)) return undefined;
  const service = services.find({ name, namespace });
  if (service === undefined) return undefined;
  const doubt = world.unseen.objects;
  return {
    place: { object, path: ['spec', 'host'] },
    ...(doubt === undefined ? { verdict: 'definite' } : { verdict: 'unknown', doubt }),
    message: `${objectTitle(object)} is for the host ${host}, which is no Service to Istio, so that its subsets have no pods`,
    mend: `write ${name}.${namespace}.svc.cluster.local, if ${objectTitle(service)} is meant`,
    related: [
      { place: { object: service, path: ['metadata', 'name'] }, message: 'the Service of this name' },
    ],
  };
}

/** What the pods of a Service have instead of what a subset asks for, as a sentence. */
function insteadText(selector: Selector, pods: readonly Workload[]): string | undefined {
  for (const { key, values } of selector.alternatives[0] ?? []) {
    const found = [...new Set(pods.flatMap(({ pods: { labels } }) => labels.get(key) ?? []))];
    if (values.some((value) => found.includes(value))) continue;
    return found.length === 0
      ? `none of its pods has a label ${key}`
      : `its pods have ${listed(found.map((value) => `${key}=${value}`))}`;
  }
  return undefined;
}

/** Finds subsets without pods. */
class SubsetFinder {
  readonly #world: World;
  readonly #services: SubsetServices;
  readonly #findings: NothingSelectedFindings;

  constructor(world: World, services: SubsetServices) {
    this.#world = world;
    this.#services = services;
    this.#findings = new NothingSelectedFindings(world);
  }

  of(subset: Subset): FindingParts | undefined {
    const { rule, selector } = subset;
    const hosted = serviceOfHost(rule.host, rule.namespace);
    if (hosted === undefined || selector === undefined) return undefined;
    const service = this.#services.of(hosted, rule.fullHost);
    const own = service.placed?.claim.selector;
    const pods = service.placed === undefined ? undefined : this.#world.podsOf(service.placed);
    // A Service without any pods is another mistake.
    if (pods !== undefined && service.doubt === undefined && pods.certain.length === 0) return undefined;
    const isKnown = own !== undefined && own.alternatives.length > 0;
    const placed = placedIn(subset, allOf(isKnown ? own : EVERYTHING, selector), hosted.namespace);
    const unsure = service.doubt ?? placeholderDoubt(rule.host) ?? placeDoubt(selector);
    if (isKnown && !isSatisfiable(placed.claim.selector)) {
      return opposed(subset, placed, service, unsure ?? this.#world.unseen.objects);
    }
    const of = service.object === undefined ? '' : ` of ${objectTitle(service.object)}`;
    const finding = this.#findings.of(placed, {
      clause: `${subsetTitle(subset)} selects no pods${of}`,
      effect: EFFECT,
      ...(isKnown && pods !== undefined && { among: pods.certain }),
      elsewhere: 'a Service selects in its own',
      unsure,
    });
    if (finding?.verdict !== 'definite' || finding.mend !== undefined || pods === undefined) return finding;
    const mend = insteadText(selector, pods.certain);
    return mend === undefined ? finding : { ...finding, mend };
  }
}

export const subsetSelectsNothing: Rule = {
  id: 'subset-selects-nothing',
  severity: 'warning',
  isOn: true,
  title: 'A subset of a DestinationRule selects no pods',
  help:
    'A subset of a DestinationRule of Istio is those pods of the Service that its host names which have all labels of the subset. ' +
    'Where no pod has, requests that a VirtualService routes to it are answered with 503, while those for the Service ' +
    'itself get through. A host without a point in it is a Service of the namespace of the DestinationRule. Hosts that are no ' +
    'Services of the cluster are left out.',
  bad: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec:
  host: web
  subsets:
    - { name: stable, labels: { track: stable } }
    - { name: canary, labels: { track: canari } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web, track: stable } }
  template:
    metadata: { labels: { app: web, track: stable } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-canary }
spec:
  selector: { matchLabels: { app: web, track: canary } }
  template:
    metadata: { labels: { app: web, track: canary } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec:
  host: web
  subsets:
    - { name: stable, labels: { track: stable } }
    - { name: canary, labels: { track: canary } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web, track: stable } }
  template:
    metadata: { labels: { app: web, track: stable } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-canary }
spec:
  selector: { matchLabels: { app: web, track: canary } }
  template:
    metadata: { labels: { app: web, track: canary } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    const services = new SubsetServices(world);
    const finder = new SubsetFinder(world, services);
    const { subsets } = subsetsIn(world);
    for (const rule of new Set(subsets.map((subset) => subset.rule))) {
      const finding = shortened(world, rule, services);
      if (finding !== undefined) report(finding);
    }
    for (const subset of subsets) {
      const finding = finder.of(subset);
      if (finding !== undefined) report(finding);
    }
  },
};
