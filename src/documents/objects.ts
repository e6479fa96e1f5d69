import type { ListContext, ObjectSink, Origin, Path } from './kubernetes-object.ts';
import { describe, fieldText, isMapping, quoteMend, readLabels, reportAt } from './label-set.ts';

/** Lists in lists whose path is longer than this are refused: no real one is, and it bounds the stack. */
const LONGEST_PATH = 32;

/** What the kind of a list says of its items: `PodList` holds Pods. */
export function listContext(list: Readonly<Record<string, unknown>>): ListContext {
  const kind = typeof list.kind === 'string' ? list.kind : '';
  const apiVersion = typeof list.apiVersion === 'string' ? list.apiVersion : '';
  return kind.endsWith('List') && kind !== 'List'
    ? { apiVersion, kind: kind.slice(0, -'List'.length) }
    : { apiVersion: '', kind: '' };
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
  reportAt(sink, origin, [...path, field], (token) => [
    `${fieldText([...path, field])} is ${describe(value, token)}; it must be a string`,
    quoteMend(value, token),
  ]);
  return undefined;
}

/** A sink for problems of what does not look like a Kubernetes object. */
function asForeign(sink: Pick<ObjectSink, 'problem'>): Pick<ObjectSink, 'problem'> {
  return { problem: (problem) => sink.problem({ ...problem, isForeign: true }) };
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
    // What has metadata was meant as an object; charts, values, and files of other tools were not.
    const teller = 'metadata' in content || 'kind' in content ? sink : asForeign(sink);
    reportAt(teller, origin, path, () => ['this is not a Kubernetes object: it has no kind']);
    return;
  }
  const metadata = content.metadata ?? {};
  if (!isMapping(metadata)) {
    reportAt(sink, origin, [...path, 'metadata'], (token) => [
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

/** A Template of OpenShift, which stands for the objects that are made from it. */
function isTemplate(
  value: unknown,
): value is Record<string, unknown> & { readonly objects: readonly unknown[] } {
  if (!isMapping(value) || value.kind !== 'Template' || !Array.isArray(value.objects)) return false;
  const { apiVersion } = value;
  return apiVersion === 'v1' || (typeof apiVersion === 'string' && apiVersion.startsWith(TEMPLATE_GROUP));
}

const TEMPLATE_GROUP = 'template.openshift.io/';

/** A place for a parameter, be it a part of a text or, with two braces, all of a value of another kind. */
const PARAMETER = /\$\{\w+\}/;

/**
 * A sink for the objects of a Template, as they are made from it: in the namespace that it is for, unless they name one by a
 * parameter, and with its labels (openshift/library-go `templateprocessing.Processor`). Parameters stay as they are written.
 */
function ofTemplate(sink: ObjectSink, labels: Readonly<Record<string, string>>): ObjectSink {
  return {
    problem: (problem) => sink.problem(problem),
    object: (object) =>
      sink.object({
        ...object,
        namespace: PARAMETER.test(object.namespace) ? object.namespace : '',
        labels: Object.fromEntries([...Object.entries(object.labels), ...Object.entries(labels)]),
      }),
  };
}

/**
 * Hands every Kubernetes object of one document to the sink: the document itself, or what it lists (a `List`, a
 * `PodList`, an array of objects, or lists of these), or what a Template of OpenShift has for objects. Whatever is none is
 * reported as a problem at its place.
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
  const template = isTemplate(value) ? value : undefined;
  const items = Array.isArray(value) ? value : isList(value) ? value.items : template?.objects;
  if (items === undefined) {
    if (!isMapping(value)) {
      reportAt(asForeign(sink), origin, path, (token) => [
        `expected a Kubernetes object, found ${describe(value, token)}`,
      ]);
    } else if (value.items !== null || typeof value.kind !== 'string' || !value.kind.endsWith('List')) {
      readObject(value, origin, path, sink, context);
    }
    return;
  }
  if (path.length >= LONGEST_PATH) {
    reportAt(sink, origin, path, () => ['lists are nested too deeply within lists']);
    return;
  }
  if (template !== undefined) {
    const own = ofTemplate(sink, readLabels(template.labels, origin, [...path, 'labels'], sink) ?? {});
    for (const [index, item] of items.entries())
      readObjects(item, origin, own, [...path, 'objects', index], { apiVersion: '', kind: '' });
    return;
  }
  const itemContext = Array.isArray(value)
    ? { apiVersion: '', kind: '' }
    : listContext(value as Record<string, unknown>);
  const itemsPath = Array.isArray(value) ? path : [...path, 'items'];
  if (!Array.isArray(value) && isMapping(value) && typeof value.kind !== 'string') {
    reportAt(sink, origin, path, () => ['this list has no kind', 'write kind: List']);
  }
  for (const [index, item] of items.entries())
    readObjects(item, origin, sink, [...itemsPath, index], itemContext);
}
