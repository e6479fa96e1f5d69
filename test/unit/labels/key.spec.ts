import { describe, expect, test } from 'vitest';
import { checkLabelKey, isLabelKey } from '../../../src/labels/key.ts';
import type { DiagnosticCode } from '../../../src/text/diagnostic.ts';

const NAME_63 = 'n'.repeat(63);
const PREFIX_253 = `${'p'.repeat(200)}.${'q'.repeat(52)}`;

describe('a valid key', () => {
  test.each([
    'a',
    '1',
    'A',
    'a-b',
    'a_b',
    'a.b',
    'a--b__c..d',
    '0a9Z',
    'app.kubernetes.io/name',
    'x/Y',
    'x/a.b_c-d',
    '1.2.3/a',
    'a-b.c--d/e',
    'in',
    'notin',
    'constructor',
    NAME_63,
    `x/${NAME_63}`,
    `${PREFIX_253}/${NAME_63}`,
  ])('%s', (key) => {
    expect(checkLabelKey(key)).toEqual([]);
    expect(isLabelKey(key)).toBe(true);
  });
});

type Told = [code: DiagnosticCode, start: number, end: number];

/** What is told of a key: codes with spans. */
function told(key: string): Told[] {
  return checkLabelKey(key).map(({ code, span }) => [code, span?.start ?? -1, span?.end ?? -1]);
}

describe('a key that is none', () => {
  test.each<[key: string, told: Told[]]>([
    [
      '',
      [
        ['key-empty', 0, 0],
        ['key-invalid', 0, 0],
      ],
    ],
    ['-a', [['key-invalid', 0, 1]]],
    ['a-', [['key-invalid', 1, 2]]],
    ['.', [['key-invalid', 0, 1]]],
    ['_a', [['key-invalid', 0, 1]]],
    ['a.', [['key-invalid', 1, 2]]],
    ['a b', [['key-invalid', 1, 2]]],
    ['a\n', [['key-invalid', 1, 2]]],
    ['a@b', [['key-invalid', 1, 2]]],
    ['é', [['key-invalid', 0, 1]]],
    ['a😀b', [['key-invalid', 1, 3]]],
    ['__proto__', [['key-invalid', 0, 1]]],
    // The first character that cannot stand there is told rather than an end that is wrong as well.
    ['-a b', [['key-invalid', 2, 3]]],
    [`${NAME_63}n`, [['key-too-long', 0, 64]]],
    [
      `${NAME_63}-`,
      [
        ['key-too-long', 0, 64],
        ['key-invalid', 63, 64],
      ],
    ],
    // 32 letters of two bytes.
    [
      'é'.repeat(32),
      [
        ['key-too-long', 0, 32],
        ['key-invalid', 0, 1],
      ],
    ],
    ['é'.repeat(31), [['key-invalid', 0, 1]]],
    ['/a', [['prefix-empty', 0, 1]]],
    [
      '/',
      [
        ['prefix-empty', 0, 1],
        ['key-empty', 0, 1],
        ['key-invalid', 0, 1],
      ],
    ],
    [
      'x/',
      [
        ['key-empty', 1, 2],
        ['key-invalid', 1, 2],
      ],
    ],
    ['x/-a', [['key-invalid', 2, 3]]],
    ['x/a ', [['key-invalid', 3, 4]]],
    ['x/y/z', [['key-invalid', 3, 4]]],
    ['//', [['key-invalid', 1, 2]]],
    ['X/a', [['prefix-invalid', 0, 1]]],
    ['x_y/a', [['prefix-invalid', 1, 2]]],
    ['x..y/a', [['prefix-invalid', 2, 3]]],
    ['.x/a', [['prefix-invalid', 0, 1]]],
    ['x./a', [['prefix-invalid', 1, 2]]],
    ['-x/a', [['prefix-invalid', 0, 1]]],
    ['x.-y/a', [['prefix-invalid', 2, 3]]],
    ['x-.y/a', [['prefix-invalid', 1, 2]]],
    ['x-/a', [['prefix-invalid', 1, 2]]],
    ['x😀/a', [['prefix-invalid', 1, 3]]],
    [
      'X/ ',
      [
        ['prefix-invalid', 0, 1],
        ['key-invalid', 2, 3],
      ],
    ],
    [`${PREFIX_253}p/a`, [['prefix-too-long', 0, 254]]],
    [
      `${PREFIX_253}-/${NAME_63}n`,
      [
        ['prefix-too-long', 0, 254],
        ['prefix-invalid', 253, 254],
        ['key-too-long', 255, 319],
      ],
    ],
  ])('%j', (key, wanted) => {
    expect(told(key)).toEqual(wanted);
    expect(isLabelKey(key)).toBe(false);
  });

  test('of any length is told at once', () => {
    expect(told('n'.repeat(1_000_000))).toEqual([['key-too-long', 0, 1_000_000]]);
    expect(told(`${'p.'.repeat(500_000)}p/n`)).toEqual([['prefix-too-long', 0, 1_000_001]]);
  });

  test.each<[key: string, mended: string]>([
    ['/a', 'a'],
    ['Example.COM/Name', 'example.com/Name'],
  ])('%j is mended to %j', (key, mended) => {
    const [fix] = checkLabelKey(key)[0]?.fixes ?? [];
    expect(fix && key.slice(0, fix.span.start) + fix.text + key.slice(fix.span.end)).toBe(mended);
  });

  test('has no fix where lower case is not all that is missing', () => {
    expect(checkLabelKey('Example_COM/Name')[0]?.fixes).toBe(undefined);
  });

  test.each<[key: string, named: string]>([
    ['a b', 'U+0020 cannot stand in it'],
    ['-a', 'it begins with "-"'],
    ['a.', 'it ends with "."'],
    [`${NAME_63}n`, '63 bytes long; this one has 64'],
    ['é'.repeat(32), 'this one has 64'],
    [`${PREFIX_253}p/a`, '253 bytes long; this one has 254'],
    ['x..y/a', 'empty part'],
    ['x.-y/a', 'a part begins with "-"'],
    ['x-.y/a', 'a part ends with "-"'],
    ['x-/a', 'it ends with "-"'],
    ['x/y/z', 'more than one "/"'],
  ])('%j: the message names %s', (key, named) => {
    expect(checkLabelKey(key)[0]?.message).toContain(named);
  });
});
