import { expect, test } from 'vitest';
import { type Told, told } from '../told.ts';

test.each<[text: string, ...told: Told[]]>([
  ['a=b)', ['unexpected-text', 3, 4, 'a=b']],
  ['a),b', ['unexpected-text', 1, 2, 'a,b']],
  ['a))', ['unexpected-text', 1, 2, 'a)'], ['unexpected-text', 2, 3, 'a)']],
])('%j: a parenthesis that nothing opened is taken out', (text, ...wanted) => {
  expect(told(text)).toEqual(wanted);
});
