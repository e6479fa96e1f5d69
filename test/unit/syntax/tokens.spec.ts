import { describe, expect, test } from 'vitest';
import { endOf, spanOf, tokenize } from '../../../src/syntax/tokens.ts';

describe('the tokens of a text', () => {
  test.each<[text: string, ...tokens: string[]]>([
    [''],
    [' \t\r\n'],
    ['a=b', 'Name a', 'Equals =', 'Name b'],
    ['a==b', 'Name a', 'DoubleEquals ==', 'Name b'],
    ['a!=b', 'Name a', 'NotEquals !=', 'Name b'],
    ['!a', 'Not !', 'Name a'],
    ['a=!b', 'Name a', 'Equals =', 'Not !', 'Name b'],
    ['a===b', 'Name a', 'DoubleEquals ==', 'Equals =', 'Name b'],
    ['a>=b', 'Name a', 'GreaterThan >', 'Equals =', 'Name b'],
    ['a<>b', 'Name a', 'LessThan <', 'GreaterThan >', 'Name b'],
    ['in notin inn notin1 In', 'In in', 'NotIn notin', 'Name inn', 'Name notin1', 'Name In'],
    ['in(a,b)', 'In in', 'Open (', 'Name a', 'Comma ,', 'Name b', 'Close )'],
    ['-é.世/😀\ud800\u00a0', 'Name -é.世/😀\ud800\u00a0'],
    ['a\0\0b', 'Name a\0\0b'],
    [
      'a||b|c&&d&e;f',
      'Name a',
      'Or ||',
      'Name b',
      'Or |',
      'Name c',
      'And &&',
      'Name d',
      'And &',
      'Name e',
      'And ;',
      'Name f',
    ],
    ['"a b"\'c\'', 'Quoted "a b"', "Quoted 'c'"],
    ['"a', 'Name "a'],
    ['a"b"', 'Name a"b"'],
  ])('%j', (text, ...tokens) => {
    expect(tokenize(text).map(({ tokenType, image }) => `${tokenType.name} ${image}`)).toEqual(tokens);
  });

  test('and the white space between them make the whole text, whatever unit it begins with', () => {
    const lost: string[] = [];
    for (let unit = 0; unit < 65_536; unit++) {
      const text = `${String.fromCharCode(unit)}x`;
      let at = 0;
      for (const token of tokenize(text)) {
        if (text.slice(at, token.startOffset).trim() !== '') break;
        if (text.slice(token.startOffset, endOf(token)) !== token.image) break;
        at = endOf(token);
      }
      if (at !== text.length) lost.push(unit.toString(16));
    }
    expect(lost).toEqual([]);
  });

  test('have their places', () => {
    expect(tokenize(' a  in').map(spanOf)).toEqual([
      { start: 1, end: 2 },
      { start: 4, end: 6 },
    ]);
  });
});
