import { ByteBuffer, megabytes } from './decoder.ts';

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const HASH = 0x23;
const DASH = 0x2d;
const DOT = 0x2e;
const PERCENT = 0x25;

/** A document is read whole up to this many bytes; a larger list is read an item at a time. */
const WHOLE: number = 2 ** 20;
/** The most bytes of what has to be read whole. A parsed YAML document takes some fifty times its size in memory. */
const LARGEST: number = 32 * 2 ** 20;

/** What a YAML stream is cut into, in order. Bytes are lent until the call returns; lines count from 1. */
export interface YamlPieces {
  /** One document, beginning with its `---` if it has one. */
  document(bytes: Uint8Array, firstLine: number): void;
  /** What stands before the items of a large list, up to and including its line `items:`; comments may come first. */
  listHead(bytes: Uint8Array, firstLine: number, contentLine: number): void;
  /** One item of that list, beginning with its `-`. */
  listItem(bytes: Uint8Array, firstLine: number): void;
  /** What stands after its items, if anything; always called. */
  listTail(bytes: Uint8Array, firstLine: number): void;
  fault(line: number, message: string, mend?: string): void;
}

/** Cuts YAML into pieces. `push` takes the next bytes, which are lent; `end` comes last. */
export interface YamlSplitter {
  push(chunk: Uint8Array): void;
  end(): void;
}

function isBlank(byte: number | undefined): boolean {
  return byte === undefined || byte === SPACE || byte === TAB || byte === CR || byte === LF;
}

/** Whether the line is `---` or `...`, alone or before a blank; in column 0 no YAML content can look so. */
function isMarker(line: Uint8Array, sign: number): boolean {
  return line[0] === sign && line[1] === sign && line[2] === sign && isBlank(line[3]);
}

/** The offset of the first byte of a line that is no space, or -1 when the line is blank or a comment. */
function indentOf(line: Uint8Array): number {
  let at = 0;
  while (line[at] === SPACE) at++;
  const byte = line[at];
  if (byte === HASH) return -1;
  return isBlank(byte) && byte !== TAB ? -1 : at;
}

const ITEMS_LINE = /^items:[ \t]*(?:#.*)?\r?\n?$/;
const latin1 = new TextDecoder('latin1');

/**
 * Cuts a YAML stream at its document markers, so that one broken document does not take its neighbours with it, and
 * a large list (`kubectl get -o yaml`) into its items, so that it need not be held in memory.
 *
 * @param whole up to how many bytes a document is left whole, even a list
 * @param largest the most bytes of a piece; a larger one is a fault, and is passed over
 * @complexity O(bytes); memory: one piece.
 */
export function createYamlSplitter(
  pieces: YamlPieces,
  whole: number = WHOLE,
  largest: number = LARGEST,
): YamlSplitter {
  const begun = new ByteBuffer(); // a line whose end is in a later chunk
  let line = 1;

  const piece = new ByteBuffer();
  let firstLine = 1;
  let tooLarge = false;
  /** Whether the piece holds anything but blank lines, comments and directives, which go with the document after them. */
  let hasContent = false;
  let contentLine = 1;
  let isAfterMarker = false;

  /** Where the document is in a list: nowhere, right after `items:`, among the items, or past them. */
  let part: 'document' | 'items' | 'among' | 'tail' = 'document';
  let itemIndent = 0;
  let headEnd = 0; // the bytes of the piece up to and including `items:`
  let itemStarts: { readonly offset: number; readonly line: number }[] = [];
  /** Whether the head has been handed over, so that the piece holds one item, or the tail. */
  let isCut = false;

  function reset(): void {
    piece.clear();
    firstLine = line;
    tooLarge = false;
    hasContent = false;
  }

  /** From this line on the piece holds something. */
  function begin(at: number): void {
    if (!hasContent) contentLine = at;
    hasContent = true;
  }

  /** Hands over the piece as what it is, and begins the next one on this line. */
  function flush(as: 'document' | 'listItem'): void {
    if (tooLarge) {
      pieces.fault(
        contentLine,
        `this ${as === 'listItem' ? 'item' : 'document'} is larger than ${megabytes(largest)}`,
        'put objects into documents of their own with lines of "---", or convert the file to JSON',
      );
    } else if (hasContent) {
      pieces[as](piece.view(), firstLine);
    }
    reset();
  }

  function endDocument(): void {
    if (isCut) {
      if (part === 'among') flush('listItem');
      pieces.listTail(piece.view(), firstLine);
      reset();
    } else {
      flush('document');
    }
    part = 'document';
    isCut = false;
    itemStarts = [];
  }

  /** The list has become large: hands over its head and the items that are complete, and keeps the last one. */
  function cut(): void {
    const bytes = piece.view();
    pieces.listHead(bytes.subarray(0, headEnd), firstLine, contentLine);
    for (const [index, start] of itemStarts.entries()) {
      const next = itemStarts[index + 1];
      if (next !== undefined) pieces.listItem(bytes.subarray(start.offset, next.offset), start.line);
    }
    const last = itemStarts.at(-1);
    const rest = bytes.slice(last?.offset ?? headEnd);
    reset();
    piece.append(rest);
    firstLine = last?.line ?? line;
    begin(firstLine);
    isCut = true;
    itemStarts = [];
  }

  function add(bytes: Uint8Array): void {
    if (tooLarge || piece.length + bytes.length > largest) {
      tooLarge = true;
      piece.clear();
    } else {
      piece.append(bytes);
    }
  }

  /** Follows the items of a list by their indentation alone. */
  function followList(bytes: Uint8Array, indent: number): void {
    const isItem = bytes[indent] === DASH && isBlank(bytes[indent + 1]);
    if (part === 'document') {
      if (indent === 0 && ITEMS_LINE.test(latin1.decode(bytes.subarray(0, 200)))) {
        part = 'items';
        headEnd = piece.length + bytes.length;
      }
      return;
    }
    if (part === 'items') {
      part = isItem ? 'among' : 'document';
      itemIndent = indent;
    }
    if (part !== 'among') return;
    if (isItem && indent === itemIndent) {
      if (isCut) flush('listItem');
      else itemStarts.push({ offset: piece.length, line });
    } else if (indent === 0) {
      if (isCut) flush('listItem');
      part = isCut ? 'tail' : 'document';
    }
  }

  /** The line without a byte order mark where a document may begin: files are often joined end to end. */
  function unmarked(raw: Uint8Array): Uint8Array {
    if (raw[0] !== 0xef || raw[1] !== 0xbb || raw[2] !== 0xbf) return raw;
    const rest = raw.subarray(3);
    return !hasContent || isAfterMarker || isMarker(rest, DASH) ? rest : raw;
  }

  function takeLine(raw: Uint8Array): void {
    const bytes = unmarked(raw);
    const isBegin = isMarker(bytes, DASH);
    isAfterMarker = isBegin;
    if (isBegin) {
      if (hasContent) endDocument();
      begin(line);
      add(bytes);
    } else if (isMarker(bytes, DOT)) {
      line++;
      endDocument();
      return;
    } else {
      const indent = indentOf(bytes);
      const isDirective = indent === 0 && bytes[0] === PERCENT && !hasContent;
      if (indent !== -1 && !isDirective) {
        followList(bytes, indent);
        begin(line);
      }
      add(bytes);
      if (part === 'among' && !isCut && piece.length > whole) cut();
    }
    line++;
  }

  /** Lines too long to be gathered count as a part of their document, which is then too large. */
  function keep(bytes: Uint8Array): void {
    if (begun.length <= largest) begun.append(bytes);
  }

  return {
    push(chunk) {
      let from = 0;
      for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, from)) {
        const bytes = chunk.subarray(from, at + 1);
        from = at + 1;
        if (begun.length === 0) {
          takeLine(bytes);
        } else {
          keep(bytes);
          takeLine(begun.view());
          begun.clear();
        }
      }
      if (from < chunk.length) keep(chunk.subarray(from));
    },
    end() {
      if (begun.length > 0) takeLine(begun.view());
      begun.clear();
      endDocument();
    },
  };
}
