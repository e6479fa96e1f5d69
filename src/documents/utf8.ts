import { lineOf, type Position, type Problem, positionAt } from './problem.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of UTF-8 bytes, or undefined where they are not valid UTF-8. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch (error) {
    // Anything but a TypeError (a text beyond the engine's longest string) is no matter of encoding.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** How many bytes the sequence at `at` has, or 0 when it is not well formed (Unicode, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return 0;
    // The second byte rules out overlong forms, surrogates and what lies past U+10FFFF.
    if (i === 1 && ((lead === 0xe0 && next < 0xa0) || (lead === 0xed && next > 0x9f))) return 0;
    if (i === 1 && ((lead === 0xf0 && next < 0x90) || (lead === 0xf4 && next > 0x8f))) return 0;
  }
  return length;
}

/** The offset of the first byte that is not UTF-8, or -1. Complexity: O(bytes). */
function findInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** The problem of bytes that {@link decodeUtf8} refused; they begin at `start` of `source`. */
export function invalidUtf8Problem(source: string, bytes: Uint8Array, start: Position): Problem {
  const at = Math.max(0, findInvalidUtf8(bytes));
  const before = lenient.decode(bytes.subarray(0, at));
  const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
  return {
    source,
    position: positionAt(start, before, before.length),
    message: `the byte 0x${byte} is not valid UTF-8 here`,
    mend: 'save the file as UTF-8',
    line: lineOf(before, before.length),
  };
}
