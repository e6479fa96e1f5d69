import { expect, test } from 'vitest';
import { ledBy, wrapped } from '../../../src/cli/output/layout.ts';
import { createStyle } from '../../../src/cli/output/style.ts';

test('a text is broken between words, as wide as the screen', () => {
  const text = 'aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee';
  expect(wrapped(text, 39, 2)).toBe('aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd\n  eeeeeeeee');
  expect(wrapped(text, 38, 2)).toBe('aaaaaaaaa bbbbbbbbb ccccccccc\n  ddddddddd eeeeeeeee');
  expect(wrapped(text, undefined, 2)).toBe(text);
});

test('a word that is wider than the screen stays whole, and a very narrow screen breaks nothing', () => {
  const word = 'a'.repeat(60);
  expect(wrapped(`x ${word} y`, 40, 2)).toBe(`x\n  ${word}\n  y`);
  expect(wrapped('a b '.repeat(20), 10, 2)).toBe('a b '.repeat(20));
});

test('the word that a sentence begins with stands out, and the lines after it hang', () => {
  const { red } = createStyle(true);
  const placing = { columns: 30, indent: 2, hanging: 7 };
  expect(ledBy('fix:', red, ' write one thing or another here', placing)).toBe(
    '  \u001b[31mfix:\u001b[39m write one thing or\n       another here',
  );
});
