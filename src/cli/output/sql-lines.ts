import type { SqlToken } from './sql-tokens.ts';

/** A part of a statement, as it is written, and where lines may be broken within it. */
type Part = Leaf | Group;

interface Leaf {
  readonly kind: 'leaf';
  readonly token: SqlToken;
}

/** What stands between brackets, or from `CASE` to `END`. */
interface Group {
  readonly kind: 'group';
  readonly open: SqlToken;
  readonly inner: readonly Part[];
  readonly close: SqlToken;
}

/** What begins a line of its own, and how far in. */
const CLAUSES = new Set(['SELECT', 'FROM', 'JOIN', 'WHERE', 'ORDER', 'LIMIT', 'SETTINGS', 'UNION']);
const OPERANDS = new Set(['AND', 'OR', 'WHEN', 'THEN', 'ELSE']);

const CLOSES: Readonly<Record<string, string>> = { '(': ')', CASE: 'END' };

function partsOf(tokens: readonly SqlToken[]): Part[] {
  let next = 0;
  function until(close: string | undefined): Part[] {
    const parts: Part[] = [];
    for (let token = tokens[next]; token !== undefined && token.text !== close; token = tokens[next]) {
      next++;
      const closing = token.kind === 'quoted' ? undefined : CLOSES[token.text];
      if (closing === undefined) {
        parts.push({ kind: 'leaf', token });
        continue;
      }
      const inner = until(closing);
      const last = tokens[next++];
      if (last !== undefined) parts.push({ kind: 'group', open: token, inner, close: last });
    }
    return parts;
  }
  return until(undefined);
}

function firstOf(part: Part): SqlToken {
  return part.kind === 'leaf' ? part.token : part.open;
}

function isWord(part: Part, words: ReadonlySet<string>): boolean {
  return part.kind === 'leaf' && part.token.kind === 'word' && words.has(part.token.text);
}

/** Parts that begin with what begins a line. The `AND` of a `BETWEEN` begins none. */
function segmentsOf(parts: readonly Part[]): Part[][] {
  const segments: Part[][] = [];
  let between = false;
  for (const part of parts) {
    const text = part.kind === 'leaf' ? part.token.text : '';
    const isBound = between && text === 'AND';
    if (text === 'BETWEEN') between = true;
    if (isBound) between = false;
    const begins = !isBound && (isWord(part, CLAUSES) || isWord(part, OPERANDS));
    const last = segments.at(-1);
    if (last === undefined || begins) segments.push([part]);
    else last.push(part);
  }
  return segments;
}

/** Lays out one statement: what is written so far, and how wide lines may be. */
class Writer {
  readonly #columns: number;
  readonly #paint: (token: SqlToken) => string;
  #text = '';
  #column = 0;

  constructor(columns: number, paint: (token: SqlToken) => string) {
    this.#columns = columns;
    this.#paint = paint;
  }

  get text(): string {
    return this.#text;
  }

  #token(token: SqlToken): void {
    const blank = token.apart && this.#column > 0 && !this.#text.endsWith(' ') ? ' ' : '';
    this.#text += blank + this.#paint(token);
    this.#column += blank.length + token.text.length;
  }

  #newLine(indent: number): void {
    this.#text += `\n${' '.repeat(indent)}`;
    this.#column = indent;
  }

  #flat(part: Part): void {
    if (part.kind === 'leaf') {
      this.#token(part.token);
      return;
    }
    this.#token(part.open);
    for (const inner of part.inner) this.#flat(inner);
    this.#token(part.close);
  }

  #fits(parts: readonly Part[]): boolean {
    return this.#column + widthOf(parts) <= this.#columns;
  }

  /** What has nowhere to be broken, as `CAST(… AS INTEGER)`, is broken further in, if at all; what a `CASE` is about stays on its line. */
  #group(group: Group, indent: number): void {
    this.#token(group.open);
    if (segmentsOf(group.inner).length < 2) {
      this.#segment(group.inner, indent);
      this.#token(group.close);
      return;
    }
    const begin = group.open.text === 'CASE' ? group.inner.findIndex((part) => isWord(part, OPERANDS)) : 0;
    for (const part of group.inner.slice(0, begin)) this.#flat(part);
    this.#newLine(indent + 2);
    this.#segments(group.inner.slice(begin), indent + 2);
    this.#newLine(indent);
    this.#token(group.close);
  }

  /** A group that does not fit, with what follows it up to the next group, is broken. */
  #segment(parts: readonly Part[], indent: number): void {
    parts.forEach((part, i) => {
      const following = parts.slice(i + 1);
      const end = following.findIndex(({ kind }) => kind === 'group');
      const tail = end < 0 ? following : following.slice(0, end);
      if (part.kind === 'leaf' || this.#fits([part, ...tail])) this.#flat(part);
      else this.#group(part, indent);
    });
  }

  #segments(parts: readonly Part[], indent: number): void {
    const segments = segmentsOf(parts);
    const hasClauses = segments.some(([first]) => first !== undefined && isWord(first, CLAUSES));
    segments.forEach((segment, i) => {
      const [first] = segment;
      const isClause = first !== undefined && isWord(first, CLAUSES);
      const inward = hasClauses && !isClause ? indent + 2 : indent;
      const isThen = first?.kind === 'leaf' && first.token.text === 'THEN';
      if (i > 0 && !(isThen && this.#fits(segment))) this.#newLine(inward);
      this.#segment(segment, inward);
    });
  }

  write(tokens: readonly SqlToken[], isWhole: boolean): void {
    const parts = partsOf(tokens);
    if (!isWhole && this.#fits(parts)) for (const part of parts) this.#flat(part);
    else this.#segments(parts, 0);
  }
}

function widthOf(parts: readonly Part[]): number {
  return parts.reduce((width, part) => {
    const blank = firstOf(part).apart ? 1 : 0;
    if (part.kind === 'leaf') return width + blank + part.token.text.length;
    const brackets = blank + part.open.text.length + (part.close.apart ? 1 : 0) + part.close.text.length;
    return width + brackets + widthOf(part.inner);
  }, 0);
}

/**
 * A statement, or a condition, laid out over lines: a clause on each, operands of `AND` and `OR` below each other where they
 * do not fit on one. Nothing but blanks and line ends differs from the statement.
 *
 * @param isWhole whether it is a statement, whose clauses are on lines of their own however short it is
 * @param columns how long a line should be at most; longer ones remain where there is nowhere to break them
 * @param paint a token as it is shown, as wide as it is
 */
export function sqlLines(
  tokens: readonly SqlToken[],
  isWhole: boolean,
  columns: number,
  paint: (token: SqlToken) => string = ({ text }) => text,
): string {
  const writer = new Writer(columns, paint);
  writer.write(tokens, isWhole);
  return writer.text;
}
