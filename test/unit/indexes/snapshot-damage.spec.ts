import { describe, expect, test } from 'vitest';
import { LabelIndex } from '../../../src/index.ts';
import { filled, type Id } from './snapshots.ts';

/** What restoring throws. */
function refusal(bytes: unknown): unknown {
  try {
    LabelIndex.restore(bytes as Uint8Array);
  } catch (error) {
    return error;
  }
  return undefined;
}

/** An Error that says it is about a snapshot, not one that a view or a decoder happened to throw. */
function expectClear(error: unknown, told: string): void {
  expect(error, told).toBeInstanceOf(Error);
  expect(String(error), told).toMatch(/snapshot/i);
}

describe('refused is', () => {
  test('what is no Uint8Array', () => {
    const bytes = filled().snapshot();
    for (const wrong of [
      undefined,
      null,
      'snapshot',
      5,
      {},
      [...bytes],
      bytes.buffer,
      new DataView(bytes.buffer),
      new Uint16Array(8),
    ]) {
      const error = refusal(wrong);
      expect(error, Object.prototype.toString.call(wrong)).toBeInstanceOf(TypeError);
      expect(String(error)).toMatch(/bytes|snapshot|Uint8Array/);
    }
  });

  test('nothing, and what was never a snapshot', () => {
    expectClear(refusal(new Uint8Array(0)), 'no bytes');
    for (const length of [1, 4, 8, 16, 64, 1000]) {
      expectClear(refusal(new Uint8Array(length)), `${length} zeros`);
      expectClear(refusal(new Uint8Array(length).fill(0xff)), `${length} times 0xff`);
    }
    for (const text of ['{"objects":[]}', '\x89PNG\r\n\x1a\n', 'PK\x03\x04', 'label'.repeat(50)]) {
      expectClear(refusal(new TextEncoder().encode(text)), text);
    }
  });

  test('a snapshot cut short anywhere', () => {
    for (const index of [filled(), new LabelIndex<Id>()]) {
      const bytes = index.snapshot();
      for (let length = 0; length < bytes.length; length++) {
        expectClear(refusal(bytes.subarray(0, length)), `${length} of ${bytes.length} bytes`);
      }
    }
  });

  test('a snapshot with more behind it', () => {
    const bytes = filled().snapshot();
    for (const more of [1, 2, 4, 8, 100]) {
      const longer = new Uint8Array(bytes.length + more);
      longer.set(bytes);
      expectClear(refusal(longer), `${more} bytes more`);
    }
    expectClear(refusal(Buffer.concat([bytes, bytes])), 'twice the snapshot');
  });

  test('a snapshot with any bit changed', () => {
    const bytes = filled().snapshot();
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        expectClear(refusal(damaged), `bit ${bit} of byte ${at} of ${bytes.length}`);
      }
    }
  });

  test('a snapshot with any byte changed, or two exchanged', () => {
    const bytes = filled().snapshot();
    for (let at = 0; at < bytes.length; at++) {
      for (const other of [0, 1, 0x7f, 0x80, 0xff]) {
        if (bytes[at] === other) continue;
        expectClear(refusal(bytes.with(at, other)), `byte ${at} as ${other}`);
      }
      const next = bytes[at + 1];
      const here = bytes[at];
      if (next === undefined || here === undefined || next === here) continue;
      expectClear(refusal(bytes.with(at, next).with(at + 1, here)), `bytes ${at} and ${at + 1} exchanged`);
    }
  });

  test('a snapshot of a newer version, told as that', () => {
    const bytes = filled().snapshot();
    // Where the version stands is the format's business; that some byte of the head is it is the promise.
    const told = Array.from({ length: 32 }, (_, at) => String(refusal(bytes.with(at, (bytes[at] ?? 0) + 1))));
    expect(told.filter((message) => /version/i.test(message)).length).toBeGreaterThan(0);
  });
});
