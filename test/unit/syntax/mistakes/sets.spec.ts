import { describe, expect, test } from 'vitest';
import { diagnosticsOf, mendedFully, type Told, told, warned } from '../told.ts';

describe('a set without its parentheses', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['a in b', ['missing-set', 5, 6, 'a in (b)']],
    ['a notin b', ['missing-set', 8, 9, 'a notin (b)']],
    ['a in b c', ['missing-set', 5, 8, 'a in (b,c)']],
    ['a in [b,c]', ['missing-set', 5, 10, 'a in (b,c)']],
    ['a in {b,c},d=e', ['missing-set', 5, 10, 'a in (b,c),d=e']],
    ['a in [b]', ['missing-set', 5, 8, 'a in (b)']],
    ['a in [b c]', ['missing-set', 5, 10, 'a in (b,c)']],
    [
      'a in [b],c notin {d,e}',
      ['missing-set', 5, 8, 'a in (b),c notin {d,e}'],
      ['missing-set', 17, 22, 'a in [b],c notin (d,e)'],
    ],
    // A bracket that another opens before it closes was never closed.
    [
      'a in [b,c in [d]',
      ['missing-set', 5, 7, 'a in (b),c in [d]'],
      ['missing-set', 13, 16, 'a in [b,c in (d)'],
    ],
    ['a in', ['missing-set', 2, 4]],
    ['a notin', ['missing-set', 2, 7]],
    ['a in,b', ['missing-set', 2, 4]],
    ['in in', ['missing-set', 3, 5]],
    ['in in in', ['missing-set', 6, 8, 'in in (in)']],
    ['a in =', ['missing-set', 5, 6]],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test('what follows a single word may be another value, or a requirement', () => {
    const [only, ...others] = told('a in b,c');
    expect(others).toEqual([]);
    expect(only?.slice(0, 3)).toEqual(['missing-set', 5, 6]);
    expect(only).toContain('a in (b),c');
  });

  test.each<[text: string, mended: string]>([
    ['a in b)', 'a in (b)'],
    ['a in b,c)', 'a in (b,c)'],
    ['a in "b"', 'a in (b)'],
    ['a in ["b","c"]', 'a in (b,c)'],
    ["a in ['b', 'c'],d", 'a in (b,c),d'],
  ])('%j is mended to %j', (text, wanted) => {
    expect(mendedFully(text)).toBe(wanted);
  });

  test.each(['a in b)', 'a in b,c)', 'a notin b,c),d=e'])(
    '%j: one parenthesis is missing, one mistake told',
    (text) => {
      expect(told(text).map(([code]) => code)).toEqual(['missing-set']);
    },
  );
});

describe('a set that is not closed', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['a in (b', ['unclosed-set', 5, 6, 'a in (b)']],
    ['a in(b', ['unclosed-set', 4, 5, 'a in(b)']],
    ['a in (b,c', ['unclosed-set', 5, 6, 'a in (b,c)']],
    ['a in (', ['unclosed-set', 5, 6, 'a in ()']],
    ['a in (b \n', ['unclosed-set', 5, 6, 'a in (b) \n']],
    ['a in (b,', ['unclosed-set', 5, 6, 'a in (b)']],
    // Where the next requirement begins, the set was meant to end.
    ['a in (b,c=d', ['unclosed-set', 5, 6, 'a in (b),c=d']],
    ['a in (b,c,d!=e', ['unclosed-set', 5, 6, 'a in (b,c),d!=e']],
    ['a in (b,!c', ['unclosed-set', 5, 6, 'a in (b),!c']],
    ['a in (b,c>5,d', ['unclosed-set', 5, 6, 'a in (b),c>5,d']],
    ['a in (b,c notin (d)', ['unclosed-set', 5, 6, 'a in (b),c notin (d)']],
    ['a in (b\n,c=d', ['unclosed-set', 5, 6, 'a in (b)\n,c=d']],
    [
      'a in (b,c in (d',
      ['unclosed-set', 5, 6, 'a in (b),c in (d'],
      ['unclosed-set', 13, 14, 'a in (b,c in (d)'],
    ],
    ['a in (b, c in (d), e=f', ['unclosed-set', 5, 6, 'a in (b), c in (d), e=f']],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test.each(['a in (b,c=d)', 'a in (b,!c)', 'a in (b, c>5)', 'a in (b,=)', 'a in (b,c=d),e'])(
    '%j is closed: the sign within it is told, and nothing else',
    (text) => {
      const all = told(text);
      expect(all.map(([code]) => code)).toEqual(['unexpected-text']);
      expect(text.charAt(all[0]?.[1] ?? -1)).toMatch(/[=!>]/);
    },
  );
});

describe('what cannot stand in a set, or behind it', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['a in (b c)', ['missing-comma', 8, 9, 'a in (b, c)']],
    ['a in (b c d)', ['missing-comma', 8, 9, 'a in (b, c d)'], ['missing-comma', 10, 11, 'a in (b c, d)']],
    ['a in (b|c)', ['missing-comma', 7, 8, 'a in (b,c)']],
    ['a in (b || c)', ['missing-comma', 8, 10, 'a in (b , c)']],
    ['a in (b;c)', ['missing-comma', 7, 8, 'a in (b,c)']],
    ['a in (b=c)', ['unexpected-text', 7, 8]],
    ['a in (=b)', ['unexpected-text', 6, 7]],
    ['a in (!b)', ['unexpected-text', 6, 7]],
    ['a in (b>5)', ['unexpected-text', 7, 8]],
    ['a in (b))', ['unexpected-text', 8, 9]],
    ['a in (b) c', ['missing-comma', 9, 10, 'a in (b), c']],
    ['a in (b)c=d', ['missing-comma', 8, 9, 'a in (b),c=d']],
    ['a in (b) !c', ['missing-comma', 9, 10, 'a in (b), !c']],
    ['a in (b)=c', ['unexpected-text', 8, 9]],
    [
      'a in (b) c in (d) e',
      ['missing-comma', 9, 10, 'a in (b), c in (d) e'],
      ['missing-comma', 18, 19, 'a in (b) c in (d), e'],
    ],
  ])('%j', (text, ...wanted) => {
    expect(
      told(text).map(([code, start, end, ...rest]) =>
        wanted[0]?.length === 3 ? [code, start, end] : [code, start, end, ...rest],
      ),
    ).toEqual(wanted);
  });

  test.each(['a in in (b)', 'a notin in (b)', 'a in notin (b)'])(
    '%j: one operator too many is told once',
    (text) => {
      expect(told(text)).toHaveLength(1);
      expect(mendedFully(text)).toMatch(/^a (not)?in +\(b\)$/);
    },
  );

  test.each(['a in ((b))', 'a in ((b),(c))', 'a in ((b,c))'])(
    '%j: parentheses within a set are no cascade',
    (text) => {
      const codes = told(text).map(([code]) => code);
      expect(new Set(codes)).toEqual(new Set(['unexpected-text']));
      expect(codes.length).toBeLessThanOrEqual((text.match(/\(/g)?.length ?? 1) - 1);
    },
  );

  test('every value that is none is told', () => {
    expect(told('a in (b@,c,"d",e*,f/)')).toEqual([
      ['value-invalid', 7, 8],
      ['quoted-text', 11, 14, 'a in (b@,c,d,e*,f/)'],
      ['wildcard-value', 15, 17],
      ['value-invalid', 19, 20],
    ]);
    expect(new Set(told('a in (b@ "c"').map((one) => one.slice(0, 3).join(' ')))).toEqual(
      new Set(['unclosed-set 5 6', 'value-invalid 7 8', 'quoted-text 9 12', 'missing-comma 9 12']),
    );
  });
});

describe('what is odd about a set', () => {
  test.each<[text: string, ...warned: Told[]]>([
    ['a in (b)'],
    ['a in (b,c)'],
    ['a=,b!='],
    ['a in ()', ['empty-set-value', 6, 6]],
    ['a in ( )', ['empty-set-value', 6, 6]],
    ['a in (b,)', ['empty-set-value', 8, 8, 'a in (b)']],
    ['a in (,b)', ['empty-set-value', 6, 6, 'a in (b)']],
    ['a in (b,,c)', ['empty-set-value', 8, 8, 'a in (b,c)']],
    ['a in (b, ,c)', ['empty-set-value', 8, 8, 'a in (b ,c)']],
    ['a in (,)', ['empty-set-value', 6, 6, 'a in ()'], ['duplicate-value', 7, 7, 'a in ()']],
    ['a in (b,b)', ['duplicate-value', 8, 9, 'a in (b)']],
    ['a notin (b, c, b)', ['duplicate-value', 15, 16, 'a notin (b, c)']],
    ['a in (b,b,b)', ['duplicate-value', 8, 9, 'a in (b,b)'], ['duplicate-value', 10, 11, 'a in (b,b)']],
    ['a in (b),c in (b)'],
    [
      'x,a in (b,b),c notin ()',
      ['duplicate-value', 10, 11, 'x,a in (b),c notin ()'],
      ['empty-set-value', 22, 22],
    ],
  ])('%j', (text, ...wanted) => {
    expect(warned(text)).toEqual(wanted);
  });

  test('is not told of texts that are refused', () => {
    expect(told('a in (b,b),=')).toEqual([['missing-key', 11, 12]]);
  });
});

test('messages name what was found', () => {
  expect(diagnosticsOf('a in (b c)')[0]?.message).toContain('"c"');
  expect(diagnosticsOf('a notin b')[0]?.message).toContain('"notin (a,b)"');
});
