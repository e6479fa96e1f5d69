import { ByteBuffer, LARGEST_UNIT, megabytes } from './decoder.ts';
import {
  BACKSLASH,
  BLANK,
  CLASS,
  CLOSE,
  COMMA,
  CONTINUATION,
  LEAD_OF_FOUR,
  LINE_END,
  OPEN,
  PLAIN,
  QUOTE,
} from './json-bytes.ts';
import type { Position } from './problem.ts';

const LF = 10;
const SQUARE_OPEN = 0x5b;
const SQUARE_CLOSE = 0x5d;
const ITEMS_MEMBER = /"items"[ \t\r\n]*:[ \t\r\n]*$/;
const latin1 = new TextDecoder('latin1');

/** What a stream of JSON is cut into, in order. Bytes are lent until the call returns. */
export interface JsonPieces {
  /** A document that is an object without `items`; or an element of a list's `items`, or of an array. */
  value(of: 'document' | 'items' | 'array', bytes: Uint8Array, start: Position): void;
  /** An object up to the "[" of its `items`: `{"kind": "List", "items": [`. Its items follow, then its tail. */
  listHead(bytes: Uint8Array, start: Position): void;
  /** The rest of that object: `], "metadata": {}}`. */
  listTail(bytes: Uint8Array, start: Position): void;
  /** A piece that cannot be cut, or is too large; scanning goes on where it can. */
  fault(position: Position, message: string, mend?: string): void;
}

/** Cuts JSON into pieces. `push` takes the next bytes, which are lent; `end` comes last. */
export interface JsonSplitter {
  push(chunk: Uint8Array): void;
  end(): void;
}

/**
 * Cuts a stream of JSON documents, of any layout, into pieces that are small even when a document is huge: a list is
 * cut into its items. Brackets and strings are all it understands; whether a piece is JSON is for its reader to say.
 *
 * @param largest the most bytes a piece may have; a larger one is a fault, and is passed over
 * @param firstLine the line of the input on which the stream begins, from 1
 * @complexity O(bytes); memory: one piece.
 */
export function createJsonSplitter(
  pieces: JsonPieces,
  largest: number = LARGEST_UNIT,
  firstLine = 1,
): JsonSplitter {
  /** `lost` passes over everything up to a line that begins with a bracket. */
  let place: 'outside' | 'object' | 'array' | 'items' | 'lost' = 'outside';
  let depth = 0;
  /** The depth at which the elements of the array or of `items` lie, and 0 elsewhere. */
  let elementDepth = 0;
  let previous: 'nothing' | 'element' | 'comma' = 'nothing';
  let inTail = false;
  let inString = false;
  let escaped = false;

  let offset = 0; // of the chunk within the input
  let line = firstLine;
  let lineStart = 0; // the offset of the first byte of the line
  let surplus = 0; // the bytes of the line so far, less its UTF-16 units

  /** The piece being gathered: what earlier chunks held of it, then the chunk's bytes from `from`; -1: none. */
  const earlier = new ByteBuffer();
  let from = -1;
  let start: Position = { line: firstLine, column: 1 };
  let opened: Position = start;
  let tooLarge = false;

  const positionOf = (at: number): Position => ({ line, column: offset + at - lineStart - surplus + 1 });

  function begin(at: number): void {
    from = at;
    start = positionOf(at);
    tooLarge = false;
    earlier.clear();
  }

  function gather(chunk: Uint8Array, to: number): void {
    if (tooLarge || earlier.length + to - from > largest) {
      tooLarge = true;
      earlier.clear();
    } else {
      earlier.append(chunk.subarray(from, to));
    }
    from = to;
  }

  /** Ends the piece before `to` and hands it over. */
  function finish(chunk: Uint8Array, to: number, hand: (bytes: Uint8Array) => void): void {
    let bytes = chunk.subarray(from, to);
    if (earlier.length > 0 || tooLarge || bytes.length > largest) {
      gather(chunk, to);
      bytes = earlier.view();
    }
    from = -1;
    if (tooLarge) pieces.fault(start, `this value is larger than ${megabytes(largest)}`);
    else hand(bytes);
    earlier.clear();
  }

  function finishElement(chunk: Uint8Array, to: number): void {
    const of = place === 'array' ? 'array' : 'items';
    finish(chunk, to, (bytes) => pieces.value(of, bytes, start));
    previous = 'element';
  }

  function finishObject(chunk: Uint8Array, to: number): void {
    finish(chunk, to, (bytes) => {
      if (inTail) pieces.listTail(bytes, start);
      else pieces.value('document', bytes, start);
    });
    inTail = false;
    place = 'outside';
  }

  function enterList(of: 'array' | 'items', at: number): void {
    place = of;
    elementDepth = depth;
    previous = 'nothing';
    opened = positionOf(at);
  }

  /** Whether the "[" at `at` opens the value of the member `items` of the object being gathered. */
  function opensItems(chunk: Uint8Array, at: number): boolean {
    gather(chunk, at);
    return !tooLarge && !inTail && ITEMS_MEMBER.test(latin1.decode(earlier.view().subarray(-64)));
  }

  function lose(at: number, message: string, mend?: string): void {
    pieces.fault(
      positionOf(at),
      `${message}; reading goes on at the next line that begins with "{" or "["`,
      mend,
    );
    place = 'lost';
    depth = 0;
    elementDepth = 0;
    from = -1;
    inTail = false;
  }

  function onOpen(chunk: Uint8Array, at: number): void {
    const isSquare = chunk[at] === SQUARE_OPEN;
    if (place === 'outside') {
      depth = 1;
      if (isSquare) {
        enterList('array', at);
      } else {
        place = 'object';
        begin(at);
      }
    } else if (place === 'object' && depth === 1 && isSquare && opensItems(chunk, at)) {
      finish(chunk, at + 1, (bytes) => pieces.listHead(bytes, start));
      depth = 2;
      enterList('items', at);
    } else {
      if (from === -1) begin(at);
      depth++;
    }
  }

  function onClose(chunk: Uint8Array, at: number): void {
    if (depth > elementDepth) {
      depth--;
      if (depth === 0) finishObject(chunk, at + 1);
      return;
    }
    if (place === 'outside') {
      lose(at, 'a closing bracket without an opening one');
      return;
    }
    if (from !== -1) finishElement(chunk, at);
    else if (previous === 'comma')
      pieces.fault(
        positionOf(at),
        'expected a value, found the end of the list',
        'remove the comma before it',
      );
    if (chunk[at] !== SQUARE_CLOSE) {
      lose(at, 'expected "," or "]", found "}"');
      return;
    }
    depth--;
    elementDepth = 0;
    if (place === 'array') {
      place = 'outside';
    } else {
      place = 'object';
      inTail = true;
      begin(at);
    }
  }

  function onComma(chunk: Uint8Array, at: number): void {
    if (place === 'outside') {
      lose(at, 'expected "{" or "[", found ","', 'documents stand one after another without commas');
    } else if (elementDepth > 0 && depth === elementDepth) {
      if (from !== -1) finishElement(chunk, at);
      else if (previous !== 'element') pieces.fault(positionOf(at), 'expected a value, found ","');
      previous = 'comma';
    }
  }

  function onText(at: number): void {
    if (place === 'outside') lose(at, 'expected "{" or "[" here');
    else begin(at);
  }

  function push(chunk: Uint8Array): void {
    if (from !== -1) from = 0;
    if (chunk.length === 0) return;
    let at = escaped && chunk[0] !== LF ? 1 : 0;
    escaped = false;
    for (; at < chunk.length; at++) {
      const kind = CLASS[chunk[at] ?? 0];
      if (kind === LINE_END) {
        line++;
        lineStart = offset + at + 1;
        surplus = 0;
        continue;
      }
      if (kind === CONTINUATION) surplus++;
      else if (kind === LEAD_OF_FOUR) surplus--;
      if (place === 'lost') {
        if (kind !== OPEN || lineStart !== offset + at) continue;
        place = 'outside';
      }
      if (inString) {
        if (kind === QUOTE) inString = false;
        else if (kind === BACKSLASH) {
          // The escaped byte is passed over, unless it is a line end, which no string can hold but lines are counted by.
          if (at + 1 === chunk.length) escaped = true;
          else if (chunk[at + 1] !== LF) at++;
        }
        continue;
      }
      if (kind === BLANK || (kind === PLAIN && from !== -1)) continue;
      if (kind === OPEN) onOpen(chunk, at);
      else if (kind === CLOSE) onClose(chunk, at);
      else if (kind === COMMA) onComma(chunk, at);
      else {
        if (from === -1) onText(at);
        // Where the text made us lose the way, the quote belongs to what is passed over.
        inString = kind === QUOTE && from !== -1;
      }
    }
    if (from !== -1) gather(chunk, chunk.length);
    offset += chunk.length;
  }

  function end(): void {
    const nothing = new Uint8Array(0);
    if (from !== -1) from = 0;
    const cutShort = inString || depth > elementDepth;
    if (place === 'object') {
      finishObject(nothing, 0);
    } else if (place === 'array' || place === 'items') {
      if (from !== -1) finishElement(nothing, 0);
      if (!cutShort)
        pieces.fault(
          positionOf(0),
          `the input ends within the list that begins at line ${opened.line}, column ${opened.column}`,
        );
    }
  }

  return { push, end };
}
