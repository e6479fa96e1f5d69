import { ByteBuffer, type Decoder, LARGEST_UNIT, megabytes } from './decoder.ts';
import { createJsonDecoder } from './json-decoder.ts';
import { readJsonText } from './json-text.ts';
import type { ObjectSink } from './kubernetes-object.ts';
import { decodeUtf8, invalidUtf8Problem } from './utf8.ts';

const LF = 10;
const encoder = new TextEncoder();
const BLANK = /^[ \t\r]*$/;
/** A line that only opens something, as no line of NDJSON does: JSON as it is printed for people. */
const OPENING = /^[ \t]*[{[][ \t\r]*$/;

/**
 * Reads NDJSON (JSON Lines): one JSON value on each line, blank lines skipped. A line that cannot be read is
 * reported and the next one is read all the same. From a line on that only opens a bracket, everything is read as JSON of any
 * layout: files are often joined end to end. Memory: one chunk and one line.
 *
 * @param source the name of the input, for problems
 * @param largest the most bytes a line may have; a longer one is reported and passed over
 */
export function createNdjsonDecoder(
  source: string,
  sink: ObjectSink,
  largest: number = LARGEST_UNIT,
): Decoder {
  const begun = new ByteBuffer();
  let line = 1;
  let tooLong = false;
  /** Takes the rest of the input, once it is no NDJSON any more. */
  let rest: Decoder | undefined;

  /** Leaves what begins on this line to the reader of JSON. */
  function goOnAsJson(bytes: Uint8Array): void {
    rest = createJsonDecoder(source, sink, largest, line);
    rest.push(bytes);
  }

  function readLine(text: string): void {
    if (!BLANK.test(text)) readJsonText(source, text, { line, column: 1 }, sink);
    line++;
  }

  /** Reads whole lines, the last one with or without its LF. */
  function readBlock(bytes: Uint8Array): void {
    const text = decodeUtf8(bytes);
    if (text === undefined) {
      readSuspectLines(bytes);
      return;
    }
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      const written = text.slice(from, at);
      if (OPENING.test(written)) {
        goOnAsJson(encoder.encode(text.slice(from)));
        return;
      }
      readLine(written);
      from = at + 1;
    }
    const last = text.slice(from);
    if (OPENING.test(last)) goOnAsJson(encoder.encode(last));
    else if (last !== '') readLine(last);
  }

  /** The lines of a block that is not all UTF-8, each on its own. */
  function readSuspectLines(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const at = bytes.indexOf(LF, from);
      const end = at === -1 ? bytes.length : at;
      const text = decodeUtf8(bytes.subarray(from, end));
      if (text === undefined) {
        sink.problem(invalidUtf8Problem(source, bytes.subarray(from, end), { line, column: 1 }));
        line++;
      } else if (OPENING.test(text)) {
        goOnAsJson(bytes.subarray(from));
        return;
      } else {
        readLine(text);
      }
      from = end + 1;
    }
  }

  /** Keeps the beginning of a line whose end is in a later chunk. */
  function keep(bytes: Uint8Array): void {
    if (tooLong || begun.length + bytes.length > largest) {
      tooLong = true;
      begun.clear();
    } else {
      begun.append(bytes);
    }
  }

  function endBegunLine(bytes: Uint8Array): void {
    keep(bytes);
    if (tooLong) {
      sink.problem({
        source,
        position: { line, column: 1 },
        message: `this line is longer than ${megabytes(largest)}`,
        mend: 'put each object on a line of its own, for example with: jq -c ".items[]"',
      });
      line++;
      tooLong = false;
    } else if (begun.length > 0) {
      readBlock(begun.view());
    }
    begun.clear();
  }

  return {
    push(chunk) {
      let from = 0;
      if (rest === undefined && (begun.length > 0 || tooLong)) {
        const at = chunk.indexOf(LF);
        if (at === -1) {
          keep(chunk);
          return;
        }
        endBegunLine(chunk.subarray(0, at));
        // The reader of JSON counts lines itself, by their ends.
        from = rest === undefined ? at + 1 : at;
      }
      if (rest === undefined) {
        const last = chunk.lastIndexOf(LF);
        if (last >= from) readBlock(chunk.subarray(from, last + 1));
        from = Math.max(from, last + 1);
      }
      const left = chunk.subarray(from);
      if (rest !== undefined) rest.push(left);
      else if (left.length > 0) keep(left);
    },
    end() {
      endBegunLine(new Uint8Array(0));
      rest?.end();
    },
  };
}
