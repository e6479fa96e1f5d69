import type { Problem } from '../../manifests.ts';
import { ByteBuffer, decodeUtf8, invalidUtf8Problem, megabytes } from '../../reading.ts';
import { readSource, type Source } from './sources.ts';

const LF = 10;

/** The most bytes of a line; the limit of a selector's own length is far below. */
const LONGEST: number = 16 * 2 ** 20;

/** A line of text, without its line end, and its number from 1. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

function readLine(source: string, bytes: Uint8Array, number: number): Line | Problem {
  const text = decodeUtf8(bytes);
  if (text === undefined) return invalidUtf8Problem(source, bytes, { line: number, column: 1 });
  const unmarked = number === 1 ? text.replace(/^\ufeff/, '') : text;
  return { text: unmarked.replace(/\r$/, ''), number };
}

/**
 * The lines of a source as they arrive. A line end at the very end begins no further line; a line that is not UTF-8,
 * or too long, is a problem in its place.
 *
 * @throws what reading throws
 */
export async function* readLines(source: Source): AsyncGenerator<Line | Problem> {
  const begun = new ByteBuffer();
  let number = 1;
  let isTooLong = false;

  function keep(bytes: Uint8Array): void {
    isTooLong ||= begun.length + bytes.length > LONGEST;
    if (isTooLong) begun.clear();
    else begun.append(bytes);
  }

  function take(): Line | Problem {
    const line = isTooLong
      ? {
          source: source.name,
          position: { line: number, column: 1 },
          message: `this line is longer than ${megabytes(LONGEST)}`,
        }
      : readLine(source.name, begun.view(), number);
    begun.clear();
    isTooLong = false;
    number++;
    return line;
  }

  for await (const chunk of readSource(source)) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      yield take();
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (begun.length > 0 || isTooLong) yield take();
}
