import type { Box, Row } from './graph-boxes.ts';
import { columnsOf, type Link } from './graph-columns.ts';
import { byNamespace } from './graph-namespaces.ts';
import { ColumnStacks, type Tie } from './graph-stacks.ts';
import { KIND_FONT, NAME_FONT, SELECTOR_FONT, widthOf, wrapped } from './graph-text.ts';

/** Distances, in pixels. */
export const SPACE = {
  /** Around everything, and between namespaces. */
  margin: 20,
  /** Between the frame of a namespace and its boxes. */
  frame: 16,
  /** Above the boxes of a namespace, for its name. */
  title: 30,
  /** Between boxes of a column. */
  gap: 16,
  /** Between columns, for the lines. */
  aisle: 90,
  /** Within a box. */
  inset: 10,
  /** The head of a box, and its lines of text. */
  head: 38,
  line: 15,
  /** Between rows. */
  row: 6,
} as const;

/** The most characters of a line, and lines of a selector, in a box. */
const LONGEST = 48;
const MOST_LINES = 4;

/** A row in its box: its lines of text, and how far below the top of the box they begin. */
export interface PlacedRow {
  readonly row: Row;
  readonly top: number;
  readonly verb: string;
  readonly selection: readonly string[];
  readonly note: string;
}

export interface PlacedBox {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly column: number;
  readonly rows: readonly PlacedRow[];
}

/** A namespace: a frame around its boxes; `""` for what is in none, which has a frame as well. */
export interface PlacedFrame {
  readonly namespace: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly frames: readonly PlacedFrame[];
}

interface Sized {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly PlacedRow[];
}

/** A box with its rows laid out, wherever it will stand. */
function sized(box: Box): Sized {
  let top: number = SPACE.head;
  let widest = Math.max(widthOf(box.name, NAME_FONT), widthOf(box.kind, KIND_FONT));
  const rows = box.rows.map((row) => {
    const selection = wrapped(row.selection, LONGEST, MOST_LINES);
    const note = row.note === '' ? '' : `→ ${row.note}`;
    const placed = { row, top: top + SPACE.row, verb: row.verb, selection, note };
    top += SPACE.row + SPACE.line * (1 + selection.length + (note === '' ? 0 : 1));
    widest = Math.max(
      widest,
      widthOf(row.verb, KIND_FONT),
      widthOf(note, KIND_FONT),
      ...selection.map((line) => widthOf(line, SELECTOR_FONT)),
    );
    return placed;
  });
  const height = rows.length === 0 ? SPACE.head + 4 : top + SPACE.inset;
  return { box, width: Math.ceil(widest) + 2 * SPACE.inset, height, rows };
}

/** Where lines leave a row, and where they come in, below the top of a box. */
export const LEAVES = 8;
export const ENTERS = 20;

/** The links among boxes, each once, with the place below the top of the box where it leaves. */
function linksOf(sizes: readonly Sized[]): readonly (Link & { readonly leaves: number })[] {
  const indexes = new Map(sizes.map(({ box }, index) => [box.id, index]));
  return sizes.flatMap(({ rows }, from) => {
    const leaves = new Map<number, number>();
    for (const { row, top } of rows) {
      for (const line of row.lines) {
        const to = indexes.get(line.to);
        if (to !== undefined && to !== from && !leaves.has(to)) leaves.set(to, top + LEAVES);
      }
    }
    return [...leaves].map(([to, top]) => ({ from, to, leaves: top }));
  });
}

/** The left edge of each column, and the right edge of the last. */
function edgesOf(widths: readonly number[]): readonly number[] {
  let x = SPACE.margin + SPACE.frame;
  const edges = widths.map((width) => {
    const edge = x;
    x += width + SPACE.aisle;
    return edge;
  });
  return [...edges, x - SPACE.aisle];
}

/**
 * Places boxes: namespaces below each other, columns from left to right, what is linked as near as may be. Columns are the
 * same in all namespaces.
 *
 * @complexity O((boxes + links) log boxes).
 */
export function layoutOf(boxes: readonly Box[]): Layout {
  const groups = byNamespace(boxes);
  const ordered = groups.flatMap(({ own }) => own);
  const sizes = ordered.map(sized);
  const links = linksOf(sizes);
  const columns = columnsOf(ordered, links);
  const count = Math.max(0, ...columns) + 1;
  const widths = Array.from({ length: count }, () => 0);
  for (const [index, { width }] of sizes.entries()) {
    const column = columns[index] ?? 0;
    widths[column] = Math.max(widths[column] ?? 0, width);
  }
  const lefts = edgesOf(widths);
  const ties = ordered.map((): Tie[] => []);
  for (const { from, to, leaves } of links) {
    if (ordered[from]?.namespace !== ordered[to]?.namespace || columns[from] === columns[to]) continue;
    const isForward = (columns[from] ?? 0) < (columns[to] ?? 0);
    ties[from]?.push({ other: to, shift: ENTERS - leaves, isBehind: isForward });
    ties[to]?.push({ other: from, shift: leaves - ENTERS, isBehind: !isForward });
  }
  const placed: PlacedBox[] = [];
  const frames: PlacedFrame[] = [];
  const heights = sizes.map(({ height }) => height);
  let y: number = SPACE.margin;
  let first = 0;
  for (const { namespace, own } of groups) {
    const indexes = own.map((_, index) => first + index);
    const used = Array.from({ length: count }, (_, column) =>
      indexes.filter((index) => columns[index] === column),
    );
    const inner = new ColumnStacks(used, heights, ties, SPACE.gap);
    for (const index of indexes) {
      const { box, rows, height } = sizes[index] as Sized;
      const column = columns[index] ?? 0;
      const top = y + SPACE.title + inner.topOf(index);
      placed.push({ box, rows, height, column, x: lefts[column] ?? 0, y: top, width: widths[column] ?? 0 });
    }
    const filled = used.flatMap((column, at) => (column.length > 0 ? [at] : []));
    const [from = 0, to = 0] = [filled[0], filled.at(-1)];
    const x = (lefts[from] ?? 0) - SPACE.frame;
    const right = (lefts[to] ?? 0) + (widths[to] ?? 0) + SPACE.frame;
    const height = SPACE.title + inner.height + SPACE.frame;
    frames.push({ namespace, x, y, width: right - x, height });
    y += height + SPACE.margin;
    first += own.length;
  }
  const width = (lefts.at(-1) ?? 0) + SPACE.frame + SPACE.margin;
  return { width, height: y, boxes: placed, frames };
}
