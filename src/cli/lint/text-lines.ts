import type { Position } from '../../manifests.ts';

/** The lines of a text, by where each begins; a CR before the LF belongs to its line. */
export class TextLines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  /** O(length). */
  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** The UTF-16 offset of a place; undefined where the text has none such. */
  offsetOf({ line, column }: Position): number | undefined {
    const start = this.#starts[line - 1];
    if (start === undefined) return undefined;
    const next = this.#starts[line] ?? this.#text.length + 1;
    const offset = start + column - 1;
    return offset < next ? offset : undefined;
  }

  /** A line, from 1, without its end. */
  line(number: number): string | undefined {
    const start = this.#starts[number - 1];
    if (start === undefined) return undefined;
    const next = this.#starts[number];
    return this.#text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, '');
  }
}
