import { expect, test } from 'vitest';
import { EVERYTHING, LabelIndex } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { CHECKSUM_AT, checksum, HEADER_BYTES } from '../../../src/indexes/snapshot-format.ts';

type Id = string | number;

/** The bytes with a checksum that fits them, as nobody's mistake would make it. */
function sealed(bytes: Uint8Array): Uint8Array {
  const [first, second] = checksum(bytes.subarray(HEADER_BYTES));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(CHECKSUM_AT, first, true);
  view.setUint32(CHECKSUM_AT + 4, second, true);
  return bytes;
}

/** Bytes to put in the place of one: all small numbers, what lies beside it, each of its bits turned, and the last ones. */
function othersThan(byte: number): ReadonlySet<number> {
  const turned = Array.from({ length: 8 }, (_, bit) => byte ^ (1 << bit));
  const small = Array.from({ length: 12 }, (_, number) => number);
  return new Set([...small, (byte + 1) % 256, (byte + 255) % 256, ...turned, 0xfe, 0xff]);
}

/** The index restored, or undefined where the bytes are refused as a snapshot. */
function restored(bytes: Uint8Array, told: string): LabelIndex<Id> | undefined {
  try {
    return LabelIndex.restore<Id>(bytes);
  } catch (error) {
    expect(error, told).toBeInstanceOf(Error);
    expect(String(error), told).toMatch(/snapshot/i);
    return undefined;
  }
}

/*
 * A checksum keeps damage out, not intent. What no index would have written is refused, or is an index as good as any:
 * with another letter in a value, say.
 */
test('a snapshot with any byte changed and its checksum mended makes a sound index, or none', () => {
  const index = new LabelIndex<Id>();
  index.load([
    ['a', { app: 'web', tier: 'front' }, 'prod'],
    [1, { app: 'db' }],
    ['é😀', {}, 'prod'],
    ['b', { app: 'web', tier: 'front' }, 'prod'],
  ]);
  const bytes = index.snapshot();
  let sound = 0;
  for (let at = HEADER_BYTES; at < bytes.length; at++) {
    for (const byte of othersThan(bytes[at] ?? 0)) {
      const told = `byte ${at} of ${bytes.length} as ${byte}`;
      const made = restored(sealed(bytes.with(at, byte)), told);
      if (made === undefined) continue;
      sound++;
      expect(() => checkIndex(made), told).not.toThrow();
      for (const id of made.select(EVERYTHING)) made.delete(id);
      expect(() => checkIndex(made), `${told}, emptied`).not.toThrow();
      expect(made.size).toBe(0);
    }
  }
  expect(sound, 'snapshots that were taken').toBeGreaterThan(100);
});
