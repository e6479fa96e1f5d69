import type { Paint, Style } from './style.ts';
import { columnsOf } from './text-width.ts';

/** How words for people are laid out. */
export interface Layout {
  readonly style: Style;
  /** How wide the screen is; undefined where nobody looks at one, and lines are as long as they come. */
  readonly columns: number | undefined;
}

/** On a screen narrower than this, broken lines would be no easier to read. */
const NARROWEST = 30;

/**
 * A text broken between words, so that no line is wider than the screen where words allow it. Colours take no room.
 *
 * @param hanging the blanks before every line but the first
 */
export function wrapped(text: string, columns: number | undefined, hanging: number): string {
  if (columns === undefined || columns < NARROWEST || columnsOf(text) <= columns) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) /)) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > columns) {
      lines.push(line);
      line = ' '.repeat(hanging) + word;
    } else {
      line += line === '' ? word : ` ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

/** Where a sentence stands. */
export interface Placing {
  readonly columns: number | undefined;
  /** The blanks before its first line; none where it is left out. */
  readonly indent?: number;
  /** The blanks before the lines that follow; two where it is left out. */
  readonly hanging?: number;
}

/** A sentence that begins with a word which stands out, `disjoint: nothing is …`, broken between words. */
export function ledBy(lead: string, paint: Paint, text: string, placing: Placing): string {
  const { columns, indent = 0, hanging = 2 } = placing;
  const blanks = ' '.repeat(indent);
  const lines = wrapped(`${blanks}${lead}${text}`, columns, hanging);
  return blanks + paint(lead) + lines.slice(indent + lead.length);
}
