import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { readVectors } from '../conformance/vectors.ts';

const path = new URL('../../grammar/label-selector.schema.json', import.meta.url);
const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(path, 'utf8')),
);

describe('grammar/label-selector.schema.json', () => {
  test('takes what an API server takes, and refuses what it refuses', () => {
    let valid = 0;
    let invalid = 0;
    const wrong: string[] = [];
    for (const { id, selector, options, expect: answer } of readVectors('labelSelector')) {
      // Options let a server keep what an older one let in.
      if (options !== undefined && Object.keys(options).length > 0) continue;
      const isValid = answer.validation.length === 0;
      if (isValid) valid++;
      else invalid++;
      if (validate(selector) !== isValid) wrong.push(`${id} ${JSON.stringify(selector)}`);
    }
    expect(wrong).toEqual([]);
    expect([valid > 100, invalid > 100]).toEqual([true, true]);
  });

  test.each([
    ['a word that is no operator of it', { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] }],
    ['an operator in lower case', { matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] }],
    ['a number as a value', { matchLabels: { a: 1 } }],
    ['a field that is none', { matchLabel: { a: 'b' } }],
    ['a prefix that is too long', { matchLabels: { [`${'a'.repeat(254)}/b`]: '' } }],
    ['a name that is too long', { matchLabels: { [`a/${'b'.repeat(64)}`]: '' } }],
  ])('refuses %s', (_, selector) => {
    expect(validate(selector)).toBe(false);
  });

  test('null is a selector, which selects nothing', () => {
    expect(validate(null)).toBe(true);
    expect(validate({})).toBe(true);
  });
});
