import { type KubernetesObject, namespaceOf } from '../../manifests.ts';
import { UsageError } from '../exit.ts';
import { nameOf, placeOf } from '../output/object-writers.ts';
import { printable } from '../output/printable.ts';
import type { HomeOf } from './homes.ts';
import { kindTest, listOf, namespaceTest } from './kinds.ts';

/** Objects kept while it is not clear which one is meant: as many as a message can usefully list. */
const LISTED = 20;

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
  const parts = of.split('/');
  const name = parts.at(-1) ?? '';
  const kind = parts.at(-2);
  const namespace = parts.at(-3);
  if (parts.length > 3 || parts.includes('')) return undefined;
  const isKind = kindTest(kind === undefined ? [] : [kind]);
  const isInNamespace = namespaceTest(namespace === undefined ? [] : [namespace], homeOf);
  return function isNamed(object) {
    return (
      nameOf(object) === name &&
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

function listings(objects: readonly KubernetesObject[], count: number): string {
  const lines = objects.map(listing);
  if (count > objects.length) lines.push(`  … and ${count - objects.length} more`);
  return lines.join('\n');
}

/** Which object is meant by `--of`: is shown every object that is read, and keeps a few. */
export class MeantObject {
  readonly #of: string | undefined;
  readonly #isNamed: (object: KubernetesObject) => boolean;
  readonly #isInNamespace: (namespace: string, kind: string) => boolean;
  readonly #meant: KubernetesObject[] = [];
  readonly #others: KubernetesObject[] = [];
  #read = 0;
  #count = 0;

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
  }

  /** How many objects were read. */
  get read(): number {
    return this.#read;
  }

  /** How many of them may be meant. */
  get count(): number {
    return this.#count;
  }

  consider(object: KubernetesObject): void {
    this.#read++;
    const isMeant = this.#isNamed(object) && this.#isInNamespace(object.namespace, object.kind);
    if (isMeant) this.#count++;
    const kept = isMeant ? this.#meant : this.#others;
    if (kept.length < LISTED) kept.push(object);
  }

  /**
   * The object that is meant.
   *
   * @throws UsageError when there is none, or more than one
   */
  only(): KubernetesObject {
    const [object] = this.#meant;
    const asked = this.#of === undefined ? '' : ` "${printable(this.#of)}"`;
    if (object === undefined) {
      if (this.#read === 0) throw new UsageError('no objects were found in the input');
      throw new UsageError(
        `there is no object${asked} in the input; there are:\n${listings(this.#others, this.#read)}`,
      );
    }
    if (this.#count > 1) {
      const which =
        this.#of === undefined ? 'the input holds several objects' : `several objects are called${asked}`;
      throw new UsageError(
        `${which}; choose one with --of [namespace/]kind/name:\n${listings(this.#meant, this.#count)}`,
      );
    }
    return object;
  }
}
