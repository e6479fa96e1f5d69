import type { KubernetesObject } from '../../manifests.ts';
import { loadYaml } from '../../reading.ts';
import { jsonOf, layoutJson } from './json-layout.ts';
import type { ObjectForm } from './object-forms.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { showLabels, Table } from './table.ts';

/** Writes selected objects as they come, in memory that does not grow with their number. */
export interface ObjectWriter {
  add(object: KubernetesObject): void;
  /** Writes what is held back, when there is a reason to show it already. */
  flush(): void;
  /** Writes what comes after the last object. Call it once. */
  end(): void;
}

/** What writers need to know of the question that selected the objects. */
export interface WriterOptions {
  readonly style: Style;
  readonly hasHeaders: boolean;
  /** The label keys that the selector asks about; they stand out in tables. */
  readonly asked: ReadonlySet<string>;
}

type Write = (text: string) => void;

/** `<none>` for an empty cell, as kubectl has it. */
function cell(text: string): string {
  return text === '' ? '<none>' : printable(text);
}

/** The name of an object, or what its name will begin with once the API server has made one up. */
export function nameOf({ name, content }: KubernetesObject): string {
  if (name !== '') return name;
  const metadata = content.metadata;
  const prefix =
    typeof metadata === 'object' && metadata !== null && 'generateName' in metadata
      ? metadata.generateName
      : '';
  return typeof prefix === 'string' && prefix !== '' ? `${prefix}*` : '';
}

/** The reference `kubectl -o name` prints: `pod/web`, `deployment.apps/web`. */
function referenceOf(object: KubernetesObject): string {
  const slash = object.apiVersion.indexOf('/');
  const group = slash === -1 ? '' : `.${object.apiVersion.slice(0, slash)}`;
  return `${object.kind.toLowerCase()}${group}/${cell(nameOf(object))}`;
}

/** Where an object begins: `shop/web.yaml:12`. */
export function placeOf({ origin, path }: KubernetesObject): string {
  return `${printable(origin.source)}:${origin.locate(path).position.line}`;
}

function tableWriter(
  write: Write,
  { style, hasHeaders, asked }: WriterOptions,
  isWide: boolean,
): ObjectWriter {
  const titles = isWide ? ['NAMESPACE', 'KIND', 'NAME', 'SOURCE'] : ['NAMESPACE', 'KIND', 'NAME'];
  const table = new Table(
    write,
    titles.length + 1,
    hasHeaders ? { cells: titles, last: 'LABELS' } : undefined,
  );
  let isEmpty = true;
  return {
    add(object) {
      isEmpty = false;
      const cells = [cell(object.namespace), cell(object.kind), cell(nameOf(object))];
      if (isWide) cells.push(placeOf(object));
      table.add({ cells, last: showLabels(object.labels, asked, style) });
    },
    flush() {
      if (!isEmpty) table.flush();
    },
    end() {
      // A header over nothing is noise, and misleads whoever counts lines.
      if (!isEmpty) table.flush();
    },
  };
}

/** An object as JSON text: as written where its input is JSON, and complete where its list said its kind for it. */
function jsonTextOf({ content, origin, path, apiVersion, kind }: KubernetesObject): string {
  if (typeof content.kind !== 'string') return jsonOf({ apiVersion, kind, ...content });
  return origin.json(path) ?? jsonOf(content);
}

function jsonWriter(write: Write): ObjectWriter {
  let count = 0;
  return {
    add(object) {
      const before = count++ === 0 ? '{\n    "apiVersion": "v1",\n    "items": [\n        ' : ',\n        ';
      write(before + layoutJson(jsonTextOf(object), 4, 2));
    },
    flush() {},
    end() {
      const items = count === 0 ? '{\n    "apiVersion": "v1",\n    "items": []' : '\n    ]';
      write(`${items},\n    "kind": "List",\n    "metadata": {\n        "resourceVersion": ""\n    }\n}\n`);
    },
  };
}

async function yamlWriter(write: Write): Promise<ObjectWriter> {
  const { yamlText } = await loadYaml();
  let count = 0;
  return {
    add({ content, apiVersion, kind }) {
      const value = typeof content.kind === 'string' ? content : { apiVersion, kind, ...content };
      write((count++ === 0 ? '' : '---\n') + yamlText(value));
    },
    flush() {},
    end() {},
  };
}

/** Writes one line for each object. */
function lineWriter(write: Write, lineOf: (object: KubernetesObject) => string): ObjectWriter {
  return {
    add(object) {
      write(`${lineOf(object)}\n`);
    },
    flush() {},
    end() {},
  };
}

function countWriter(write: Write): ObjectWriter {
  let count = 0;
  return {
    add() {
      count++;
    },
    flush() {},
    end() {
      write(`${count}\n`);
    },
  };
}

/** The writer of a form. */
export async function createObjectWriter(
  form: ObjectForm,
  write: Write,
  options: WriterOptions,
): Promise<ObjectWriter> {
  switch (form) {
    case 'table':
    case 'wide':
      return tableWriter(write, options, form === 'wide');
    case 'name':
      return lineWriter(write, referenceOf);
    case 'ndjson':
      return lineWriter(write, (object) => layoutJson(jsonTextOf(object), 0));
    case 'json':
      return jsonWriter(write);
    case 'yaml':
      return yamlWriter(write);
    case 'count':
      return countWriter(write);
  }
}
