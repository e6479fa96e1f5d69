import { describe, expect, test } from 'vitest';
import type { DiagnosticCode } from '../../../src/index.ts';
import { expectDeeplyFrozen } from '../../property/frozen.ts';
import { diagnosticsOf, mendedFully, type Told, told } from './told.ts';

/** Texts with one mistake each, and what is told of each alone. */
const MISTAKES: readonly [text: string, code: DiagnosticCode][] = [
  ['a not in (b)', 'unknown-operator'],
  ['a IN (b)', 'unknown-operator'],
  ['a:b', 'unknown-operator'],
  ['a: b', 'unknown-operator'],
  ['a in b', 'missing-set'],
  ['a in [b,c]', 'missing-set'],
  ['a<>b', 'unknown-operator'],
  ['a>=5', 'unknown-operator'],
  ['a="b"', 'quoted-text'],
  ['a=*', 'wildcard-value'],
  ['a=b || a=c', 'unsupported-or'],
  ['a b', 'missing-comma'],
  ['!a=b', 'negated-requirement'],
  ['!!a', 'negated-requirement'],
  ['(a)', 'unsupported-parentheses'],
  ['=b', 'missing-key'],
  ['!', 'missing-key'],
  ['a>', 'missing-value'],
  ['a>x', 'value-not-integer'],
  ['a=-', 'value-invalid'],
  ['-=a', 'key-invalid'],
  ['a in (b c)', 'missing-comma'],
  ['a in (b))', 'unexpected-text'],
  ['a=b=c', 'unexpected-text'],
  ['a\0', 'null-character'],
  ['a (b)', 'unexpected-text'],
];

describe('several mistakes in one text', () => {
  test.each(MISTAKES)('%j is told among sound requirements as it is alone', (text, code) => {
    const alone = told(text);
    expect(alone.map(([first]) => first)).toEqual([code]);
    const before = 'x=y,';
    const after = ',z in (u,v)';
    const shifted = alone.map(
      ([c, start, end, ...mended]): Told => [
        c,
        start + before.length,
        end + before.length,
        ...mended.map((one) => before + one + after),
      ],
    );
    expect(told(before + text + after)).toEqual(shifted);
  });

  test.each(MISTAKES)('%j is told beside every other mistake, each once and in order', (text, code) => {
    for (const [other, otherCode] of MISTAKES) {
      const both = `${text},${other}`;
      expect(
        told(both).map(([first]) => first),
        both,
      ).toEqual([code, otherCode]);
    }
  });

  test('all of them at once, in the order of the text', () => {
    const text = MISTAKES.map(([one]) => one).join(',');
    const all = told(text);
    expect(all.map(([code]) => code)).toEqual(MISTAKES.map(([, code]) => code));
    const starts = all.map(([, start]) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('across lines', () => {
    expect(told('a not in (b),\r\n  c: d,\r\n  e>=5,\n')).toEqual([
      ['unknown-operator', 2, 8, 'a notin (b),\r\n  c: d,\r\n  e>=5,\n'],
      ['unknown-operator', 18, 19, 'a not in (b),\r\n  c= d,\r\n  e>=5,\n'],
      ['unknown-operator', 27, 29, 'a not in (b),\r\n  c: d,\r\n  e>4,\n'],
      ['missing-requirement', 30, 31, 'a not in (b),\r\n  c: d,\r\n  e>=5\n'],
    ]);
  });

  test.each<[text: string, codes: DiagnosticCode[]]>([
    ['a <> "b"', ['unknown-operator', 'quoted-text']],
    ['"a" <> b', ['quoted-text', 'unknown-operator']],
    ['!a="b"', ['negated-requirement', 'quoted-text']],
    ['a NOTIN ("b")', ['unknown-operator', 'quoted-text']],
    ['a not in (b c)', ['unknown-operator', 'missing-comma']],
    ['a@ not in (b)', ['key-invalid', 'unknown-operator']],
    ['a@>=b', ['key-invalid', 'unknown-operator']],
    ['a in (b@', ['unclosed-set', 'value-invalid']],
    ['a:b c:d', ['unknown-operator', 'missing-comma', 'unknown-operator']],
  ])('%j: two mistakes of one requirement', (text, codes) => {
    expect(told(text).map(([code]) => code)).toEqual(codes);
  });

  test('are all mended by their fixes, one after another', () => {
    expect(mendedFully('a not in (b),,c: "d" && (e),!f=g h=*')).toBe('a notin (b),c= d , e,f!=g, h');
  });
});

describe('a text with more mistakes than are worth listing', () => {
  test.each([',', '=,', 'a b,', 'a=@,', ' \0', 'a=*,'])(
    '%j many times: a thousand, and that there are more',
    (piece) => {
      const all = diagnosticsOf(piece.repeat(3_000));
      expect(all).toHaveLength(1_001);
      expect(all.at(-1)?.code).toBe('too-many-diagnostics');
      expect(all.slice(0, -1).some(({ code }) => code === 'too-many-diagnostics')).toBe(false);
    },
  );

  test('within a single set', () => {
    for (const text of [
      `a in (${'b '.repeat(100_000)}`,
      `a in (${'@,'.repeat(100_000)})`,
      'a in ('.repeat(50_000),
    ]) {
      const all = diagnosticsOf(text, { maxValues: 10_000_000, maxLength: 10_000_000 });
      expect(all.length).toBeGreaterThan(0);
      expect(all.length).toBeLessThanOrEqual(1_001);
    }
  });

  test('a thousand are all told', () => {
    const all = diagnosticsOf(Array.from({ length: 1_000 }, () => '=').join());
    expect(all).toHaveLength(1_000);
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(['missing-key']));
  });
});

test('diagnostics and warnings are frozen', () => {
  for (const [text] of MISTAKES) expectDeeplyFrozen(diagnosticsOf(text));
});
