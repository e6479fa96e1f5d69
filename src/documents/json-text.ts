import { findJsonFault } from './json-fault.ts';
import { endOfValue, locateInJson, placeInJson } from './json-locate.ts';
import type {
  Comment,
  ListContext,
  ObjectSink,
  Origin,
  Part,
  Path,
  Region,
  Spot,
} from './kubernetes-object.ts';
import { readObjects } from './objects.ts';
import { lineOf, type Position, type Problem, positionAt } from './problem.ts';

const TOKEN = /"(?:[^"\\]|\\.)*"|[^\s,:\]}]+/y;

/** The origin of one JSON value; it keeps the text to find places in it when a message needs them. */
class JsonOrigin implements Origin {
  readonly source: string;
  readonly #text: string;
  readonly #start: Position;

  constructor(source: string, text: string, start: Position) {
    this.source = source;
    this.#text = text;
    this.#start = start;
  }

  locate(path: Path): Spot {
    const offset = locateInJson(this.#text, path);
    TOKEN.lastIndex = offset;
    return {
      position: positionAt(this.#start, this.#text, offset),
      line: lineOf(this.#text, offset),
      token: TOKEN.exec(this.#text)?.[0] ?? '',
    };
  }

  region(path: Path, part: Part): Region {
    const { value, name, isWritten } = placeInJson(this.#text, path);
    const isScalar = !'{['.includes(this.#text[value] ?? '');
    const from = name >= 0 && (part === 'key' || !isWritten || !isScalar) ? name : value;
    const end = from === value && !isScalar ? value + 1 : endOfValue(this.#text, from);
    return {
      start: positionAt(this.#start, this.#text, from),
      end: positionAt(this.#start, this.#text, end),
      line: lineOf(this.#text, from),
      isExact: isWritten,
    };
  }

  json(path: Path): string {
    const from = locateInJson(this.#text, path);
    return this.#text.slice(from, endOfValue(this.#text, from));
  }

  comments(): readonly Comment[] {
    return [];
  }
}

/** Why a text is not JSON, at its place; `place` says where in `source` an offset of the text is. */
export function jsonProblem(source: string, text: string, place: (offset: number) => Position): Problem {
  const fault = findJsonFault(text);
  if (fault === undefined) {
    return {
      source,
      position: place(0),
      message: 'this JSON is nested too deeply, or too large, to be read',
    };
  }
  const opened = fault.opened === undefined ? undefined : place(fault.opened);
  const open =
    opened === undefined ? '' : ` (what opens at line ${opened.line}, column ${opened.column} is not closed)`;
  const problem = {
    source,
    position: place(fault.offset),
    message: fault.message + open,
    line: lineOf(text, fault.offset),
  };
  return fault.mend === undefined ? problem : { ...problem, mend: fault.mend };
}

/**
 * Reads one JSON value and hands its Kubernetes objects to the sink; a text that is not JSON is a problem.
 *
 * @param start where the text begins in `source`
 * @param context when the value is an item of a list: what the list says of it
 */
export function readJsonText(
  source: string,
  text: string,
  start: Position,
  sink: ObjectSink,
  context?: ListContext,
): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    sink.problem(jsonProblem(source, text, (offset) => positionAt(start, text, offset)));
    return;
  }
  readObjects(value, new JsonOrigin(source, text, start), sink, [], context);
}
