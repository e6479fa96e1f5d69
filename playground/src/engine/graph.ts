import { RELATION_KINDS, type RelationKind, type RelationNode, type Relations } from 'labelwise/manifests';

/** What an object does to others: one selector of it, or one way of naming them. */
export interface GraphRow {
  readonly verb: string;
  /** `app=web`; `""` where it is no selector. */
  readonly selection: string;
  /** Ids of nodes, and whether it is certain that they are selected. */
  readonly targets: readonly { readonly id: string; readonly isCertain: boolean }[];
  /** Of a selector without requirements: how many objects it selects. */
  readonly all?: number;
  /** Whether it selects nothing of what was read. */
  readonly isIdle: boolean;
}

/** An object with what it does to others. */
export interface GraphNode {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly isWorkload: boolean;
  readonly rows: readonly GraphRow[];
}

/** Who selects whom, as plain data. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  /** How many objects have relations, whether they are among the nodes or not. */
  readonly size: number;
}

const ORDER: readonly string[] = Object.keys(RELATION_KINDS);

/** Selectors of everything lead to each of so few objects; to more, they are counted. */
const FEW = 3;

interface OpenRow {
  readonly relation: RelationKind;
  readonly selection: string;
  readonly targets: { id: string; isCertain: boolean }[];
  all?: number;
  isIdle: boolean;
}

function rowIn(rows: Map<string, OpenRow>, relation: RelationKind, selection: string): OpenRow {
  const key = `${relation} ${selection}`;
  const row = rows.get(key) ?? { relation, selection, targets: [], isIdle: false };
  rows.set(key, row);
  return row;
}

function nodeOf(node: RelationNode, rows: ReadonlyMap<string, OpenRow>): GraphNode {
  const { id, object, name, namespace, isWorkload } = node;
  const sorted = [...rows.values()].sort((a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation));
  return {
    id,
    kind: object.kind,
    name,
    namespace,
    isWorkload,
    rows: sorted.map(({ relation, ...row }) => ({ ...row, verb: RELATION_KINDS[relation] })),
  };
}

/** The nodes of one object and of all that it selects, or that selects it. */
function around({ nodes, edges }: Relations, id: string): ReadonlySet<string> {
  const near = new Set([id]);
  for (const { from, to } of edges) {
    if (from === id) near.add(to);
    if (to === id) near.add(from);
  }
  for (const node of nodes) if (node.broad.some(({ selected }) => selected.includes(id))) near.add(node.id);
  return near;
}

/**
 * Relations as nodes with rows.
 *
 * @param center only this object and what is related to it; everything without
 * Complexity: O(nodes + edges).
 */
export function graphOf(relations: Relations, center?: string): Graph {
  const shown = center === undefined ? undefined : around(relations, center);
  const isShown = (id: string): boolean => shown?.has(id) ?? true;
  const isTold = (from: string, to: string): boolean =>
    isShown(from) && isShown(to) && (center === undefined || from === center || to === center);
  const rows = new Map(relations.nodes.map(({ id }) => [id, new Map<string, OpenRow>()]));
  for (const { from, to, relation, selection, isCertain } of relations.edges) {
    const own = rows.get(from);
    if (own !== undefined && isTold(from, to)) {
      rowIn(own, relation, selection).targets.push({ id: to, isCertain });
    }
  }
  for (const { id, idle, broad } of relations.nodes) {
    const own = rows.get(id);
    if (own === undefined) continue;
    for (const { relation, selection } of idle) rowIn(own, relation, selection).isIdle = true;
    for (const { relation, selection, selected } of broad) {
      const row = rowIn(own, relation, selection);
      if (selected.length > FEW) row.all = selected.length;
      else row.targets.push(...selected.map((one) => ({ id: one, isCertain: true })));
    }
  }
  const nodes = relations.nodes.filter(({ id }) => isShown(id));
  return {
    nodes: nodes.map((node) => nodeOf(node, rows.get(node.id) ?? new Map())),
    size: relations.nodes.length,
  };
}
