import { describe, expect, test } from 'vitest';
import { edit } from '../../../src/syntax/edits.ts';
import type { Diagnostic, Fix } from '../../../src/text/diagnostic.ts';

function fix(start: number, end: number, text: string): Fix {
  return { title: 't', span: { start, end }, text };
}

function at(start: number, end: number, ...fixes: Fix[]): Diagnostic {
  return { code: 'unexpected-text', message: 'm', span: { start, end }, ...(fixes.length > 0 && { fixes }) };
}

describe('a text with fixes applied', () => {
  test.each<[text: string, fixes: Fix[], edited: string | undefined]>([
    ['abc', [], 'abc'],
    ['abcdef', [fix(2, 4, 'X')], 'abXef'],
    ['abcdef', [fix(4, 5, 'Y'), fix(0, 1, 'X')], 'XbcdYf'],
    ['abc', [fix(1, 1, ','), fix(3, 3, ')')], 'a,bc)'],
    ['abc', [fix(0, 2, ''), fix(2, 3, 'X')], 'X'],
    ['abc', [fix(0, 2, ''), fix(1, 3, 'X')], undefined],
    ['abc', [fix(0, 3, ''), fix(1, 1, 'X')], undefined],
  ])('%j by %j is %j', (text, fixes, edited) => {
    expect(edit(text, fixes)?.text).toBe(edited);
  });
});

describe('a place of the edited text in the original', () => {
  // a not in (b c)  →  a notin (b, c)
  const edited = edit('a not in (b c)', [fix(2, 8, 'notin'), fix(11, 11, ',')]);

  test.each<[what: string, start: number, end: number, original: [number, number] | undefined]>([
    ['before the fixes', 0, 1, [0, 1]],
    ['between them', 9, 10, [10, 11]],
    ['behind them', 12, 13, [12, 13]],
    ['the end', 14, 14, [14, 14]],
    ['what was put in', 2, 7, undefined],
    ['a part of it that stood there before', 3, 5, [3, 5]],
    ['a part of it that did not', 4, 6, undefined],
    ['across it', 0, 9, [0, 10]],
    ['from its beginning on', 2, 9, [2, 10]],
    ['right behind it', 7, 8, [8, 9]],
    ['right before it', 1, 2, [1, 2]],
    ['from within it', 4, 10, undefined],
    ['into it', 0, 4, undefined],
  ])('%s', (_, start, end, original) => {
    const span = edited?.original(at(start, end))?.span;
    expect(span && [span.start, span.end]).toEqual(original);
    if (span !== undefined) {
      const text = (edited?.text ?? '').slice(start, end);
      if (start >= 8) expect('a not in (b c)'.slice(span.start, span.end)).toBe(text);
    }
  });

  test('of a word that a fix writes again is where it stood', () => {
    const again = edit('b a', [fix(0, 3, 'a,b')]);
    expect(again?.text).toBe('a,b');
    expect(again?.original(at(2, 3))?.span).toEqual({ start: 0, end: 1 });
    expect(edit('b b', [fix(0, 3, 'b')])?.original(at(0, 1))).toBe(undefined);
  });

  test('its fixes are taken back too, but for those that have no place', () => {
    const told = edited?.original(at(12, 13, fix(12, 13, 'x'), fix(4, 6, 'y')));
    expect(told?.fixes).toEqual([fix(12, 13, 'x')]);
    expect(edited?.original(at(0, 1, fix(1, 4, 'y')))?.fixes).toBe(undefined);
  });
});
