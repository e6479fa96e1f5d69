import type { GraphNode } from '../engine/graph.ts';

/** The ids that each node leads to, without itself. */
function targetsOf(nodes: readonly GraphNode[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    nodes.map(({ id, rows }) => {
      const targets = rows.flatMap((row) => row.targets.map((target) => target.id));
      return [id, new Set(targets.filter((one) => one !== id))];
    }),
  );
}

/**
 * Which column each node stands in, from the left: workloads in the last one, what selects them before it, and what selects
 * that before this. Ways that lead back to themselves are cut where they close.
 */
function depthsOf(nodes: readonly GraphNode[]): ReadonlyMap<string, number> {
  const targets = targetsOf(nodes);
  const depths = new Map<string, number>();
  const isOpen = new Set<string>();
  const depthOf = (node: GraphNode): number => {
    const known = depths.get(node.id);
    if (known !== undefined) return known;
    isOpen.add(node.id);
    let depth = 0;
    // Workloads select each other, too, and stand side by side all the same.
    if (!node.isWorkload) {
      for (const id of targets.get(node.id) ?? []) {
        const target = nodes.find((one) => one.id === id);
        if (target !== undefined && !isOpen.has(id)) depth = Math.max(depth, depthOf(target) + 1);
      }
      if (depth === 0 && node.rows.length > 0) depth = 1;
    }
    isOpen.delete(node.id);
    depths.set(node.id, depth);
    return depth;
  };
  for (const node of nodes) depthOf(node);
  return depths;
}

/** How often columns are ordered by each other, there and back. */
const SWEEPS = 4;

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Nodes in columns, from the left, each ordered so that what is related is near: by the mean place of its neighbours
 * (Sugiyama's method, with barycentres). Nodes without relations stand at the end of theirs.
 *
 * Complexity: O(nodes²) at worst, for the few that can be drawn.
 */
export function columnsOf(nodes: readonly GraphNode[]): readonly (readonly GraphNode[])[] {
  const depths = depthsOf(nodes);
  const targets = targetsOf(nodes);
  const neighbours = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  for (const [from, ids] of targets) {
    for (const to of ids) {
      neighbours.get(from)?.add(to);
      neighbours.get(to)?.add(from);
    }
  }
  const most = Math.max(0, ...depths.values());
  const columns = Array.from({ length: most + 1 }, (_, column) =>
    nodes.filter(({ id }) => most - (depths.get(id) ?? 0) === column),
  );
  const places = new Map<string, number>();
  const number = (column: readonly GraphNode[]): void => {
    // As shares of the height, since columns differ in length.
    for (const [index, { id }] of column.entries()) places.set(id, (index + 0.5) / column.length);
  };
  columns.forEach(number);
  const reorder = (column: GraphNode[]): void => {
    const wanted = new Map(
      column.map(({ id }) => {
        const near = [...(neighbours.get(id) ?? [])].map((one) => places.get(one) ?? 0);
        return [id, meanOf(near) ?? Number.MAX_VALUE];
      }),
    );
    column.sort((a, b) => (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0));
    number(column);
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    columns.forEach(reorder);
    [...columns].reverse().forEach(reorder);
  }
  return columns.filter((column) => column.length > 0);
}
