import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/text/diagnostic.ts';
import { renderDiagnostic } from '../../../src/text/render.ts';
import { visible } from '../../../src/text/visible.ts';

/** The frame of a diagnostic over a range of a text: the line of the text and the line of the carets. */
function frameOf(text: string, start: number, end: number): string[] {
  const lines = renderDiagnostic(text, { code: 'unexpected-text', message: 'm', span: { start, end } }).split(
    '\n',
  );
  expect(lines).toHaveLength(3);
  expect(lines[2]).toBe('m [unexpected-text]');
  return lines.slice(0, 2);
}

describe('the frame of a diagnostic', () => {
  test.each<[what: string, text: string, start: number, end: number, line: string, carets: string]>([
    ['a range', 'a not in (b)', 2, 8, '1 | a not in (b)', '      ^^^^^^'],
    ['the first unit', '=b', 0, 1, '1 | =b', '    ^'],
    ['the last unit', 'a=b,', 3, 4, '1 | a=b,', '       ^'],
    ['the end of the text', 'a>', 2, 2, '1 | a>', '      ^'],
    ['a place without width', 'a in ()', 6, 6, '1 | a in ()', '          ^'],
    ['an empty text', '', 0, 0, '1 | ', '    ^'],
    ['a range beyond the text', 'ab', 5, 9, '1 | ab', '      ^'],
    ['a range that goes on beyond the text', 'ab', 1, 9, '1 | ab', '     ^'],
    ['the second of two lines', 'a=b,\nc d', 7, 8, '2 | c d', '      ^'],
    ['the first of two lines', 'a b\nc', 2, 3, '1 | a b', '      ^'],
    ['a line behind CRLF', 'a,\r\nb,\r\nc d', 10, 11, '3 | c d', '      ^'],
    ['a line that ends in CRLF', 'a b\r\nc', 2, 3, '1 | a b', '      ^'],
    ['a line behind CR alone', 'a,\rb c', 5, 6, '2 | b c', '      ^'],
    ['a line behind empty lines', '\n\n\r\nb c', 6, 7, '4 | b c', '      ^'],
    ['a line end', 'ab\ncd', 2, 3, '1 | ab', '      ^'],
    ['the LF of a CRLF', 'ab\r\ncd', 3, 4, '1 | ab', '      ^'],
    ['the end behind the last line end', 'ab\n', 3, 3, '2 | ', '    ^'],
    ['a range over two lines: what is on the first', 'a bc\nde', 2, 7, '1 | a bc', '      ^^'],
    ['a tab before it', '\ta b', 3, 4, '1 |  a b', '       ^'],
    ['a tab within it', 'a\tb', 0, 3, '1 | a b', '    ^^^'],
    ['wide characters before it', '世界=b c', 5, 6, '1 | 世界=b c', '           ^'],
    ['wide characters within it', 'a=世界', 2, 4, '1 | a=世界', '      ^^^^'],
    ['a wide character beyond the first 65,536', '\u{20000}a', 2, 3, '1 | \u{20000}a', '      ^'],
    ['an emoji before it', '😀 a', 3, 4, '1 | 😀 a', '       ^'],
    ['a combining mark before it', 'e\u0301=b', 2, 3, '1 | e\u0301=b', '     ^'],
    ['a control character', 'a\u001bb', 1, 2, '1 | a␛b', '     ^'],
    ['NUL', 'a\0', 1, 2, '1 | a␀', '     ^'],
    ['a lone surrogate', 'a\ud800b', 1, 2, '1 | a\ufffdb', '     ^'],
    ['a character without width', 'a\u200bb c', 4, 5, '1 | a\ufffdb c', '        ^'],
  ])('points at %s', (_, text, start, end, line, carets) => {
    expect(frameOf(text, start, end)).toEqual([line, carets]);
  });

  test('widens with the number of the line', () => {
    expect(frameOf(`${'a,\n'.repeat(99)}b c`, 299, 300)).toEqual(['100 | b c', '        ^']);
  });

  test('shows a line of a hundred units in full', () => {
    const line = `${'a'.repeat(99)}!`;
    expect(frameOf(line, 99, 100)).toEqual([`1 | ${line}`, `${' '.repeat(103)}^`]);
  });

  test.each<[where: string, start: number]>([
    ['beginning', 0],
    ['first third', 20],
    ['middle', 5_000],
    ['end', 9_999],
  ])('of a long line shows a hundred units with the caret under the place, at its %s', (_, start) => {
    const text = `${'a'.repeat(start)}!${'b'.repeat(9_999 - start)}`;
    const [line = '', carets = ''] = frameOf(text, start, start + 1);
    expect(line.length).toBeLessThanOrEqual('1 | '.length + 102);
    expect(carets.trim()).toBe('^');
    expect(line.charAt(carets.length - 1)).toBe('!');
    expect(line.startsWith('1 | …')).toBe(start > 33);
    expect(line.endsWith('…')).toBe(start < 9_900);
  });

  test('of a long range ends its carets with the line that is shown', () => {
    const [line = '', carets = ''] = frameOf('a'.repeat(5_000), 1_000, 4_000);
    expect(line.startsWith('1 | …')).toBe(true);
    expect(line.endsWith('…')).toBe(true);
    expect(carets).toMatch(/^ +\^+$/);
    expect(carets).toHaveLength(line.length - 1);
  });
});

describe('a diagnostic for people', () => {
  test('is frame, message with code, and fixes, a line each', () => {
    const d: Diagnostic = {
      code: 'missing-comma',
      message: 'found "b" after a key',
      span: { start: 2, end: 3 },
      fixes: [
        { title: 'insert ","', span: { start: 1, end: 1 }, text: ',' },
        { title: 'insert "="', span: { start: 1, end: 2 }, text: '=' },
      ],
    };
    expect(renderDiagnostic('a b', d)).toBe(
      [
        '1 | a b',
        '      ^',
        'found "b" after a key [missing-comma]',
        'fix: insert "," after "a"',
        'fix: insert "="',
      ].join('\n'),
    );
  });

  test('has its path in the place of a frame', () => {
    const d: Diagnostic = {
      code: 'missing-field',
      message: 'it is missing',
      path: 'matchExpressions[0].key',
    };
    expect(renderDiagnostic('', d)).toBe('matchExpressions[0].key: it is missing [missing-field]');
    expect(renderDiagnostic('', { ...d, path: '' })).toBe('it is missing [missing-field]');
  });

  test('never carries a control character to the terminal', () => {
    const d: Diagnostic = {
      code: 'value-invalid',
      message: 'found "\u001b[2J"',
      path: 'a\u001b[2J',
      span: { start: 0, end: 1 },
      fixes: [{ title: 'write "\u001b[2J\u202e"', span: { start: 0, end: 1 }, text: 'a' }],
    };
    expect(renderDiagnostic('\u001b[2J\u0007', d)).not.toMatch(/[\p{Cf}\p{Cs}]|(?!\n)\p{Cc}/u);
  });
});

describe('visible', () => {
  test.each<[what: string, text: string, shown: string]>([
    ['ordinary text', 'a=é,世界 😀', 'a=é,世界 😀'],
    ['control characters', '\0\u0001\u001b\u007f\u009b', '␀␁␛␡\ufffd'],
    ['a tab', 'a\tb', 'a b'],
    ['line ends', '\r\n\u2028\u2029', '␍␊\ufffd\ufffd'],
    ['signs that turn the direction of text', '\u061c\u202a\u202e\u2066\u2069', '\ufffd'.repeat(5)],
    ['signs without width', '\u00ad\u200b\u200d\u2060\ufeff', '\ufffd'.repeat(5)],
    ['lone surrogates, but not pairs', '\ud83d\ude00\ud83d\ude00\ude00\ud83d', '😀😀\ufffd\ufffd'],
  ])('shows %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});
