import { memberOf, placesOf } from '../../manifests/places.ts';
import { groupOf } from '../../manifests/target.ts';
import { nearest } from '../../text/nearest.ts';
import type { ObjectPath } from '../../text/object-path.ts';
import type { FindingParts, LintFix } from '../finding.ts';
import { listed } from '../listed.ts';
import { addTo } from '../lists-by-key.ts';
import { coversHost, fullHost, ROUTE_DESTINATIONS } from '../mesh-host.ts';
import { objectTitle } from '../object-title.ts';
import { placeholderDoubt } from '../placeholder.ts';
import type { Rule } from '../rule.ts';
import { type DestinationRule, NETWORKING_GROUP, type Subset, subsetsIn } from '../subsets.ts';
import type { Thing, World } from '../world.ts';
import { quotedAs, replaceScalar, writtenScalar } from '../written-scalar.ts';

/** A subset that requests go to. */
interface Destination {
  readonly host: string;
  readonly subset: string;
  /** Where the subset is named. */
  readonly path: ObjectPath;
}

function destinationsIn({ object }: Thing): readonly Destination[] {
  return ROUTE_DESTINATIONS.flatMap((pattern) =>
    placesOf({ path: [], value: object.content }, pattern, []),
  ).flatMap(({ path, value }) => {
    const [host, subset] = [memberOf(value, 'host'), memberOf(value, 'subset')];
    return typeof host === 'string' && typeof subset === 'string' && subset !== ''
      ? [{ host, subset, path: [...path, 'subset'] }]
      : [];
  });
}

/** DestinationRules by the hosts that they are for. */
class Hosts {
  readonly #byHost = new Map<string, DestinationRule[]>();
  readonly #wide: DestinationRule[] = [];
  readonly #names = new Map<DestinationRule, string[]>();

  /** O(DestinationRules and subsets). */
  constructor(rules: readonly DestinationRule[], subsets: readonly Subset[]) {
    for (const rule of rules) {
      this.#names.set(rule, []);
      if (rule.fullHost.startsWith('*')) this.#wide.push(rule);
      else addTo(this.#byHost, rule.fullHost, rule);
    }
    for (const { rule, name } of subsets) this.#names.get(rule)?.push(name);
  }

  /** The rules for a host, and the subsets that these define. O(rules for it, and those with a `*`). */
  of(host: string): { readonly rules: readonly DestinationRule[]; readonly names: readonly string[] } {
    const wide = this.#wide.filter((rule) => coversHost(rule.fullHost, host));
    const rules = [...(this.#byHost.get(host) ?? []), ...wide];
    return { rules, names: [...new Set(rules.flatMap((rule) => this.#names.get(rule) ?? []))] };
  }
}

/** Another name in the place of one that there is not. */
function nameFix({ object }: Thing, path: ObjectPath, name: string): LintFix | undefined {
  const written = writtenScalar(object, path);
  if (written === undefined) return undefined;
  const edit = replaceScalar(object, written, quotedAs(written, name));
  return { title: `route to subset ${name}`, isSafe: false, edits: [edit] };
}

/** How sure it is that nothing defines a subset. */
function certainty(
  world: World,
  { host, subset }: Destination,
  full: string,
  { rules, names }: ReturnType<Hosts['of']>,
): Pick<FindingParts, 'verdict' | 'doubt'> {
  const filledIn = [host, subset, ...names].map(placeholderDoubt).find((doubt) => doubt !== undefined);
  const unseen = world.unseen.objects ?? filledIn;
  if (unseen !== undefined) return { verdict: 'unknown', doubt: unseen };
  return rules.length > 0
    ? { verdict: 'definite' }
    : { verdict: 'possible', doubt: `no DestinationRule for ${full} was read` };
}

function told(world: World, thing: Thing, destination: Destination, hosts: Hosts): FindingParts | undefined {
  const { host, subset, path } = destination;
  const full = fullHost(host, thing.namespace);
  const known = hosts.of(full);
  if (known.names.includes(subset)) return undefined;
  const [rule] = known.rules;
  const has = known.names.length === 0 ? 'none' : listed(known.names);
  const near = nearest(subset, known.names);
  const fix = near === undefined ? undefined : nameFix(thing, path, near);
  const sure = certainty(world, destination, full, known);
  const read = sure.verdict === 'definite' ? '' : ' that was read';
  const effect = sure.verdict === 'definite' ? ', so that such requests fail' : '';
  const instead = rule === undefined ? '' : `: ${objectTitle(rule.object)} has ${has}`;
  return {
    place: { object: thing.object, path },
    ...sure,
    message: `${objectTitle(thing.object)} routes to subset ${subset} of ${host}, which no DestinationRule${read} defines${effect}${instead}`,
    ...(near !== undefined && { mend: `"${near}" is probably meant` }),
    ...(rule !== undefined && {
      related: [
        {
          place: { object: rule.object, path: ['spec', 'subsets'], part: 'key' },
          message: 'the subsets that there are',
        },
      ],
    }),
    ...(fix !== undefined && { fix }),
  };
}

export const routeSubsetMissing: Rule = {
  id: 'route-subset-missing',
  severity: 'warning',
  isOn: true,
  title: 'A VirtualService routes to a subset that there is not',
  help:
    'A route of a VirtualService of Istio may lead to a subset of a host, and a DestinationRule for this host says what that is. ' +
    'Where none does, Istio takes the route all the same, and answers each of its requests with 503.',
  bad: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec:
  hosts: [web]
  http:
    - route: [{ destination: { host: web, subset: canary } }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec:
  host: web
  subsets: [{ name: stable, labels: { track: stable } }]
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
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, track: stable } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec:
  hosts: [web]
  http:
    - route: [{ destination: { host: web, subset: stable } }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec:
  host: web
  subsets: [{ name: stable, labels: { track: stable } }]
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
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, track: stable } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    const { rules, subsets } = subsetsIn(world);
    const hosts = new Hosts(rules, subsets);
    for (const thing of world.thingsOf('VirtualService')) {
      if (groupOf(thing.object.apiVersion) !== NETWORKING_GROUP) continue;
      for (const destination of destinationsIn(thing)) {
        const finding = told(world, thing, destination, hosts);
        if (finding !== undefined) report(finding);
      }
    }
  },
};
