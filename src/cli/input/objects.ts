import type { Position, Problem } from './problem.ts';

/** The way to a value within a document: member names and list indexes. */
export type Path = readonly (string | number)[];

/** A value's place in its input, its line, and its first token as written (`1.0`, `yes`, `{`). */
export interface Spot {
  readonly position: Position;
  readonly line: string;
  readonly token: string;
}

/** Where a document came from; finds the places of its parts, at a cost that only messages pay. */
export interface Origin {
  readonly source: string;
  locate(path: Path): Spot;
  /** The JSON text of the value at a path, exactly as written; undefined where the input is not JSON. */
  json(path: Path): string | undefined;
}

/** A Kubernetes object as far as selecting needs it; absent texts are `""`. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** All of the object, as JSON values. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
  /** Where in the document of {@link origin} the object is: `[]`, or `['items', 3]` within a list. */
  readonly path: Path;
}

/** Takes what a document holds, in order, as it is read. */
export interface ObjectSink {
  object(object: KubernetesObject): void;
  problem(problem: Problem): void;
}

/** What a list says of items that do not say it themselves: the API's typed lists leave kinds out of items. */
export interface ListContext {
  readonly apiVersion: string;
  /** `Pod` in a `PodList`; `""` in a plain `List`. */
  readonly kind: string;
}

/** Lists in lists whose path is longer than this are refused: no real one is, and it bounds the stack. */
const LONGEST_PATH = 32;

/** Whether a JSON value is an object, as YAML calls it: a mapping. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value for a message: `the number 1.0`, `the boolean yes`, `a list`. */
function describe(value: unknown, token: string): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const type = typeof value === 'bigint' ? 'number' : typeof value;
  return `the ${type} ${token.length > 40 ? `${token.slice(0, 40)}…` : token}`;
}

function report(
  sink: Pick<ObjectSink, 'problem'>,
  origin: Origin,
  path: Path,
  say: (token: string) => readonly [message: string, mend?: string | undefined],
): void {
  const { position, line, token } = origin.locate(path);
  const [message, mend] = say(token);
  const problem = { source: origin.source, position, message, line };
  sink.problem(mend === undefined ? problem : { ...problem, mend });
}

/** What the kind of a list says of its items: `PodList` holds Pods. */
export function listContext(list: Readonly<Record<string, unknown>>): ListContext {
  const kind = typeof list.kind === 'string' ? list.kind : '';
  const apiVersion = typeof list.apiVersion === 'string' ? list.apiVersion : '';
  return kind.endsWith('List') && kind !== 'List'
    ? { apiVersion, kind: kind.slice(0, -'List'.length) }
    : { apiVersion: '', kind: '' };
}

function quoteMend(value: unknown, token: string): string | undefined {
  return typeof value === 'object' ? undefined : `quote it: "${token}"`;
}

/**
 * Reads a label set as the API server does: null is no labels, the value null is `""`, and what is no string is
 * refused.
 *
 * @param labels the value at `path` of the document of `origin`
 * @returns undefined when it is refused; every reason has been reported
 */
export function readLabels(
  labels: unknown,
  origin: Origin,
  path: Path,
  sink: Pick<ObjectSink, 'problem'>,
): Readonly<Record<string, string>> | undefined {
  if (labels === null || labels === undefined) return {};
  if (!isMapping(labels)) {
    const field =
      path.filter((step) => typeof step === 'string' && step !== 'items').join('.') || 'the content';
    report(sink, origin, path, (token) => [
      `${field} is ${describe(labels, token)}; labels are a mapping of keys to strings`,
    ]);
    return undefined;
  }
  let strings = true;
  for (const key of Object.keys(labels)) if (typeof labels[key] !== 'string') strings = false;
  if (strings) return labels as Record<string, string>;
  const read: [string, string][] = [];
  let refused = false;
  for (const [key, value] of Object.entries(labels)) {
    // Decoding null into a Go string leaves it empty, and so the API server stores it.
    if (typeof value === 'string' || value === null) {
      read.push([key, value ?? '']);
      continue;
    }
    refused = true;
    report(sink, origin, [...path, key], (token) => [
      `the label "${key}" is ${describe(value, token)}; the value of a label is a string`,
      quoteMend(value, token),
    ]);
  }
  // fromEntries defines own properties, so a label named __proto__ stays a label.
  return refused ? undefined : Object.fromEntries(read);
}

/** A text of `holder[field]`, `""` when absent; undefined, and reported, when it is no text. */
function readText(
  holder: Readonly<Record<string, unknown>>,
  field: string,
  origin: Origin,
  path: Path,
  sink: Pick<ObjectSink, 'problem'>,
): string | undefined {
  const value = holder[field];
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  report(sink, origin, [...path, field], (token) => [
    `${[...path, field].filter((step) => typeof step === 'string' && step !== 'items').join('.')} is ${describe(value, token)}; it must be a string`,
    quoteMend(value, token),
  ]);
  return undefined;
}

function readObject(
  content: Readonly<Record<string, unknown>>,
  origin: Origin,
  path: Path,
  sink: ObjectSink,
  context: ListContext | undefined,
): void {
  const kind = readText(content, 'kind', origin, path, sink);
  const apiVersion = readText(content, 'apiVersion', origin, path, sink);
  if (kind === undefined || apiVersion === undefined) return;
  if (kind === '' && (context === undefined || context.kind === '')) {
    report(sink, origin, path, () => ['this is not a Kubernetes object: it has no kind']);
    return;
  }
  const metadata = content.metadata ?? {};
  if (!isMapping(metadata)) {
    report(sink, origin, [...path, 'metadata'], (token) => [
      `metadata is ${describe(metadata, token)}; it must be a mapping`,
    ]);
    return;
  }
  const inMetadata = [...path, 'metadata'];
  const namespace = readText(metadata, 'namespace', origin, inMetadata, sink);
  const name = readText(metadata, 'name', origin, inMetadata, sink);
  const labels = readLabels(metadata.labels, origin, [...inMetadata, 'labels'], sink);
  if (namespace === undefined || name === undefined || labels === undefined) return;
  // An item that says its kind says its version too, or has none.
  const isNamed = kind !== '' || context === undefined;
  sink.object({
    apiVersion: isNamed || apiVersion !== '' ? apiVersion : context.apiVersion,
    kind: isNamed ? kind : context.kind,
    namespace,
    name,
    labels,
    content,
    origin,
    path,
  });
}

/** Whether a value is a list of objects; as apimachinery's `Unstructured.IsList`, the items decide, not the kind. */
export function isList(
  value: unknown,
): value is Record<string, unknown> & { readonly items: readonly unknown[] } {
  return isMapping(value) && Array.isArray(value.items);
}

/**
 * Hands every Kubernetes object of one document to the sink: the document itself, or what it lists (a `List`, a
 * `PodList`, an array of objects, or lists of these). Whatever is none is reported as a problem at its place.
 *
 * @param value the document as JSON values; null, the empty document, holds nothing
 * @param path where `value` is within the document of `origin`
 * @param context what the list around `value` says of its items
 */
export function readObjects(
  value: unknown,
  origin: Origin,
  sink: ObjectSink,
  path: Path = [],
  context?: ListContext,
): void {
  if (value === null && path.length === 0 && context === undefined) return;
  const items = Array.isArray(value) ? value : isList(value) ? value.items : undefined;
  if (items === undefined) {
    if (!isMapping(value)) {
      report(sink, origin, path, (token) => [
        `expected a Kubernetes object, found ${describe(value, token)}`,
      ]);
    } else if (value.items !== null || typeof value.kind !== 'string' || !value.kind.endsWith('List')) {
      readObject(value, origin, path, sink, context);
    }
    return;
  }
  if (path.length >= LONGEST_PATH) {
    report(sink, origin, path, () => ['lists are nested too deeply within lists']);
    return;
  }
  const itemContext = Array.isArray(value)
    ? { apiVersion: '', kind: '' }
    : listContext(value as Record<string, unknown>);
  const itemsPath = Array.isArray(value) ? path : [...path, 'items'];
  if (!Array.isArray(value) && isMapping(value) && typeof value.kind !== 'string') {
    report(sink, origin, path, () => ['this list has no kind', 'write kind: List']);
  }
  for (const [index, item] of items.entries())
    readObjects(item, origin, sink, [...itemsPath, index], itemContext);
}
