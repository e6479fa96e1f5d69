import { type Decoder, LARGEST_UNIT } from './decoder.ts';
import { createJsonSplitter } from './json-splitter.ts';
import { jsonProblem, readJsonText } from './json-text.ts';
import type { ListContext, ObjectSink } from './kubernetes-object.ts';
import { listContext } from './objects.ts';
import { type Position, positionAt } from './problem.ts';
import { decodeUtf8, invalidUtf8Problem } from './utf8.ts';

const PLAIN_LIST: ListContext = { apiVersion: '', kind: '' };
const SAYS_KIND = /"kind"\s*:/;

interface Piece {
  readonly text: string;
  readonly start: Position;
}

/** The members of a JSON object, or undefined when the text is none. */
function membersOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads JSON of any layout and size: one document or several one after another, each an object, an array of objects
 * or a `List`. Arrays and lists are read an element at a time, so memory is bounded by the largest object, and an
 * element that cannot be read leaves its neighbours alone.
 *
 * @param source the name of the input, for problems
 * @param largest the most bytes one element, or one object without its `items`, may have
 * @param firstLine the line of `source` on which the JSON begins, from 1
 */
export function createJsonDecoder(
  source: string,
  sink: ObjectSink,
  largest: number = LARGEST_UNIT,
  firstLine = 1,
): Decoder {
  let head: Piece | undefined;
  /** What the list says of its items; undefined as long as it has not said its own kind. */
  let context: ListContext | undefined;
  /** Items that need their list to know their kind, kept until it says it. */
  let undecided: Piece[] = [];
  let undecidedSize = 0;

  function textOf(bytes: Uint8Array, start: Position): string | undefined {
    const text = decodeUtf8(bytes);
    if (text === undefined) sink.problem(invalidUtf8Problem(source, bytes, start));
    return text;
  }

  function decide(known: ListContext): void {
    for (const { text, start } of undecided) readJsonText(source, text, start, sink, known);
    undecided = [];
    undecidedSize = 0;
  }

  function readItem(text: string, start: Position): void {
    if (context !== undefined || SAYS_KIND.test(text)) {
      readJsonText(source, text, start, sink, context ?? PLAIN_LIST);
    } else if (undecidedSize + text.length > largest) {
      const message = 'this item has no kind, and its list does not say its own before its items';
      sink.problem({ source, position: start, message, mend: 'move the kind of the list before its items' });
    } else {
      undecided.push({ text, start });
      undecidedSize += text.length;
    }
  }

  function readTail(first: Piece, tail: Piece): void {
    const text = first.text + tail.text;
    const members = membersOf(text);
    if (members === undefined) {
      const place = (offset: number): Position =>
        offset < first.text.length
          ? positionAt(first.start, text, offset)
          : positionAt(tail.start, tail.text, offset - first.text.length);
      sink.problem(jsonProblem(source, text, place));
    } else if (typeof members.kind !== 'string') {
      sink.problem({
        source,
        position: first.start,
        message: 'this list has no kind',
        mend: 'write "kind": "List"',
      });
    }
    decide(listContext(members ?? {}));
  }

  const splitter = createJsonSplitter(
    {
      value(of, bytes, start) {
        const text = textOf(bytes, start);
        if (text === undefined) return;
        if (of === 'items') readItem(text, start);
        else readJsonText(source, text, start, sink, of === 'array' ? PLAIN_LIST : undefined);
      },
      listHead(bytes, start) {
        // A list before this one whose tail could not be read leaves its items waiting.
        decide(context ?? PLAIN_LIST);
        const text = textOf(bytes, start);
        head = text === undefined ? undefined : { text, start };
        // What stands before the items already tells the kind, more often than not.
        const members = membersOf(`${text ?? ''}]}`);
        context = typeof members?.kind === 'string' ? listContext(members) : undefined;
      },
      listTail(bytes, start) {
        const text = textOf(bytes, start);
        if (head !== undefined && text !== undefined) readTail(head, { text, start });
        else decide(PLAIN_LIST);
      },
      fault(position, message, mend) {
        sink.problem(
          mend === undefined ? { source, position, message } : { source, position, message, mend },
        );
      },
    },
    largest,
    firstLine,
  );

  return {
    push: splitter.push,
    end() {
      splitter.end();
      decide(context ?? PLAIN_LIST);
    },
  };
}
