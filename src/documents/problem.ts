/** A place in an input: the line from 1, and the column from 1 in UTF-16 units, as editors count them. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Something of an input that could not be read, and where it is. */
export interface Problem {
  /** The input as the user named it: a path, or `<stdin>`. */
  readonly source: string;
  /** Absent where the whole input is meant. */
  readonly position?: Position;
  /** What was found, as one sentence without a full stop. */
  readonly message: string;
  /** What would mend it, as one sentence without a full stop. */
  readonly mend?: string;
  /** The line the position is on, for showing it. */
  readonly line?: string;
  /** Set where it is no Kubernetes object and does not look like one: folders hold other files as well. */
  readonly isForeign?: true;
}

/**
 * The place of an offset in a text that itself begins at `start` of a larger input.
 *
 * @param offset in UTF-16 units; past the end it means the end
 * @complexity O(offset). LF ends a line; a CR before it belongs to the line.
 */
export function positionAt(start: Position, text: string, offset: number): Position {
  const end = Math.min(offset, text.length);
  let line = start.line;
  let lineStart = -1;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return lineStart === -1 ? { line, column: start.column + end } : { line, column: end - lineStart + 1 };
}

/** The line of `text` that holds `offset`, without its line end. Complexity: O(length of the line). */
export function lineOf(text: string, offset: number): string {
  const at = Math.min(offset, text.length);
  const from = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  return text.slice(from, to === -1 ? text.length : to).replace(/\r$/, '');
}
