import type { RelationEdge, RelationNode, Relations } from '../../manifests.ts';

/** Adds everything that ways of edges lead to from a set of nodes. */
function extend(
  reached: Set<string>,
  edges: readonly RelationEdge[],
  from: 'from' | 'to',
  to: 'from' | 'to',
): void {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const list = next.get(edge[from]);
    if (list === undefined) next.set(edge[from], [edge[to]]);
    else list.push(edge[to]);
  }
  // A set that grows while it is gone through is gone through to its end.
  for (const id of reached) for (const other of next.get(id) ?? []) reached.add(other);
}

/** Adds the nodes with a selector of everything that is over any of a set of nodes; whether there was one to add. */
function addOverAll(reached: Set<string>, nodes: readonly RelationNode[]): boolean {
  const known = new Map<readonly string[], boolean>();
  const isOver = (selected: readonly string[]): boolean => {
    const answer = known.get(selected) ?? selected.some((id) => reached.has(id));
    known.set(selected, answer);
    return answer;
  };
  const added = nodes.filter(
    ({ id, broad }) => !reached.has(id) && broad.some(({ selected }) => isOver(selected)),
  );
  for (const { id } of added) reached.add(id);
  return added.length > 0;
}

/** Relations of one object: what selects it, and what selects that, and so on; and what it selects, and so on. */
export function around({ nodes, edges, unread }: Relations, { id }: RelationNode): Relations {
  const above = new Set([id]);
  do extend(above, edges, 'to', 'from');
  while (addOverAll(above, nodes));
  const below = new Set([id]);
  extend(below, edges, 'from', 'to');
  const isKept = (one: string): boolean => above.has(one) || below.has(one);
  return {
    nodes: nodes.filter((node) => isKept(node.id)),
    edges: edges.filter(({ from, to }) => isKept(from) && isKept(to)),
    unread,
  };
}

/** Relations of the objects in some namespaces, and of those elsewhere that have to do with them directly. */
export function within(
  { nodes, edges, unread }: Relations,
  isInside: (node: RelationNode) => boolean,
): Relations {
  const inside = new Set(nodes.filter(isInside).map(({ id }) => id));
  const kept = edges.filter(({ from, to }) => inside.has(from) || inside.has(to));
  const near = new Set(kept.flatMap(({ from, to }) => [from, to]));
  return { nodes: nodes.filter(({ id }) => inside.has(id) || near.has(id)), edges: kept, unread };
}
