import { describe, expect, test } from 'vitest';
import { quote } from '../../../src/text/quote.ts';

describe('a piece of text in a message', () => {
  test.each<[text: string, shown: string]>([
    ['', '""'],
    ['a', '"a"'],
    ['=', '"="'],
    ['é', '"é"'],
    ['😀', '"😀"'],
    ['not in', '"not in"'],
    // A single character that cannot be seen is told by its code point.
    [' ', 'U+0020'],
    ['\n', 'U+000A'],
    ['\0', 'U+0000'],
    ['\u00a0', 'U+00A0'],
    ['\ufeff', 'U+FEFF'],
    ['\u202e', 'U+202E'],
    ['\ud800', 'U+D800'],
    ['\u{e0041}', 'U+E0041'],
    // Among others it becomes a sign that can be seen.
    ['a\u001b[2J', '"a␛[2J"'],
    ['a\u202eb', '"a\ufffdb"'],
    ['a\ud800b', '"a\ufffdb"'],
    ['a\tb\n', '"a b␊"'],
  ])('%j is shown as %s', (text, shown) => {
    expect(quote(text)).toBe(shown);
  });

  test('is cut behind its first 60 units', () => {
    expect(quote('a'.repeat(60))).toBe(`"${'a'.repeat(60)}"`);
    expect(quote('a'.repeat(61))).toBe(`"${'a'.repeat(60)}…"`);
    expect(quote('a'.repeat(1_000_000))).toHaveLength(63);
  });
});
