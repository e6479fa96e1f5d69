import { RELATION_KINDS, type RelationKind, type RelationNode, type Relations } from '../../manifests.ts';
import { printable } from './printable.ts';

/** Selectors of everything are drawn as lines where they lead to no more than so many objects; otherwise counted. */
const FEW = 3;

/** From a row to another box. */
export interface Line {
  readonly to: string;
  /** False where labels decide that only a cluster knows. */
  readonly isCertain: boolean;
}

/** What an object does to others: one selector of it, or one way of naming them. */
export interface Row {
  readonly relation: RelationKind;
  /** `routes traffic to`. */
  readonly verb: string;
  /** `app=web`; `""` where it is no selector. */
  readonly selection: string;
  readonly lines: readonly Line[];
  /** What stands for lines: `itself`, `nothing that was read`, `40 of what was read`; `""` for none. */
  readonly note: string;
  /** Whether it selects nothing: `amiss` where that is hardly meant, `fine` where it may well be. */
  readonly idle?: 'amiss' | 'fine';
}

/** What is there for something: a Service without pods does nothing at all, while a policy may allow what is not there. */
const WEIGHTY: ReadonlySet<RelationKind> = new Set([
  'routes-traffic',
  'controls',
  'budgets-evictions',
  'applies-policy',
  'scrapes',
  'attracted-to',
]);

/** An object with what it does to others; its texts are printable. */
export interface Box {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** `""` for what is in no namespace. */
  readonly namespace: string;
  readonly isWorkload: boolean;
  readonly rows: readonly Row[];
}

/** A row to which lines are added. */
interface OpenRow extends Row {
  readonly lines: Line[];
}

const ORDER = Object.keys(RELATION_KINDS);

/** Rows of one box while lines are added to them. */
class Rows {
  readonly #own: string;
  readonly #rows = new Map<string, OpenRow>();

  constructor(own: string) {
    this.#own = own;
  }

  add(relation: RelationKind, selection: string, line: Line): void {
    const row = this.#row(relation, selection);
    if (line.to === this.#own) this.#set({ ...row, note: 'itself' });
    else row.lines.push(line);
  }

  addIdle(relation: RelationKind, selection: string): void {
    this.#set({
      ...this.#row(relation, selection),
      note: 'nothing that was read',
      idle: WEIGHTY.has(relation) ? 'amiss' : 'fine',
    });
  }

  /** @param ids what it leads to, of what is drawn */
  addBroad(relation: RelationKind, selection: string, count: number, ids: readonly string[]): void {
    const isDrawn = ids.length > 0 && ids.length <= FEW;
    if (isDrawn) for (const to of ids) this.add(relation, selection, { to, isCertain: true });
    else this.#set({ ...this.#row(relation, selection), note: `${count} of what was read` });
  }

  /** By what they are for, as every list of claims. */
  sorted(): readonly Row[] {
    return [...this.#rows.values()].sort((a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation));
  }

  #row(relation: RelationKind, written: string): OpenRow {
    const selection = printable(written);
    const found = this.#rows.get(`${relation} ${selection}`);
    if (found !== undefined) return found;
    return this.#set({
      relation,
      verb: RELATION_KINDS[relation],
      selection,
      lines: [],
      note: '',
    });
  }

  #set(row: OpenRow): OpenRow {
    this.#rows.set(`${row.relation} ${row.selection}`, row);
    return row;
  }
}

function boxOf({ id, object, namespace, name, isWorkload }: RelationNode, rows: readonly Row[]): Box {
  return {
    id,
    kind: printable(object.kind),
    name: printable(name),
    namespace: printable(namespace),
    isWorkload,
    rows,
  };
}

/** Relations as boxes with rows, for whatever draws them. O(nodes + edges). */
export function boxesOf({ nodes, edges }: Relations): readonly Box[] {
  const drawn = new Set(nodes.map(({ id }) => id));
  const rows = new Map(nodes.map(({ id }) => [id, new Rows(id)]));
  for (const { from, to, relation, selection, isCertain } of edges) {
    rows.get(from)?.add(relation, selection, { to, isCertain });
  }
  const shown = new Map<readonly string[], readonly string[]>();
  const shownOf = (selected: readonly string[]): readonly string[] => {
    const known = shown.get(selected) ?? selected.filter((id) => drawn.has(id));
    shown.set(selected, known);
    return known;
  };
  return nodes.map((node) => {
    const own = rows.get(node.id) ?? new Rows(node.id);
    for (const { relation, selection } of node.idle) own.addIdle(relation, selection);
    for (const { relation, selection, selected } of node.broad) {
      own.addBroad(relation, selection, selected.length, shownOf(selected));
    }
    return boxOf(node, own.sorted());
  });
}
