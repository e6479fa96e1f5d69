import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { kindOf } from '../../../src/text/kind-of.ts';

test.each<[what: string, value: unknown]>([
  ['null', null],
  ['undefined', undefined],
  ['a number', 1],
  ['a string', ''],
  ['a boolean', false],
  ['a bigint', 1n],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['an array', []],
  ['an array', runInNewContext('[]')],
  ['an object', {}],
  ['an object', Object.create(null)],
  ['an object', new (class Thing {})()],
  ['a Date', new Date(0)],
  ['a Set', new Set()],
  ['a Map', new Map()],
  ['a Map of another realm', runInNewContext('new Map()')],
])('%s', (what, value) => {
  expect(kindOf(value)).toBe(what);
});
