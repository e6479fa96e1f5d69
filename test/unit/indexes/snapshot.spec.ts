import { describe, expect, test } from 'vitest';
import { EVERYTHING, LabelIndex, parseSelector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { dumpOf } from '../../oracle/index-dump.ts';
import { filled, type Id } from './snapshots.ts';

const web = parseSelector('app=web');

/** Equal, ids and order and all; large ones are compared as text, since a matcher takes minutes to tell how they differ. */
function expectSame(found: unknown, wanted: unknown): void {
  const text = JSON.stringify(wanted);
  if (text.length > 100_000) expect(JSON.stringify(found) === text, 'the same').toBe(true);
  else expect(found).toEqual(wanted);
}

/** The restored index is equal, in content and order, and can be changed as any other. */
function expectRoundTrip(
  index: LabelIndex<Id>,
  kernel: 'auto' | 'webassembly' | 'typescript' = 'auto',
): void {
  const restored = LabelIndex.restore<Id>(index.snapshot(), { kernel });
  expectSame(dumpOf(restored), dumpOf(index));
  expectSame(restored.select(EVERYTHING), index.select(EVERYTHING));
  checkIndex(restored);
  const again = LabelIndex.restore<Id>(restored.snapshot());
  expectSame(dumpOf(again), dumpOf(index));
  restored.set('later', { app: 'web', later: 'x' }, 'later');
  restored.load([['more', { app: 'web' }]]);
  expect(restored.count(parseSelector('later'))).toBe(1);
  expect(restored.size).toBe(index.size + 2);
  for (const id of restored.select(EVERYTHING)) restored.delete(id);
  expect(restored.size).toBe(0);
  checkIndex(restored);
}

describe('a snapshot restored is the same index', () => {
  test('of nothing', () => expectRoundTrip(new LabelIndex<Id>()));

  test('of all that was deleted', () => {
    const index = filled();
    for (const id of index.select(EVERYTHING)) index.delete(id);
    expectRoundTrip(index);
  });

  test('of a few objects', () => expectRoundTrip(filled()));

  test('of ids of all kinds', () => {
    const index = new LabelIndex<Id>();
    const numbers = [
      NaN,
      0,
      1,
      -1,
      1.5,
      5e-324,
      1.7976931348623157e308,
      Infinity,
      -Infinity,
      2 ** 53,
      2 ** 31,
      -(2 ** 31),
    ];
    const texts = [
      '',
      '1',
      'NaN',
      '__proto__',
      '\ud800',
      '\udc00',
      '\udfff\ud800',
      '\ufffd',
      '😀',
      '\0',
      'x'.repeat(70_000),
    ];
    for (const id of [...numbers, ...texts]) index.set(id, { kind: typeof id });
    expectRoundTrip(index);
  });

  test('of strings of all kinds', () => {
    const index = new LabelIndex<Id>();
    const texts = [
      '',
      'a',
      '\ud800',
      '\udc00',
      '\ud800a\udc00',
      '\ufffd',
      '\ufeff',
      'é',
      '漢字',
      '😀',
      '\0',
      '\u2028',
      'x'.repeat(70_000),
    ];
    for (const [at, text] of texts.entries()) {
      index.set(
        at,
        new Map([
          [text, texts[(at + 1) % texts.length] ?? ''],
          ['__proto__', text],
        ]),
        text,
      );
    }
    expect(index.statistics().keys).toBe(texts.length + 1);
    expectRoundTrip(index);
  });

  test.each(['webassembly', 'typescript'] as const)(
    'of many objects, restored with the %s kernel',
    (kernel) => {
      for (const made of ['webassembly', 'typescript'] as const) {
        const index = new LabelIndex<Id>({ kernel: made });
        index.load(
          Array.from(
            { length: 9000 },
            (_, at) => [at, { app: at % 2 ? 'web' : 'db', n: `${at % 9}` }, `n${at % 3}`] as const,
          ),
        );
        for (let at = 0; at < 9000; at += 7) index.delete(at);
        expectRoundTrip(index, kernel);
        const restored = LabelIndex.restore<Id>(index.snapshot(), { kernel });
        expect(restored.statistics().kernel).toBe(kernel);
        expect(restored.select(parseSelector('app=web,n in (1,2)'))).toEqual(
          index.select(parseSelector('app=web,n in (1,2)')),
        );
      }
    },
  );

  test('whatever becomes of the bytes and of the first index', () => {
    const index = filled();
    const bytes = index.snapshot();
    const copy = bytes.slice();
    const restored = LabelIndex.restore<Id>(bytes);
    bytes.fill(0);
    index.set('new', { app: 'web' });
    expect(restored.count(web)).toBe(1);
    expect(LabelIndex.restore<Id>(copy).select(web)).toEqual(['a']);
    restored.delete('a');
    expect(index.count(web)).toBe(2);
  });

  test('wherever the bytes lie', () => {
    const index = filled();
    const bytes = index.snapshot();
    for (let offset = 0; offset < 9; offset++) {
      const larger = new Uint8Array(bytes.length + 20).fill(0xaa);
      larger.set(bytes, offset);
      const view = larger.subarray(offset, offset + bytes.length);
      expect(dumpOf(LabelIndex.restore<Id>(view))).toEqual(dumpOf(index));
      const buffer = Buffer.from(larger.buffer, offset, bytes.length);
      expect(dumpOf(LabelIndex.restore<Id>(buffer))).toEqual(dumpOf(index));
    }
  });
});
