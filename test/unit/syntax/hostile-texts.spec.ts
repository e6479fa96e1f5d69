import { describe, expect, test } from 'vitest';
import { tryParseSelector } from '../../../src/index.ts';

/*
 * Texts of some hundred thousand units that would take minutes, or overflow the stack, if anything walked over them
 * more than a few times. There is no clock here: what is not linear does not end.
 */
const N = 200_000;

describe('a long text is answered, whatever it holds', () => {
  test.each([
    ['(', '('.repeat(N), 'unsupported-parentheses'],
    [')', ')'.repeat(N), 'unexpected-text'],
    ['()', '()'.repeat(N / 2), 'unsupported-parentheses'],
    ['(a),', '(a),'.repeat(N / 4), 'unsupported-parentheses'],
    ['a,', 'a,'.repeat(N / 2), 'too-many-requirements'],
    [',', ','.repeat(N), 'missing-requirement'],
    ['one key', 'k'.repeat(N), 'key-too-long'],
    ['one key of many parts', `a${'.a'.repeat(N / 2)}/${'b/'.repeat(N / 4)}c`, 'key-invalid'],
    ['keys of one part, far apart', `a${' '.repeat(100)},`.repeat(N / 100), 'missing-requirement'],
    ['lone surrogates', '\ud800'.repeat(N), 'key-too-long'],
    [
      'control characters',
      Array.from({ length: N }, (_, i) => String.fromCharCode(1 + (i % 31))).join(''),
      'key-invalid',
    ],
    ['NUL', '\0'.repeat(N), 'null-character'],
    ['a NUL', 'a\0'.repeat(N / 2), 'null-character'],
    ['words', 'a b '.repeat(N / 4), 'missing-comma'],
    ['requirements', 'a=b '.repeat(N / 4), 'missing-comma'],
    ['words in a set', `a in (${'b '.repeat(N / 2)}`, 'unclosed-set'],
    ['sets in sets', 'a in ('.repeat(N / 6), 'unclosed-set'],
    ['parentheses in a set', `a in (${'('.repeat(N / 2)}${')'.repeat(N / 2)}`, 'unclosed-set'],
    ['brackets', 'a in ['.repeat(N / 6), 'missing-set'],
    ['brackets and commas', 'a in [,'.repeat(N / 7), 'missing-set'],
    ['sets without "("', `${'a in b,'.repeat(N / 7)})`, 'missing-set'],
    ['in', 'in '.repeat(N / 3), 'missing-set'],
    ['not', `a ${'not '.repeat(N / 4)}in (b)`, 'unknown-operator'],
    ['or', 'a=b or '.repeat(N / 7), 'unsupported-or'],
    ['||', '||'.repeat(N / 2), 'unsupported-or'],
    ['and', 'a and '.repeat(N / 6), 'missing-comma'],
    ['!', '!'.repeat(N), 'negated-requirement'],
    ['=', '='.repeat(N), 'missing-key'],
    ['operator signs', `a${'!='.repeat(N / 2)}<b`, 'unknown-operator'],
    ['quotes', '"'.repeat(N), 'quoted-text'],
    ['opening quotes', '“ '.repeat(N / 2), 'quoted-text'],
    ['three kinds of quotes', `a=${'"\'`'.repeat(N / 3)}`, 'quoted-text'],
    ['brackets in a value', `a=x${'['.repeat(N)}`, 'value-too-long'],
    ['points in a value', `a=${'.'.repeat(N)}`, 'value-too-long'],
    ['slashes in a value', `a=${'/x'.repeat(N / 2)}`, 'value-too-long'],
    ['a glued operator', `a${'in'.repeat(N / 2)} (b)`, 'key-too-long'],
    ['a bound', `a>${'1'.repeat(N)}`, 'value-not-integer'],
    ['blanks', `a in${' \t'.repeat(N / 2)}b`, 'missing-set'],
  ])('%s', (_name, text, code) => {
    const result = tryParseSelector(text);
    expect(result.ok).toBe(false);
    const diagnostics = result.ok ? [] : result.diagnostics;
    expect(diagnostics.map((d) => d.code)).toContain(code);
    expect(diagnostics.length).toBeLessThanOrEqual(1_001);
  });

  test.each([
    ['blanks', ' '.repeat(N), 0],
    ['a hundred thousand values', `a in (${Array.from({ length: 100_000 }, (_, i) => `v${i}`).join()})`, 1],
    ['ten thousand requirements', Array.from({ length: 10_000 }, (_, i) => `a!=v${i}`).join(), 10_000],
  ])('%s: accepted', (_name, text, count) => {
    const result = tryParseSelector(text);
    expect(result.ok && result.selector.alternatives[0]?.length).toBe(count);
  });
});
