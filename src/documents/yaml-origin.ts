import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
} from 'yaml';
import type { Comment, Origin, Part, Path, Region, Spot } from './kubernetes-object.ts';
import { lineOf, type Position, type Problem } from './problem.ts';
import { commentsIn } from './yaml-comments.ts';

/** What to do with a template, which is no YAML yet. */
export const RENDER_FIRST = 'render this template first, for example with helm template';

/** What a step leads to: the value, and the node of the name it stands under, which an item of a list has not. */
interface Child {
  readonly value: unknown;
  readonly key: unknown;
}

function childOf(node: Node | undefined, step: string | number): Child | undefined {
  if (isSeq(node)) return { value: node.items[Number(step)], key: undefined };
  if (!isMap(node)) return undefined;
  return node.items.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === step);
}

/** The offset at which a node of a document begins; 0 for what is no node. */
export function offsetOf(node: unknown): number {
  return (isScalar(node) || isCollection(node) || isAlias(node) ? node.range?.[0] : undefined) ?? 0;
}

/** The origin of one YAML text: finds places in the input that the text is a part of. */
export class YamlOrigin implements Origin {
  readonly source: string;
  readonly #text: string;
  readonly #firstLine: number;
  readonly #lines: LineCounter;
  /** The document as it was parsed, which takes many times the memory of its text, for as long as there is no want of it. */
  #document: WeakRef<Document>;
  readonly #parse: (text: string) => Document;

  /**
   * @param firstLine the line of `source` on which the text begins, from 1
   * @param lines the lines of the text, as the document was parsed with
   * @param parse parses the text again, should the document be gone
   */
  constructor(
    source: string,
    text: string,
    firstLine: number,
    lines: LineCounter,
    document: Document,
    parse: (text: string) => Document,
  ) {
    this.source = source;
    this.#text = text;
    this.#firstLine = firstLine;
    this.#lines = lines;
    this.#document = new WeakRef(document);
    this.#parse = parse;
  }

  #parsed(): Document {
    let document = this.#document.deref();
    if (document === undefined) {
      document = this.#parse(this.#text);
      this.#document = new WeakRef(document);
    }
    return document;
  }

  /** The place of a UTF-16 offset of the text. */
  positionAt(offset: number): Position {
    const { line, col } = this.#lines.linePos(Math.min(offset, this.#text.length));
    // The counter answers 0 when it has not met a line at all.
    return { line: this.#firstLine + Math.max(1, line) - 1, column: Math.max(1, col) };
  }

  locate(path: Path): Spot {
    const { node } = this.#nearest(path);
    const from = offsetOf(node);
    const token = isScalar(node) ? node.source : undefined;
    return {
      position: this.positionAt(from),
      line: lineOf(this.#text, from),
      token: token ?? this.#text.slice(from, from + 1),
    };
  }

  region(path: Path, part: Part): Region {
    const { node, key, isWritten } = this.#nearest(path);
    const isNamed = isScalar(key) && (part === 'key' || !isWritten || !isScalar(node));
    const meant = isNamed ? key : node;
    const [from, end] = (isScalar(meant) ? meant.range : undefined) ?? [offsetOf(meant), offsetOf(meant) + 1];
    return {
      start: this.positionAt(from),
      end: this.positionAt(end),
      line: lineOf(this.#text, from),
      isExact: isWritten,
    };
  }

  /** The node that a path leads to, or the last one on the way that is written, and the name it stands under. */
  #nearest(path: Path): {
    readonly node: Node | undefined;
    readonly key: unknown;
    readonly isWritten: boolean;
  } {
    const document = this.#parsed();
    let node = this.#resolved(document, document.contents);
    let key: unknown;
    for (const step of path) {
      const child = childOf(node, step);
      const next = this.#resolved(document, child?.value);
      // A null without a text of its own, or a member that a merge brought in: what is around it is near enough.
      if (next === undefined) return { node, key: child?.key ?? key, isWritten: false };
      key = child?.key;
      node = next;
    }
    return { node, key, isWritten: true };
  }

  json(): undefined {
    return undefined;
  }

  comments(word: string): readonly Comment[] {
    if (!this.#text.includes(word)) return [];
    const having = commentsIn(this.#text).filter(({ from, end }) =>
      this.#text.slice(from, end).includes(word),
    );
    return having.map(({ from, end, about }) => {
      const line = lineOf(this.#text, from);
      const region = { start: this.positionAt(from), end: this.positionAt(end), line, isExact: true };
      const text = this.#text.slice(from, end);
      return { region, text, about: about < 0 ? region.end.line + 1 : this.positionAt(about).line };
    });
  }

  /** A problem at a UTF-16 offset of the text. */
  problem(offset: number, message: string, mend?: string): Problem {
    const line = lineOf(this.#text, offset);
    const problem = { source: this.source, position: this.positionAt(offset), message, line };
    const advice = line.includes('{{') ? RENDER_FIRST : mend;
    return advice === undefined ? problem : { ...problem, mend: advice };
  }

  #resolved(document: Document, node: unknown): Node | undefined {
    if (isAlias(node)) return node.resolve(document);
    return isScalar(node) || isCollection(node) ? node : undefined;
  }
}
