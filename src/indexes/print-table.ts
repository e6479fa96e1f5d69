/** A number as people read it. */
export function numberText(value: number): string {
  return value.toLocaleString('en-US');
}

/** So many of something. */
export function countText(value: number, noun: string): string {
  return `${numberText(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** Rows as lines: a text first, then numbers, and last a text, which is as long as it is. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const columns = (rows[0]?.length ?? 1) - 1;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}
