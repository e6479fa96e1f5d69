import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8Length } from '../../../src/labels/bytes.ts';
import { runs } from '../../property/runs.ts';

describe('the length of a text in UTF-8', () => {
  test.each<[text: string, bytes: number]>([
    ['', 0],
    ['a', 1],
    ['\u007f', 1],
    ['\u0080', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['\uffff', 3],
    ['😀', 4],
    ['a😀é世', 10],
    // Lone surrogates count as the replacement character they become.
    ['\ud800', 3],
    ['\udc00', 3],
    ['\ud800a', 4],
    ['\ud800\ud800\udc00', 7],
    ['\udc00\ud800', 6],
  ])('%j takes %i bytes', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes);
  });

  test('is what an encoder makes of any text', () => {
    const units = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((u) => String.fromCharCode(u)) });
    fc.assert(
      fc.property(units, (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text, 'utf8'));
      }),
      runs(500),
    );
  });
});
