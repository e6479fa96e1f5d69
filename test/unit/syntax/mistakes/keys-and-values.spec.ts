import { describe, expect, test } from 'vitest';
import { diagnosticsOf, mendedFully, type Told, told } from '../told.ts';

describe('a key or value that is none, at its place in the text', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['a=b,-c', ['key-invalid', 4, 5]],
    ['a@b=c', ['key-invalid', 1, 2]],
    ['!a@b', ['key-invalid', 2, 3]],
    [' x//y in (b)', ['key-invalid', 3, 4]],
    ['x, /a=b', ['prefix-empty', 3, 4, 'x, a=b']],
    ['X.Y/a', ['prefix-invalid', 0, 1, 'x.y/a']],
    ['a,x/,b', ['key-empty', 3, 4]],
    [`a=${'b'.repeat(64)}`, ['value-too-long', 2, 66]],
    [`${'a'.repeat(64)}=b`, ['key-too-long', 0, 64]],
    [`x,${'p'.repeat(254)}/a`, ['prefix-too-long', 2, 256]],
    ['a=-1', ['value-invalid', 2, 3]],
    ['a=b/c', ['value-invalid', 3, 4]],
    ['a=1.', ['value-invalid', 3, 4]],
    ['a = é', ['value-invalid', 4, 5]],
    ['a=b\u00a0', ['value-invalid', 3, 4]],
    ['\ufeffa=b', ['key-invalid', 0, 1]],
    ['a\u000b=b', ['key-invalid', 1, 2]],
    ['a=😀', ['value-invalid', 2, 4]],
    ['a=\ud800', ['value-invalid', 2, 3]],
    ['a@=b@', ['key-invalid', 1, 2], ['value-invalid', 4, 5]],
    ['a@ in (b@,c@)', ['key-invalid', 1, 2], ['value-invalid', 8, 9], ['value-invalid', 11, 12]],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });
});

describe('quotes', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['a="b"', ['quoted-text', 2, 5, 'a=b']],
    ["a='b'", ['quoted-text', 2, 5, 'a=b']],
    ['a=`b`', ['quoted-text', 2, 5, 'a=b']],
    ['a=“b”', ['quoted-text', 2, 5, 'a=b']],
    ['a=‘b’', ['quoted-text', 2, 5, 'a=b']],
    ['"a"=b', ['quoted-text', 0, 3, 'a=b']],
    ['!"a"', ['quoted-text', 1, 4, '!a']],
    ['a=""', ['quoted-text', 2, 4, 'a=']],
    ['a>"5"', ['quoted-text', 2, 5, 'a>5']],
    ['"a in (b)"', ['quoted-text', 0, 10, 'a in (b)']],
    ["'a=b,c'", ['quoted-text', 0, 7, 'a=b,c']],
    ['a in ("b",\'c\')', ['quoted-text', 6, 9, "a in (b,'c')"], ['quoted-text', 10, 13, 'a in ("b",c)']],
    ['"a"="b"', ['quoted-text', 0, 3, 'a="b"'], ['quoted-text', 4, 7, '"a"=b']],
    // A quote that is not closed.
    ['a="b', ['quoted-text', 2, 3, 'a=b']],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test.each(['a="b,c"', 'a="b c"', '"a,b"=c'])(
    '%j: quotes that hold more than a word are not just removed',
    (text) => {
      expect(told(text)).toHaveLength(1);
      expect(told(text)[0]).toHaveLength(3);
    },
  );

  test('around both sides of a mistake are mended together', () => {
    expect(mendedFully('"a" not in ("b", "c")')).toBe('a notin (b, c)');
  });
});

describe('the bound of ">" and "<"', () => {
  test.each(['a>0', 'a>007', 'a<9223372036854775807', `a>${'0'.repeat(62)}1`, 'a > 5', 'a<\n5'])(
    '%j is one',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );

  test.each<[text: string, ...told: Told[]]>([
    ['a>b', ['value-not-integer', 2, 3]],
    ['a>1.5', ['value-not-integer', 2, 5]],
    ['a<1e3', ['value-not-integer', 2, 5]],
    ['a<0x10', ['value-not-integer', 2, 6]],
    ['a>1_000', ['value-not-integer', 2, 7]],
    ['a>5m', ['value-not-integer', 2, 4]],
    ['a>9223372036854775808', ['value-not-integer', 2, 21]],
    ['a>-9223372036854775809', ['value-not-integer', 2, 22]],
    ['a>-1', ['value-invalid', 2, 3]],
    ['a<-9223372036854775808', ['value-invalid', 2, 3]],
    ['a>+1', ['value-invalid', 2, 3, 'a>1']],
    [`a>${'0'.repeat(63)}1`, ['value-too-long', 2, 66]],
    ['a>*', ['value-not-integer', 2, 3]],
    ['a@>b', ['key-invalid', 1, 2], ['value-not-integer', 3, 4]],
  ])('%j is none', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test('the message tells a number beyond 64 bits from what is no integer', () => {
    expect(diagnosticsOf('a>9223372036854775808')[0]?.message).toContain('64 bits');
    expect(diagnosticsOf('a>1.5')[0]?.message).not.toContain('64 bits');
    expect(diagnosticsOf('a<b')[0]?.message).toContain('"<"');
  });
});

describe('what a person is told', () => {
  test.each([
    'a\u001b[31m!',
    'a="\u001b[2J"',
    'a\u001b in b',
    '!a\u202e=b',
    'a=b\u001b || a=c',
    'a : \u001bb',
    'X\u0007/a',
  ])('%j: no message or title carries a control character', (text) => {
    const all = diagnosticsOf(text);
    expect(all.length).toBeGreaterThan(0);
    for (const { message, fixes = [] } of all) {
      for (const words of [message, ...fixes.map(({ title }) => title)]) {
        expect(words).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }
  });

  test.each([
    `${'a'.repeat(9_000)}!`,
    `!${'a'.repeat(9_000)}=b`,
    `in ${'in '.repeat(3_000)}`,
    `${'X'.repeat(9_000)}/a`,
    `a="${'b'.repeat(9_000)}"`,
    `${'a'.repeat(9_000)}=*`,
    `a=${'b'.repeat(9_000)}||a=c`,
    `${'a'.repeat(9_000)}in (b)`,
    `a>+${'0'.repeat(9_000)}`,
    `a ${'b'.repeat(9_000)} (c)`,
    `not ${'b'.repeat(9_000)}`,
  ])('a long word, case %#: no message or title is as long as the text', (text) => {
    const all = diagnosticsOf(text);
    expect(all.length).toBeGreaterThan(0);
    for (const { message, fixes = [] } of all) {
      for (const words of [message, ...fixes.map(({ title }) => title)])
        expect(words.length).toBeLessThan(400);
    }
  });
});
