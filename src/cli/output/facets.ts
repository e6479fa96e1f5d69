import type { KeyStatistics, ValueStatistics } from '../../index.ts';
import { printable } from './printable.ts';
import { Table } from './table.ts';

type Write = (text: string) => void;

/** Numbers end in one line, texts begin in one. */
type Cell = string | number;

/** A key that was asked for, with its values; none where no object has it. */
export interface KeyFacet extends KeyStatistics {
  /** Those of most objects first. */
  readonly byValue: readonly ValueStatistics[];
}

function writeTable(
  titles: readonly string[],
  rows: readonly (readonly Cell[])[],
  hasHeaders: boolean,
  write: Write,
): void {
  const widths = titles.map((title, column) => {
    const numbers = rows.map((row) => row[column]).filter((cell) => typeof cell === 'number');
    return numbers.length === 0
      ? 0
      : Math.max(hasHeaders ? title.length : 0, String(Math.max(...numbers)).length);
  });
  const table = new Table(write, titles.length, undefined);
  for (const row of hasHeaders ? [titles, ...rows] : rows) {
    const texts = row.map((cell, column) => String(cell).padStart(widths[column] ?? 0));
    table.add({ cells: texts.slice(0, -1), last: texts.at(-1) ?? '' });
  }
  table.flush();
}

/** Writes keys as a table. */
export function writeKeys(keys: readonly KeyStatistics[], hasHeaders: boolean, write: Write): void {
  const rows = keys.map(({ key, objects, values }) => [printable(key), objects, values]);
  writeTable(['KEY', 'OBJECTS', 'VALUES'], rows, hasHeaders, write);
}

/** Writes the values of keys as one table, a key after the other. */
export function writeValues(facets: readonly KeyFacet[], hasHeaders: boolean, write: Write): void {
  const rows = facets.flatMap(({ key, byValue }) =>
    // An empty value is a value, unlike a label that is not there.
    byValue.map(({ value, objects }) => [printable(key), value === '' ? '""' : printable(value), objects]),
  );
  writeTable(['KEY', 'VALUE', 'OBJECTS'], rows, hasHeaders, write);
}
