import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { columnsOf } from './text-width.ts';

/** A row: the texts of all columns but the last, which is written as it comes and may be coloured. */
export interface Row {
  readonly cells: readonly string[];
  readonly last: string;
}

/** Between two columns, as kubectl has it. */
const GAP = '   ';

/** Rows held back to learn how wide the columns are. */
const MEASURED = 1000;

/**
 * Writes rows as columns. The first rows are held back and decide the widths; the rest is written at once, so memory
 * is bounded. A wider text that comes later widens its column from there on.
 */
export class Table {
  readonly #write: (text: string) => void;
  readonly #widths: number[];
  #held: Row[] | undefined = [];

  /**
   * @param columns how many, the last one included
   * @param header the titles; undefined for none
   */
  constructor(write: (text: string) => void, columns: number, header: Row | undefined) {
    this.#write = write;
    this.#widths = Array.from({ length: columns - 1 }, () => 0);
    if (header !== undefined) this.#held = [header];
  }

  /** How many rows are held back, the header included. */
  get held(): number {
    return this.#held?.length ?? 0;
  }

  add(row: Row): void {
    if (this.#held === undefined) {
      this.#measure(row);
      this.#writeRow(row);
    } else if (this.#held.push(row) > MEASURED) {
      this.flush();
    }
  }

  /** Writes what is held back; from then on rows are written as they come. */
  flush(): void {
    const rows = this.#held ?? [];
    this.#held = undefined;
    for (const row of rows) this.#measure(row);
    for (const row of rows) this.#writeRow(row);
  }

  #measure(row: Row): void {
    for (const [column, text] of row.cells.entries()) {
      const width = columnsOf(text);
      if (width > (this.#widths[column] ?? 0)) this.#widths[column] = width;
    }
  }

  #writeRow(row: Row): void {
    let text = '';
    for (const [column, cell] of row.cells.entries()) {
      text += cell + ' '.repeat((this.#widths[column] ?? 0) - columnsOf(cell)) + GAP;
    }
    this.#write(`${text}${row.last}\n`);
  }
}

/** Labels as kubectl shows them: sorted by key, `<none>` for none; the keys in `asked` stand out. */
export function showLabels(
  labels: Readonly<Record<string, string>>,
  asked: ReadonlySet<string>,
  style: Style,
): string {
  const keys = Object.keys(labels).sort();
  if (keys.length === 0) return '<none>';
  return keys
    .map((key) => {
      const pair = printable(`${key}=${labels[key] ?? ''}`);
      return asked.has(key) ? style.green(pair) : pair;
    })
    .join(',');
}
