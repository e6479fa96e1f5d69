import { describe, expect, test } from 'vitest';
import {
  DEFAULT_LIMITS,
  type ParseOptions,
  parseSelector,
  SelectorError,
  tryParseSelector,
} from '../../../src/index.ts';
import { limitsOf } from '../../../src/syntax/limits.ts';
import { type Told, told } from './told.ts';

describe('a limit', () => {
  test.each<[text: string, options: ParseOptions, ...told: Told[]]>([
    ['abc', { maxLength: 4 }],
    ['abc', { maxLength: 3 }],
    ['abcd', { maxLength: 3 }, ['text-too-long', 3, 4]],
    ['', { maxLength: 0 }],
    [' ', { maxLength: 0 }, ['text-too-long', 0, 1]],
    ['=,=,=', { maxLength: 2 }, ['text-too-long', 2, 5]],
    ['a,b', { maxRequirements: 3 }],
    ['a,b', { maxRequirements: 2 }],
    ['a,b,c,d', { maxRequirements: 2 }, ['too-many-requirements', 4, 7]],
    ['a', { maxRequirements: 0 }, ['too-many-requirements', 0, 1]],
    ['', { maxRequirements: 0 }],
    [' \n', { maxRequirements: 0 }],
    ['a in (b,c)', { maxValues: 3 }],
    ['a in (b,c)', { maxValues: 2 }],
    ['a in (b,c,d)', { maxValues: 2 }, ['too-many-values', 10, 11]],
    ['a in (b),c notin (d,e)', { maxValues: 2 }, ['too-many-values', 20, 21]],
    ['a in (b,b,b)', { maxValues: 2 }, ['too-many-values', 10, 11]],
    ['a in ()', { maxValues: 0 }, ['too-many-values', 6, 6]],
    ['a=b,c>5,!d', { maxValues: 0 }],
    // Beside mistakes.
    ['a,=,c,d', { maxRequirements: 2 }, ['missing-key', 2, 3], ['too-many-requirements', 4, 7]],
    ['a b c=', { maxRequirements: 1 }, ['missing-comma', 2, 3, 'a, b c='], ['too-many-requirements', 2, 6]],
    ['a in (b,c@),d', { maxValues: 1 }, ['too-many-values', 8, 10], ['value-invalid', 9, 10]],
    // A comma too many is no requirement.
    ['a,b,', { maxRequirements: 2 }, ['missing-requirement', 3, 4, 'a,b']],
    [',a,b', { maxRequirements: 2 }, ['missing-requirement', 0, 1, 'a,b']],
    ['a,,b', { maxRequirements: 2 }, ['missing-requirement', 2, 3, 'a,b']],
  ])('%j with %j', (text, options, ...wanted) => {
    expect(told(text, options)).toEqual(wanted);
    expect(tryParseSelector(text, options).ok).toBe(wanted.length === 0);
    if (wanted.length === 0) expect(() => parseSelector(text, options)).not.toThrow();
    else expect(() => parseSelector(text, options)).toThrow(SelectorError);
  });

  test('tells the limit', () => {
    const message = (text: string, options: ParseOptions) => {
      const result = tryParseSelector(text, options);
      return result.ok ? '' : result.diagnostics[0].message;
    };
    expect(message('a'.repeat(9), { maxLength: 8 })).toMatch(/8 .*9/);
    expect(message('a,b,c', { maxRequirements: 2 })).toContain('2');
    expect(message('a in (b,c,d)', { maxValues: 2 })).toContain('2');
  });

  test('is far above what anyone writes where it is not given', () => {
    const several = Array.from({ length: DEFAULT_LIMITS.maxRequirements }, (_, i) => `k${i}`);
    expect(tryParseSelector(several.join()).ok).toBe(true);
    expect(told([...several, 'more'].join()).map(([code]) => code)).toEqual(['too-many-requirements']);
    const values = Array.from({ length: DEFAULT_LIMITS.maxValues }, (_, i) => i.toString(36));
    expect(tryParseSelector(`a in (${values})`).ok).toBe(true);
    const blank = ' '.repeat(DEFAULT_LIMITS.maxLength);
    expect(tryParseSelector(blank).ok).toBe(true);
    expect(told(`${blank} `)).toEqual([['text-too-long', blank.length, blank.length + 1]]);
  });

  test('may be infinite', () => {
    expect(
      told('a in (b,c),d', { maxLength: Infinity, maxRequirements: Infinity, maxValues: Infinity }),
    ).toEqual([]);
  });
});

describe('options', () => {
  test('that are left out or undefined have their defaults', () => {
    expect(limitsOf(undefined)).toEqual(DEFAULT_LIMITS);
    expect(limitsOf({})).toEqual(DEFAULT_LIMITS);
    expect(limitsOf({ maxValues: undefined, maxLength: 5 })).toEqual({ ...DEFAULT_LIMITS, maxLength: 5 });
  });

  test.each<[name: keyof ParseOptions, value: unknown]>([
    ['maxLength', -1],
    ['maxLength', 1.5],
    ['maxLength', Number.NaN],
    ['maxRequirements', '5'],
    ['maxRequirements', null],
    ['maxRequirements', -Infinity],
    ['maxValues', 5n],
    ['maxValues', {}],
    ['maxValues', true],
    ['maxValues', [1]],
  ])('%s: %s is refused by name', (name, value) => {
    const options = { [name]: value } as unknown as ParseOptions;
    for (const parse of [parseSelector, tryParseSelector]) {
      expect(() => parse('a', options)).toThrow(TypeError);
      expect(() => parse('a', options)).toThrow(`options.${name} must be a whole number`);
    }
  });

  test.each([null, 'a', true])('that are %j are refused', (options) => {
    expect(() => tryParseSelector('a', options as unknown as ParseOptions)).toThrow(/options must be/);
  });
});

test('a limit that there is not is refused, with those that there are', () => {
  const misspelt = { maxRequirement: 1 } as object;
  expect(() => tryParseSelector('a', misspelt)).toThrow(/no maxRequirement; .*maxRequirements/);
});
