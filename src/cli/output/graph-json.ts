import type { RelationSelector, Relations } from '../../manifests.ts';
import { placeOf } from './object-writers.ts';

function selectorJson({ relation, selection, path }: RelationSelector): object {
  return { relation, selection, path };
}

/** Relations for programs, as JSON text: nodes in the order read, edges in the order of the nodes they go out from. */
export function graphJson({ nodes, edges }: Relations): string {
  const written = {
    nodes: nodes.map(({ id, object, namespace, name, isWorkload, idle, broad }) => ({
      id,
      apiVersion: object.apiVersion,
      kind: object.kind,
      namespace,
      name,
      workload: isWorkload,
      source: placeOf(object),
      selectsNothing: idle.map(selectorJson),
      selectsAll: broad.map((one) => ({ ...selectorJson(one), count: one.selected.length })),
    })),
    edges: edges.map(({ from, to, relation, selection, path, isCertain }) => ({
      from,
      to,
      relation,
      selection,
      path,
      certain: isCertain,
    })),
  };
  return JSON.stringify(written, null, 2);
}
