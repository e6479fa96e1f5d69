/** A font as far as layouts need it. */
export interface Font {
  readonly size: number;
  readonly look: 'plain' | 'bold' | 'mono';
}

export const NAME_FONT: Font = { size: 13, look: 'bold' };
export const KIND_FONT: Font = { size: 11, look: 'plain' };
export const SELECTOR_FONT: Font = { size: 11, look: 'mono' };

/** Characters by how wide they are in common sans-serif fonts, in parts of the size, on the wide side. */
const NARROW = /[ijlItfr.,:;'|!()[\]/ -]/;
const WIDE = /[mwMW@%]/;
/** Ideographs, kana, hangul, full-width forms and emoji take a square. */
const SQUARE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;

/** How much wider than plain text bold text is. */
const BOLD = 1.2;

function widthOfCharacter(character: string): number {
  if (SQUARE.test(character)) return 1;
  if (NARROW.test(character)) return 0.36;
  if (WIDE.test(character)) return 0.9;
  return character >= 'A' && character <= 'Z' ? 0.7 : 0.58;
}

/** About how wide a text is drawn, in pixels: there is no font to ask. */
export function widthOf(text: string, { size, look }: Font): number {
  let width = 0;
  for (const character of text) {
    width += look === 'mono' ? (SQUARE.test(character) ? 1.21 : 0.605) : widthOfCharacter(character);
  }
  return width * size * (look === 'bold' ? BOLD : 1);
}

/** A text cut to so many characters, with a sign that it was. */
export function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** A requirement in parts that fit a line: the key, and what is asked of it, are parted where they do not together. */
function broken(requirement: string, length: number): readonly string[] {
  if (requirement.length <= length) return [requirement];
  const [, key = '', rest = ''] = /^([^\s=!<>]+(?:!?=| (?:not)?in ))(.+)$/s.exec(requirement) ?? [];
  return key === '' ? [requirement] : [key, rest];
}

/**
 * A selector in lines of so many characters, broken at the commas between requirements, and within those that are too
 * long; of what does not fit into the lines, the beginning is shown.
 */
export function wrapped(text: string, length: number, count: number): readonly string[] {
  if (text === '') return [];
  // Looking for commas outside of parentheses looks ahead: what is not shown anyway is not looked at.
  const parts = cut(text, length * (count + 2)).split(/(?<=,)(?![^(]*\))/);
  const lines: string[] = [];
  let line = '';
  for (const part of parts.flatMap((one) => broken(one, length))) {
    if (line !== '' && line.length + part.length > length) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  lines.push(line);
  const shown =
    lines.length <= count ? lines : [...lines.slice(0, count - 1), lines.slice(count - 1).join('')];
  return shown.map((one) => cut(one, length));
}
