import { describe, expect, test } from 'vitest';
import { checkLabelValue, isLabelValue } from '../../../src/labels/value.ts';
import type { DiagnosticCode } from '../../../src/text/diagnostic.ts';

const VALUE_63 = 'v'.repeat(63);

type Told = [code: DiagnosticCode, start: number, end: number];

describe('a valid value', () => {
  test.each(['', 'a', '1', 'v1.2.3', 'A_b-c.9', '007', 'in', VALUE_63])('%j', (value) => {
    expect(checkLabelValue(value)).toEqual([]);
    expect(isLabelValue(value)).toBe(true);
  });
});

describe('a value that is none', () => {
  test.each<[value: string, told: Told[]]>([
    [' ', [['value-invalid', 0, 1]]],
    ['-1', [['value-invalid', 0, 1]]],
    ['1-', [['value-invalid', 1, 2]]],
    ['-', [['value-invalid', 0, 1]]],
    ['a\n', [['value-invalid', 1, 2]]],
    ['a/b', [['value-invalid', 1, 2]]],
    ['a b c', [['value-invalid', 1, 2]]],
    ['.a*', [['value-invalid', 2, 3]]],
    ['a\0', [['value-invalid', 1, 2]]],
    ['\ud800', [['value-invalid', 0, 1]]],
    ['a😀', [['value-invalid', 1, 3]]],
    [`${VALUE_63}v`, [['value-too-long', 0, 64]]],
    [
      `-${VALUE_63}`,
      [
        ['value-too-long', 0, 64],
        ['value-invalid', 0, 1],
      ],
    ],
    [
      'é'.repeat(32),
      [
        ['value-too-long', 0, 32],
        ['value-invalid', 0, 1],
      ],
    ],
  ])('%j', (value, wanted) => {
    expect(checkLabelValue(value).map(({ code, span }) => [code, span?.start, span?.end])).toEqual(wanted);
    expect(isLabelValue(value)).toBe(false);
  });

  test('the message tells the value, what is wrong, and how long it is', () => {
    expect(checkLabelValue('a\n')[0]?.message).toMatch(/"a␊".*U\+000A cannot stand in it/);
    expect(checkLabelValue(`${VALUE_63}v`)[0]?.message).toContain('63 bytes long; this one has 64');
  });
});
