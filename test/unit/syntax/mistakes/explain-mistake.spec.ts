import { expect, test } from 'vitest';
import { type Told, told } from '../told.ts';

test.each<[text: string, ...told: Told[]]>([
  ['a=b)', ['unexpected-text', 3, 4, 'a=b']],
  ['a),b', ['unexpected-text', 1, 2, 'a,b']],
  ['a))', ['unexpected-text', 1, 2, 'a)'], ['unexpected-text', 2, 3, 'a)']],
  ['a) ,b', ['unexpected-text', 1, 2, 'a ,b']],
])('%j: a parenthesis that nothing opened is taken out', (text, ...wanted) => {
  expect(told(text)).toEqual(wanted);
});

test.each<[text: string, ...told: Told[]]>([
  ['app=web)tier', ['unexpected-text', 7, 8], ['missing-comma', 8, 12, 'app=web),tier']],
  ['a)b', ['unexpected-text', 1, 2], ['missing-comma', 2, 3, 'a),b']],
  ['a=b)c,d', ['unexpected-text', 3, 4], ['missing-comma', 4, 5, 'a=b),c,d']],
])('%j: but not where what stands around it would become one word', (text, ...wanted) => {
  expect(told(text)).toEqual(wanted);
});
