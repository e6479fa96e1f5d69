import { type KubernetesObject, namespaceOf } from '../../manifests.ts';
import { nearest } from '../../reading.ts';
import { UsageError } from '../exit.ts';
import { nameOf, placeOf } from '../output/object-writers.ts';
import { printable } from '../output/printable.ts';
import type { HomeOf } from './homes.ts';
import { kindTest, listOf, namespaceTest } from './kinds.ts';

/** Objects kept while it is not clear which one is meant: as many as a message can usefully list. */
const LISTED = 20;

/** What a text says of the object that it names. */
interface NamedObject {
  readonly name: string;
  readonly kind?: string;
  readonly namespace?: string;
}

/** @returns undefined for a text of another shape than `name`, `kind/name` or `namespace/kind/name` */
function readName(of: string): NamedObject | undefined {
  const parts = of.split('/');
  const [name = '', kind, namespace] = parts.reverse();
  if (parts.length > 3 || parts.includes('')) return undefined;
  return { name, ...(kind !== undefined && { kind }), ...(namespace !== undefined && { namespace }) };
}

/**
 * A test for the object that a text names: `name`, `kind/name` or `namespace/kind/name`, the kind as kubectl takes it.
 *
 * @param homeOf where objects are that name no namespace
 * @returns undefined for any other shape
 */
export function namedObjectTest(
  of: string,
  homeOf: HomeOf = namespaceOf,
): ((object: KubernetesObject) => boolean) | undefined {
  const named = readName(of);
  if (named === undefined) return undefined;
  const isKind = kindTest(named.kind === undefined ? [] : [named.kind]);
  const isInNamespace = namespaceTest(named.namespace === undefined ? [] : [named.namespace], homeOf);
  return function isNamed(object) {
    return (
      nameOf(object) === named.name &&
      isKind(object.kind, object.apiVersion) &&
      isInNamespace(object.namespace, object.kind)
    );
  };
}

/**
 * A test for the object that `--of` names, as {@link namedObjectTest}; every object without it.
 *
 * @throws UsageError where it names none
 */
export function objectTest(
  of: string | undefined,
  homeOf: HomeOf = namespaceOf,
): (object: KubernetesObject) => boolean {
  if (of === undefined) return () => true;
  const test = namedObjectTest(of, homeOf);
  if (test !== undefined) return test;
  throw new UsageError(
    `--of "${printable(of)}" names no object: write name, kind/name or namespace/kind/name`,
  );
}

/** An object as `--of` would name it, and where it is. */
function listing(object: KubernetesObject): string {
  const namespace = object.namespace === '' ? '' : `${object.namespace}/`;
  return `  ${printable(`${namespace}${object.kind}/${nameOf(object)}`)} (${placeOf(object)})`;
}

/** Some objects for a message: the first of them, and how many there are. */
class Listed {
  readonly objects: KubernetesObject[] = [];
  count = 0;

  add(object: KubernetesObject): void {
    this.count++;
    if (this.objects.length < LISTED) this.objects.push(object);
  }

  toString(): string {
    const lines = this.objects.map(listing);
    if (this.count > LISTED) lines.push(`  … and ${this.count - LISTED} more`);
    return lines.join('\n');
  }
}

/** How a list of what is there begins, of objects that are more and more unlike the one that is asked for. */
const LIKENESSES = ['the nearest', 'the nearest', 'of this kind there', 'there'] as const;

/**
 * How like objects are to the one that a text names, by {@link LIKENESSES}: those of its kind with that name elsewhere or
 * with a name near it, those of other kinds with such a name, others of its kind, and the rest.
 */
function likenessTest(of: string | undefined): (object: KubernetesObject) => 0 | 1 | 2 | 3 {
  const named = of === undefined ? undefined : readName(of);
  if (named === undefined) return () => 3;
  const { name, kind } = named;
  const isKind = kindTest(kind === undefined ? [] : [kind]);
  return function likenessOf(object) {
    const own = nameOf(object);
    const isOfKind = isKind(object.kind, object.apiVersion);
    if (own === name || nearest(name, [own]) !== undefined) return isOfKind ? 0 : 1;
    return isOfKind && kind !== undefined ? 2 : 3;
  };
}

/** Which object is meant by `--of`: is shown every object that is read, and keeps a few. */
export class MeantObject {
  readonly #of: string | undefined;
  readonly #isNamed: (object: KubernetesObject) => boolean;
  readonly #isInNamespace: (namespace: string, kind: string) => boolean;
  readonly #likenessOf: ReturnType<typeof likenessTest>;
  readonly #meant = new Listed();
  /** By how like they are to the one that is meant. */
  readonly #others = [new Listed(), new Listed(), new Listed(), new Listed()] as const;
  #read = 0;

  /**
   * @param of undefined where any object may be meant
   * @param namespaces those it may be in, as they were given; none means all
   * @param homeOf where objects are that name none
   * @throws UsageError when `of` names no object
   */
  constructor(of: string | undefined, namespaces: readonly string[], homeOf: HomeOf = namespaceOf) {
    this.#of = of;
    this.#isNamed = objectTest(of, homeOf);
    this.#isInNamespace = namespaceTest(listOf(namespaces), homeOf);
    this.#likenessOf = likenessTest(of);
  }

  /** How many objects were read. */
  get read(): number {
    return this.#read;
  }

  /** How many of them may be meant. */
  get count(): number {
    return this.#meant.count;
  }

  consider(object: KubernetesObject): void {
    this.#read++;
    const isMeant = this.#isNamed(object) && this.#isInNamespace(object.namespace, object.kind);
    if (isMeant) this.#meant.add(object);
    // What else there is matters only as long as it is not found.
    else if (this.#meant.count === 0) this.#others[this.#likenessOf(object)].add(object);
  }

  /**
   * The object that is meant.
   *
   * @throws UsageError when there is none, or more than one
   */
  only(): KubernetesObject {
    const [object] = this.#meant.objects;
    const asked = this.#of === undefined ? '' : ` "${printable(this.#of)}"`;
    if (object === undefined) {
      if (this.#read === 0) throw new UsageError('no objects were found in the input');
      const likeness = this.#others.findIndex(({ count }) => count > 0);
      const listed = this.#others[likeness];
      throw new UsageError(
        `there is no object${asked} in the input; ${LIKENESSES[likeness]} ${listed?.count === 1 ? 'is' : 'are'}:\n${listed}`,
      );
    }
    if (this.#meant.count > 1) {
      const which =
        this.#of === undefined ? 'the input holds several objects' : `several objects are called${asked}`;
      throw new UsageError(`${which}; choose one with --of [namespace/]kind/name:\n${this.#meant}`);
    }
    return object;
  }
}
