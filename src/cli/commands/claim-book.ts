import {
  type Claim,
  claimsOf,
  type DescribedKind,
  isNamespace,
  type KubernetesObject,
  type NamespaceLabels,
  type Path,
  type Position,
  type Problem,
  subjectOf,
} from '../../manifests.ts';
import { reportAt } from '../../reading.ts';
import type { LintConfig } from '../lint/config.ts';
import { jsonOf } from '../output/json-layout.ts';
import { nameOf } from '../output/object-writers.ts';
import { type HomeOf, homesBy } from './homes.ts';

/** Which object makes a claim. */
export interface Claimant {
  readonly apiVersion: string;
  readonly kind: string;
  /** Where it is applied, where it does not say; `""` for kinds that are in no namespace. */
  readonly namespace: string;
  readonly name: string;
}

/** A claim that was read, with nothing else of its object. */
export interface KeptClaim {
  readonly by: Claimant;
  readonly claim: Claim;
  readonly source: string;
  /** The place of the selector, or where it would stand. */
  readonly position: Position;
  /** The place of the selector of namespaces beside it, if there is one. */
  readonly reachPosition?: Position;
}

/** The content of an object as the registry reads it: what its list says for it included. */
function contentOf({ content, apiVersion, kind }: KubernetesObject): Readonly<Record<string, unknown>> {
  return typeof content.kind === 'string' ? content : { ...content, apiVersion, kind };
}

/** A value with texts of its own: parts of a text that was read would keep all of it in memory. */
function copyOf<Value>(value: Value): Value {
  return JSON.parse(jsonOf(value));
}

/** Keeps the claims of the objects that are read, and the labels of namespaces. */
export class ClaimBook {
  readonly #claims: KeptClaim[] = [];
  /** Claims by all that they say. */
  readonly #known = new Map<string, Claim>();
  readonly #namespaces = new Map<string, ReadonlyMap<string, string>>();
  readonly #sink: { problem(problem: Problem): void };
  readonly #kinds: readonly DescribedKind[];
  readonly #homeOf: HomeOf;

  /**
   * @param sink told of selectors that cannot be read, each at its place
   * @param config whose kinds and namespace hold
   */
  constructor(sink: { problem(problem: Problem): void }, config: Pick<LintConfig, 'kinds' | 'namespace'>) {
    this.#sink = sink;
    this.#kinds = config.kinds;
    this.#homeOf = homesBy(config);
  }

  /** Every claim that may select something, in the order read. */
  get claims(): readonly KeptClaim[] {
    return this.#claims;
  }

  /** The labels of a namespace, by the last manifest of it that was read. */
  labelsOf: NamespaceLabels = (namespace) => this.#namespaces.get(namespace);

  add(object: KubernetesObject): void {
    if (isNamespace(object)) this.#namespaces.set(copyOf(object.name), subjectOf(object).labels);
    const content = contentOf(object);
    const { claims, findings } = claimsOf(content, this.#kinds);
    for (const { severity, path, diagnostic } of findings) {
      if (severity === 'warning') continue;
      const at = [...object.path, ...path];
      reportAt(this.#sink, object.origin, at, () => [`${diagnostic.path}: ${diagnostic.message}`]);
    }
    const selecting = claims.filter(canSelect);
    if (selecting.length > 0) this.#keep(object, content, selecting);
  }

  #keep(object: KubernetesObject, content: unknown, claims: readonly Claim[]): void {
    const { apiVersion, kind, origin } = object;
    const placeAt = (path: Path): Position => origin.locate([...object.path, ...path]).position;
    const by = copyOf({
      apiVersion,
      kind,
      namespace: this.#homeOf(object.namespace, kind),
      name: nameOf(object),
    });
    for (const claim of this.#shared(claims, content)) {
      const kept = { by, claim, source: origin.source, position: placeAt(claim.path) };
      const { reach } = claim;
      const hasPath = reach.kind === 'some' && reach.path !== undefined;
      this.#claims.push(hasPath ? { ...kept, reachPosition: placeAt(reach.path) } : kept);
    }
  }

  /** The claims, of which equal ones of many objects, such as the pods of a Deployment, are kept once. */
  #shared(claims: readonly Claim[], content: unknown): readonly Claim[] {
    const keys = claims.map((claim) => JSON.stringify(claim));
    if (!keys.every((key) => this.#known.has(key))) {
      const own = claimsOf(copyOf(content), this.#kinds).claims.filter(canSelect);
      for (const claim of own) this.#known.set(JSON.stringify(claim), claim);
    }
    return claims.map((claim, index) => this.#known.get(keys[index] ?? '') ?? claim);
  }
}

/** Whether anything at all can be selected: there is no use in keeping what selects nothing. */
function canSelect({ selector, reach }: Claim): boolean {
  const isNowhere =
    reach.kind === 'some' && reach.names.length === 0 && reach.selector.alternatives.length === 0;
  return selector.alternatives.length > 0 && !isNowhere;
}
