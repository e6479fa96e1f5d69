/**
 * A snapshot: a header, and then a body that {@link checksum} is of.
 *
 *     8 bytes  "labelidx"
 *     4 bytes  version
 *     8 bytes  checksum of the body, two words
 *     8 bytes  length of the body, two words
 *
 * Words are little-endian. The body holds, as bytes.ts writes it: the keys, each a text; the pairs, each the number of
 * its key (0 for a namespace, else 1 + its place) and the value; the label sets, each the number of its pairs and their
 * places; and the objects in the order of their ordinals, each the place of its label set, and its id: 0 and a text, or 1
 * and a number of 8 bytes.
 */
export const MAGIC = 'labelidx';
export const VERSION = 1;

export const VERSION_AT = 8;
export const CHECKSUM_AT = 12;
export const LENGTH_AT = 20;
export const HEADER_BYTES = 28;

/** What an id begins with. */
export const TEXT_ID = 0;
export const NUMBER_ID = 1;

/**
 * Two words that differ where any one word of the bytes does, and nearly always where several do: each step maps
 * different sums to different sums, whatever it takes in.
 */
export function checksum(bytes: Uint8Array): readonly [number, number] {
  let a = 0x9747b28c ^ bytes.length;
  let b = 0x3c6ef372 ^ bytes.length;
  for (let at = 0; at < bytes.length; at += 4) {
    const word =
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    a = Math.imul(((a << 13) | (a >>> 19)) ^ word, 0xcc9e2d51);
    b = Math.imul(((b << 17) | (b >>> 15)) ^ word, 0x1b873593);
  }
  return [(a ^ (a >>> 16)) >>> 0, (b ^ (b >>> 15)) >>> 0];
}
