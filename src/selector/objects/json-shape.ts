import { quote } from '../../text/quote.ts';

/** What stands for a property or item whose reading throws (a getter, a proxy). Never part of a selector. */
class Unreadable {
  readonly #why: string;

  constructor(error: unknown) {
    this.#why = messageOf(error);
  }

  /** Why a value could not be read; undefined for every other value. Unlike `instanceof`, it asks no proxy. */
  static why(value: object): string | undefined {
    return #why in value ? value.#why : undefined;
  }
}

function messageOf(error: unknown): string {
  try {
    if (error instanceof Error && typeof error.message === 'string') return error.message;
  } catch {
    // The error itself is a proxy that throws: then there is no message to tell.
  }
  return typeof error === 'string' ? error : '';
}

/** What of an object or list could be read, or, for a message, what was found instead. */
export type Shape<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly found: string };

/** One property or item. A getter is called once; what it throws becomes a value that no field accepts. */
function read(from: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(from, key);
  } catch (error) {
    return new Unreadable(error);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The name of a built-in kind of object, `Object` for what JSON calls an object. May throw for a proxy. */
function kindOf(value: object): string {
  if (Array.isArray(value)) return 'Array';
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

/**
 * A value of any kind as a message names it: `the text "a=b"`, `the number 5`, `null`, `a list`, `a Map object`.
 * Never throws and never shows more than a few words, however large or hostile the value.
 */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `the text ${quote(value)}`;
    case 'number':
      return `the number ${value}`;
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return `a ${typeof value}`;
  }
}

function describeObject(value: object): string {
  const why = Unreadable.why(value);
  if (why !== undefined) return `a property that cannot be read${because(why)}`;
  try {
    const kind = kindOf(value);
    if (kind === 'Array') return 'a list';
    if (kind === 'Object') return 'an object';
    if (!/^[A-Za-z0-9]{1,30}$/.test(kind)) return `an object of the kind ${quote(kind)}`;
    return `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind} object`;
  } catch (error) {
    return unreadableObject(error);
  }
}

function unreadableObject(error: unknown): string {
  return `an object that cannot be read${because(messageOf(error))}`;
}

function because(why: string): string {
  return why === '' ? '' : ` (it throws ${quote(why)})`;
}

/**
 * The fields of what JSON calls an object: its own, enumerable properties with string keys, in its own order, each
 * read once. Instances of classes are objects, as client libraries use them; lists, Maps, Sets, Dates, boxed strings
 * and other built-in objects are none, because what they hold is not in their properties. Never throws.
 *
 * @complexity O(number of properties).
 */
export function objectFields(value: unknown): Shape<ReadonlyMap<string, unknown>> {
  try {
    if (isObject(value) && Unreadable.why(value) === undefined && kindOf(value) === 'Object') {
      const fields = new Map<string, unknown>();
      for (const key of Object.keys(value)) fields.set(key, read(value, key));
      return { ok: true, content: fields };
    }
  } catch (error) {
    return { ok: false, found: unreadableObject(error) };
  }
  return { ok: false, found: describeValue(value) };
}

/**
 * Whether an object has `field` in a way that {@link objectFields} does not read, inherited or not enumerable: what
 * is read would then take for absent what is not. What was done to `Object.prototype` does not count.
 */
export function hidesField(value: unknown, fields: ReadonlyMap<string, unknown>, field: string): boolean {
  if (!isObject(value) || fields.has(field)) return false;
  try {
    return field in value && !(field in Object.prototype);
  } catch {
    return true; // It cannot be told, so it is not taken for absent.
  }
}

/**
 * Whether an object is what a literal or `JSON.parse` makes, of this realm or another, or has no prototype. The
 * properties of other objects may not be what they hold: accessors of a class, inherited content.
 */
export function isPlainObject(value: unknown): boolean {
  if (!isObject(value)) return false;
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype) return true;
    // The root of another realm looks like ours, whatever was done to it.
    const isRoot = isObject(prototype) && Object.getPrototypeOf(prototype) === null;
    return isRoot && Object.hasOwn(prototype, 'propertyIsEnumerable');
  } catch {
    return false;
  }
}

/**
 * A Map's pairs, of this realm or another, read past whatever its own methods are replaced by; undefined for what is
 * no Map.
 */
export function mapPairs(value: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  try {
    return [...Map.prototype.entries.call(value as Map<unknown, unknown>)];
  } catch {
    return undefined;
  }
}

/** A list: an array, of this realm or another. Its items are read by {@link listItems}. Never throws. */
export function list(value: unknown): Shape<readonly unknown[]> {
  try {
    if (Array.isArray(value)) return { ok: true, content: value };
  } catch {
    // A revoked proxy; describeValue tells of it.
  }
  return { ok: false, found: describeValue(value) };
}

/** How many items a list has; 0 where that cannot be read, which {@link listItems} then shows. */
export function listLength(items: readonly unknown[]): number {
  const length = read(items, 'length');
  return typeof length === 'number' && length >= 0 && length <= 0xffff_ffff ? length : 0;
}

/** The items of a list with their indexes, read one by one, so that a caller can stop early; holes are undefined. */
export function* listItems(items: readonly unknown[]): Generator<readonly [number, unknown], void> {
  const length = read(items, 'length');
  if (isObject(length)) yield [0, length]; // It could not be read.
  for (let index = 0, end = listLength(items); index < end; index++) yield [index, read(items, index)];
}
