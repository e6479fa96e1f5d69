import { printable } from './printable.ts';
import type { Paint, Style } from './style.ts';
import { columnsOf } from './text-width.ts';

/** A frame shows at most so many UTF-16 units of a line where nothing says how wide the screen is. */
const WIDEST = 100;
/** And no fewer than these, however narrow it is. */
const NARROWEST = 20;

/** What a frame shows: a line, and which part of it, in UTF-16 units from 0. */
export interface Framed {
  readonly line: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** How a frame looks. */
export interface FrameLook {
  readonly style: Style;
  /** What marks the part. */
  readonly paint: Paint;
  /** The columns of the screen; undefined where there is none. */
  readonly columns: number | undefined;
  /** Columns for line numbers, for frames that stand below each other. */
  readonly digits?: number;
}

/** A line with its number, and carets under a part of it, which is kept in sight; two lines, without a line end. */
export function codeFrame({ line, number, from, to }: Framed, look: FrameLook): string {
  const { style, paint, columns, digits = 0 } = look;
  const gutter = `  ${String(number).padStart(digits)} | `;
  const room = columns === undefined ? WIDEST : columns - gutter.length - 2;
  const width = Math.max(NARROWEST, Math.min(WIDEST, room));
  const at = Math.min(from, line.length);
  const start =
    line.length <= width ? 0 : Math.max(0, Math.min(at - Math.floor(width * 0.4), line.length - width));
  const end = Math.min(line.length, start + width);
  const before = (start > 0 ? '…' : '') + printable(line.slice(start, at));
  const marked = printable(line.slice(at, Math.max(at, Math.min(to, end))));
  const after = printable(line.slice(Math.max(at, Math.min(to, end)), end)) + (end < line.length ? '…' : '');
  const carets = '^'.repeat(Math.max(1, columnsOf(marked)));
  const blanks = ' '.repeat(gutter.length + columnsOf(before));
  return `${style.dim(gutter)}${before}${marked}${after}\n${blanks}${paint(carets)}`;
}
