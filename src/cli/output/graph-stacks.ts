/** What ties a box to another one that stands in another column. */
export interface Tie {
  readonly other: number;
  /** How far below the top of the other the top of this one has to be for the line between them to be straight. */
  readonly shift: number;
  /** Whether the other stands to the right. */
  readonly isBehind: boolean;
}

/**
 * Where things of given heights stand in a column, one below the other in their order, each as near as possible to where
 * it is wanted (least squares, by pooling neighbours that would overlap).
 *
 * @param wanted where the top of each is wanted
 * @returns the tops, none above 0
 * @complexity O(things).
 */
export function settled(
  wanted: readonly number[],
  heights: readonly number[],
  gap: number,
): readonly number[] {
  interface Pool {
    sum: number;
    readonly items: number[];
  }
  const offsets: number[] = [];
  let offset = 0;
  for (const height of heights) {
    offsets.push(offset);
    offset += height + gap;
  }
  const pools: Pool[] = [];
  for (const [index, want] of wanted.entries()) {
    let pool: Pool = { sum: want - (offsets[index] ?? 0), items: [index] };
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.items.length <= pool.sum / pool.items.length) break;
      pools.pop();
      pool = { sum: last.sum + pool.sum, items: [...last.items, ...pool.items] };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, items }) =>
    items.map((index) => Math.max(0, sum / items.length) + (offsets[index] ?? 0)),
  );
}

/** How often the order of columns is made better by that of the others, there and back. */
const SWEEPS = 4;

/** Boxes in columns, one below the other, ordered and placed so that what is tied is near. */
export class ColumnStacks {
  readonly #columns: readonly number[][];
  readonly #heights: readonly number[];
  readonly #ties: readonly (readonly Tie[])[];
  readonly #gap: number;
  readonly #tops = new Map<number, number>();

  /**
   * @param columns the boxes of each column, from the left, by index
   * @param heights of all boxes
   * @param ties of all boxes, to boxes of these columns
   */
  constructor(
    columns: readonly (readonly number[])[],
    heights: readonly number[],
    ties: readonly (readonly Tie[])[],
    gap: number,
  ) {
    this.#heights = heights;
    this.#ties = ties;
    // What is tied to nothing stands at the end.
    this.#columns = columns.map((column) => [
      ...column.filter((box) => this.#isTied(box)),
      ...column.filter((box) => !this.#isTied(box)),
    ]);
    this.#gap = gap;
    for (const column of this.#columns) this.#stack(column);
    const leftward = [...this.#columns].reverse();
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      for (const column of leftward) this.#reorder(column, true);
      for (const column of this.#columns) this.#reorder(column, false);
    }
    for (const column of leftward) this.#reorder(column, true);
    for (const column of leftward) this.#settle(column, true);
    for (const column of this.#columns) this.#settle(column, false);
    for (const column of leftward) this.#settle(column, true);
    this.#lift();
  }

  topOf(box: number): number {
    return this.#tops.get(box) ?? 0;
  }

  /** Of the tallest column. */
  get height(): number {
    return Math.max(0, ...[...this.#tops].map(([box, top]) => top + (this.#heights[box] ?? 0)));
  }

  /** Where the top of a box would best be for its lines to one side; undefined where it has none there. */
  #wanted(box: number, isBehind: boolean): number | undefined {
    const ties = (this.#ties[box] ?? []).filter((tie) => tie.isBehind === isBehind);
    if (ties.length === 0) return undefined;
    return ties.reduce((sum, { other, shift }) => sum + this.topOf(other) + shift, 0) / ties.length;
  }

  #stack(column: readonly number[]): void {
    let top = 0;
    for (const box of column) {
      this.#tops.set(box, top);
      top += (this.#heights[box] ?? 0) + this.#gap;
    }
  }

  /** Orders a column by what it is tied to on one side. What is tied to nothing there keeps its place among the others. */
  #reorder(column: number[], isBehind: boolean): void {
    const wanted = new Map(column.map((box) => [box, this.#wanted(box, isBehind)]));
    const keyOf = (box: number): number =>
      this.#isTied(box) ? (wanted.get(box) ?? this.topOf(box)) : Number.MAX_VALUE;
    column.sort((a, b) => keyOf(a) - keyOf(b));
    this.#stack(column);
  }

  /** Places a column by what it is tied to on one side, or else on the other; what is tied to nothing, at its end. */
  #settle(column: readonly number[], isBehind: boolean): void {
    const tied = column.filter((box) => this.#isTied(box));
    const heights = tied.map((box) => this.#heights[box] ?? 0);
    const wanted = tied.map(
      (box) => this.#wanted(box, isBehind) ?? this.#wanted(box, !isBehind) ?? this.topOf(box),
    );
    const tops = settled(wanted, heights, this.#gap);
    for (const [index, box] of tied.entries()) this.#tops.set(box, tops[index] ?? 0);
    const last = tied.at(-1);
    let top = last === undefined ? 0 : this.topOf(last) + (this.#heights[last] ?? 0) + this.#gap;
    for (const box of column) {
      if (this.#isTied(box)) continue;
      this.#tops.set(box, top);
      top += (this.#heights[box] ?? 0) + this.#gap;
    }
  }

  #isTied(box: number): boolean {
    return (this.#ties[box]?.length ?? 0) > 0;
  }

  /** Moves all up, so that nothing is left free above. */
  #lift(): void {
    const least = Math.min(...this.#tops.values());
    for (const [box, top] of this.#tops) this.#tops.set(box, top - least);
  }
}
