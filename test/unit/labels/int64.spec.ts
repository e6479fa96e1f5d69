import { describe, expect, test } from 'vitest';
import { isUnsignedInt64, MAX_INT64, MIN_INT64, parseInt64 } from '../../../src/labels/int64.ts';

describe('parseInt64', () => {
  test.each<[text: string, integer: bigint]>([
    ['0', 0n],
    ['5', 5n],
    ['007', 7n],
    ['+2', 2n],
    ['-0005', -5n],
    ['-0', 0n],
    ['00', 0n],
    ['9007199254740993', 9007199254740993n],
    ['999999999999999999', 999999999999999999n],
    ['9223372036854775807', MAX_INT64],
    ['-9223372036854775808', MIN_INT64],
    [`${'0'.repeat(50)}9223372036854775807`, MAX_INT64],
  ])('reads %s', (text, integer) => {
    expect(parseInt64(text)).toBe(integer);
  });

  test('reads any number of leading zeros', () => {
    expect(parseInt64(`-${'0'.repeat(1_000_000)}1`)).toBe(-1n);
    expect(parseInt64('9'.repeat(1_000_000))).toBe(undefined);
  });

  test.each([
    '',
    '+',
    '-',
    '--1',
    '+-1',
    '1+',
    ' 1',
    '1 ',
    '1\n',
    '1.0',
    '1e3',
    '0x10',
    '1_000',
    '1,000',
    '١',
    '１',
    'a',
    'Infinity',
    '9223372036854775808',
    '-9223372036854775809',
    '10000000000000000000',
    '99999999999999999999999999',
  ])('does not take %j', (text) => {
    expect(parseInt64(text)).toBe(undefined);
  });
});

describe('isUnsignedInt64', () => {
  test.each([
    '0',
    '7',
    '007',
    '999999999999999999',
    '1000000000000000000',
    '9223372036854775807',
    `${'0'.repeat(60)}1`,
    '',
    '1.5',
    '1e3',
    'a',
    '1a',
    '9223372036854775808',
    '99999999999999999999',
    '１',
    '/',
    ':',
  ])('says of %j what parseInt64 does', (text) => {
    expect(isUnsignedInt64(text)).toBe(parseInt64(text) !== undefined);
  });
});
