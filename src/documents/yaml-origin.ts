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
import type { Origin, Path, Spot } from './kubernetes-object.ts';
import { lineOf, type Position, type Problem } from './problem.ts';

function childOf(node: Node | undefined, step: string | number): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  if (!isMap(node)) return undefined;
  return node.items.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === step)?.value;
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
  readonly #document: Document;

  /** @param firstLine the line of `source` on which the text begins, from 1 */
  constructor(source: string, text: string, firstLine: number, lines: LineCounter, document: Document) {
    this.source = source;
    this.#text = text;
    this.#firstLine = firstLine;
    this.#lines = lines;
    this.#document = document;
  }

  /** The place of a UTF-16 offset of the text. */
  positionAt(offset: number): Position {
    const { line, col } = this.#lines.linePos(Math.min(offset, this.#text.length));
    // The counter answers 0 when it has not met a line at all.
    return { line: this.#firstLine + Math.max(1, line) - 1, column: Math.max(1, col) };
  }

  locate(path: Path): Spot {
    let node = this.#resolved(this.#document.contents);
    for (const step of path) {
      const next = this.#resolved(childOf(node, step));
      // A null without a text of its own, or a member that a merge brought in: what is around it is near enough.
      if (next === undefined) break;
      node = next;
    }
    const from = offsetOf(node);
    const token = isScalar(node) ? node.source : undefined;
    return {
      position: this.positionAt(from),
      line: lineOf(this.#text, from),
      token: token ?? this.#text.slice(from, from + 1),
    };
  }

  json(): undefined {
    return undefined;
  }

  /** A problem at a UTF-16 offset of the text. */
  problem(offset: number, message: string, mend?: string): Problem {
    const line = lineOf(this.#text, offset);
    const problem = { source: this.source, position: this.positionAt(offset), message, line };
    const advice = line.includes('{{') ? 'render this template first, for example with helm template' : mend;
    return advice === undefined ? problem : { ...problem, mend: advice };
  }

  #resolved(node: unknown): Node | undefined {
    if (isAlias(node)) return node.resolve(this.#document);
    return isScalar(node) || isCollection(node) ? node : undefined;
  }
}
