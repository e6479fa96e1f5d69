import { describe, expect, test } from 'vitest';
import { isLabelKey } from '../../../src/labels/key.ts';
import { isLabelValue } from '../../../src/labels/value.ts';
import { CLASSES, isPrefixShape, keyEnd, STOP, valueEnd } from '../../../src/labels/word-states.ts';
import { naiveKeyIsValid, naiveValueIsValid } from '../../oracle/naive-validity.ts';

/** One character of each class that the rules tell apart. */
const ALPHABET = [...'aA-._/é'];

/** Every text over the alphabet up to a length. */
function textsUpTo(length: number): string[] {
  let longest = [''];
  const all = [''];
  for (let i = 0; i < length; i++) {
    longest = longest.flatMap((text) => ALPHABET.map((character) => text + character));
    all.push(...longest);
  }
  return all;
}

describe('the machine of keys and values', () => {
  test('takes what the oracle takes, of every text of up to five characters', () => {
    const texts = textsUpTo(5);
    expect(texts.filter((text) => isLabelKey(text) !== naiveKeyIsValid(text))).toEqual([]);
    expect(texts.filter((text) => isLabelValue(text) !== naiveValueIsValid(text))).toEqual([]);
    const prefixes = texts.filter((text) => isPrefixShape(text) !== naiveKeyIsValid(`${text}/a`));
    expect(prefixes).toEqual([]);
  });

  test('takes every unit where the oracle does', () => {
    const wrong: string[] = [];
    for (let unit = 0; unit < 65_536; unit++) {
      const c = String.fromCharCode(unit);
      for (const text of [c, `a${c}`, `${c}a`, `a${c}a`, `a${c}a/b`]) {
        if (isLabelKey(text) !== naiveKeyIsValid(text)) wrong.push(JSON.stringify(text));
        if (isLabelValue(text) !== naiveValueIsValid(text)) wrong.push(JSON.stringify(text));
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each<[text: string, valid: boolean]>([
    ['n'.repeat(63), true],
    ['n'.repeat(64), false],
    [`p/${'n'.repeat(63)}`, true],
    [`p/${'n'.repeat(64)}`, false],
    [`${'p'.repeat(253)}/n`, true],
    [`${'p'.repeat(254)}/n`, false],
    [`${'p'.repeat(253)}/${'n'.repeat(63)}`, true],
    [`${'p'.repeat(253)}/${'n'.repeat(64)}`, false],
    ['n'.repeat(1_000_000), false],
    [`${'p.'.repeat(500_000)}p/n`, false],
  ])('counts the units of a name and of a prefix: case %#', (text, valid) => {
    expect(isLabelKey(text)).toBe(valid);
  });
});

describe('a word within a longer text', () => {
  const stops = Uint8Array.from(CLASSES);
  for (const c of ' ,=') stops[c.charCodeAt(0)] = STOP;

  test.each<[text: string, from: number, key: number, value: number]>([
    ['a=b', 0, 1, 1],
    ['a=b', 2, 3, 3],
    ['a=b', 3, -1, 3],
    ['a=,b', 2, -1, 2],
    ['x/a b', 0, 3, -1],
    ['x/a b', 2, 3, 3],
    ['x/,b', 0, -1, -1],
    ['b,x/y', 0, 1, 1],
    ['-a,b', 0, -1, -1],
    ['-a,b', 1, 2, 2],
    ['a-,b', 0, -1, -1],
    ['a(b', 0, -1, -1],
  ])('%j from %i', (text, from, key, value) => {
    expect(keyEnd(text, from, stops)).toBe(key);
    expect(valueEnd(text, from, stops)).toBe(value);
  });
});
