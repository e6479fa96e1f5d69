import { type KubernetesObject, namespaceOf, type Problem, readManifests } from 'labelwise/manifests';
import { type Cluster, makeCluster } from './cluster.ts';
import { rowOfContent } from './content-row.ts';
import { rowsOfManifests } from './manifest-rows.ts';
import type { Row } from './row.ts';
import { Selecting } from './selecting.ts';

/** A text with manifests, and what it is called. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Which objects there are: those of texts, or a cluster that is made. */
export type DataWanted =
  | { readonly kind: 'manifests'; readonly sources: readonly Source[] }
  | { readonly kind: 'cluster'; readonly pods: number };

/** Objects with all that is asked about them. */
export interface Dataset {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  /** All selectors that the objects have. Read when first asked for. */
  selecting(): Selecting;
  /** The objects of a namespace and those of none, or all, for what looks at objects and not at rows. */
  objects(namespace: string | undefined): Promise<readonly KubernetesObject[]>;
}

/** The content of an object with its kind, which typed lists leave out of their items. */
function contentOf({ content, apiVersion, kind }: KubernetesObject): Readonly<Record<string, unknown>> {
  return typeof content.kind === 'string' ? content : { ...content, apiVersion, kind };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

async function manifestData(sources: readonly Source[]): Promise<Dataset> {
  const objects: KubernetesObject[] = [];
  const problems: Problem[] = [];
  for (const { name, text } of sources) {
    if (text.trim() === '') continue;
    const read = await readManifests(text, name);
    objects.push(...read.objects);
    problems.push(...read.problems);
  }
  const rows = rowsOfManifests(objects);
  return {
    rows,
    problems,
    selecting: once(() => {
      const selecting = new Selecting();
      const own = rows.filter(({ templateOf }) => templateOf === undefined);
      for (const [index, row] of own.entries()) {
        const object = objects[index];
        if (object !== undefined) selecting.add(row, contentOf(object));
      }
      return selecting;
    }),
    async objects(namespace) {
      if (namespace === undefined) return objects;
      return objects.filter((object) => ['', namespace].includes(namespaceOf(object.namespace, object.kind)));
    },
  };
}

function clusterData(cluster: Cluster): Dataset {
  const others = cluster.contents.map(rowOfContent);
  return {
    rows: [...cluster.pods, ...others],
    problems: [],
    selecting: once(() => {
      const selecting = new Selecting();
      for (const [index, row] of others.entries()) selecting.add(row, cluster.contents[index]);
      return selecting;
    }),
    async objects(namespace) {
      const items = cluster.contents.filter(
        (_, index) => namespace === undefined || ['', namespace].includes(others[index]?.namespace ?? ''),
      );
      const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
      return (await readManifests(list, 'cluster.json')).objects;
    },
  };
}

/** Reads texts, or makes a cluster. */
export function datasetOf(wanted: DataWanted): Promise<Dataset> {
  if (wanted.kind === 'manifests') return manifestData(wanted.sources);
  return Promise.resolve(clusterData(makeCluster(wanted.pods)));
}
