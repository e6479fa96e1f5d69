import { describe, expect, test } from 'vitest';
import { diagnosticsOf, mendedFully, type Told, told } from '../told.ts';

describe('an operator that the language does not have', () => {
  test.each<[text: string, ...told: Told[]]>([
    // Signs of other languages.
    ['a<>b', ['unknown-operator', 1, 3, 'a!=b']],
    ['a <> b', ['unknown-operator', 2, 4, 'a != b']],
    ['a><b', ['unknown-operator', 1, 3, 'a!=b']],
    ['a===b', ['unknown-operator', 1, 4, 'a==b']],
    ['a !== b', ['unknown-operator', 2, 5, 'a != b']],
    ['a= =b', ['unknown-operator', 1, 4, 'a==b']],
    ['a ! = b', ['unknown-operator', 2, 5, 'a != b']],
    ['a=!b', ['unknown-operator', 1, 3, 'a!=b']],
    ['a ≠ b', ['unknown-operator', 2, 3, 'a != b']],
    ['a ∈ (b)', ['unknown-operator', 2, 3, 'a in (b)']],
    ['a ∉ (b)', ['unknown-operator', 2, 3, 'a notin (b)']],
    // Inclusive bounds: the exclusive one beside them.
    ['a>=5', ['unknown-operator', 1, 3, 'a>4']],
    ['a <= 5', ['unknown-operator', 2, 4, 'a <6']],
    ['a=>5', ['unknown-operator', 1, 3, 'a>4']],
    ['a=<5', ['unknown-operator', 1, 3, 'a<6']],
    ['a>=007', ['unknown-operator', 1, 3, 'a>6']],
    ['a>=1', ['unknown-operator', 1, 3, 'a>0']],
    // No bound of this language is below 0, nor above an int64.
    ['a>=0', ['unknown-operator', 1, 3]],
    ['a<=9223372036854775807', ['unknown-operator', 1, 3]],
    ['a>=b', ['unknown-operator', 1, 3]],
    ['a>=', ['unknown-operator', 1, 3]],
    // A colon.
    ['a:b', ['unknown-operator', 1, 2, 'a=b']],
    ['a: b', ['unknown-operator', 1, 2, 'a= b']],
    ['a :b', ['unknown-operator', 2, 3, 'a =b']],
    ['a : b', ['unknown-operator', 2, 3, 'a = b']],
    ['a:', ['unknown-operator', 1, 2, 'a=']],
    ['a :', ['unknown-operator', 2, 3, 'a =']],
    ['x/a:b', ['unknown-operator', 3, 4, 'x/a=b']],
    ['a:b,c: d', ['unknown-operator', 1, 2, 'a=b,c: d'], ['unknown-operator', 5, 6, 'a:b,c= d']],
    // Words for = and !=.
    ['a eq b', ['unknown-operator', 2, 4, 'a = b']],
    ['a EQUALS b', ['unknown-operator', 2, 8, 'a = b']],
    ['a is b', ['unknown-operator', 2, 4, 'a = b']],
    ['a is not b', ['unknown-operator', 2, 8, 'a != b']],
    ['a not b', ['unknown-operator', 2, 5, 'a != b']],
    ['a ne b', ['unknown-operator', 2, 4, 'a != b']],
    ['a gt 5', ['unknown-operator', 2, 4, 'a > 5']],
    ['a less than 5', ['unknown-operator', 2, 11, 'a < 5']],
    // Words for presence and absence.
    ['a exists', ['unknown-operator', 2, 8, 'a']],
    ['a is set', ['unknown-operator', 2, 8, 'a']],
    ['a does not exist', ['unknown-operator', 2, 16, '!a']],
    ['a DoesNotExist', ['unknown-operator', 2, 14, '!a']],
    ['a not exists,b', ['unknown-operator', 2, 12, '!a,b']],
    ['exists a', ['unknown-operator', 0, 6, 'a']],
    ['not a', ['unknown-operator', 0, 3, '!a']],
    // in and notin, otherwise written.
    ['a not in (b)', ['unknown-operator', 2, 8, 'a notin (b)']],
    ['a NOTIN (b)', ['unknown-operator', 2, 7, 'a notin (b)']],
    ['a Not  In(b)', ['unknown-operator', 2, 9, 'a notin (b)']],
    ['a\nnot\nin\n(b)', ['unknown-operator', 2, 8, 'a\nnotin\n(b)']],
    ['a IN (b)', ['unknown-operator', 2, 4, 'a in (b)']],
    ['a NotIn (b)', ['unknown-operator', 2, 7, 'a notin (b)']],
    ['a not-in (b)', ['unknown-operator', 2, 8, 'a notin (b)']],
    ['a is not in (b)', ['unknown-operator', 2, 11, 'a notin (b)']],
    ['a one of (b)', ['unknown-operator', 2, 8, 'a in (b)']],
    ['a eq (b)', ['unknown-operator', 2, 4, 'a in (b)']],
    ['a not (b)', ['unknown-operator', 2, 5, 'a notin (b)']],
    // A slip of the fingers.
    ['a inn (b)', ['unknown-operator', 2, 5, 'a in (b)']],
    ['a ni (b)', ['unknown-operator', 2, 4, 'a in (b)']],
    ['a notn (b)', ['unknown-operator', 2, 6, 'a notin (b)']],
    ['a ontin (b)', ['unknown-operator', 2, 7, 'a notin (b)']],
    // A word that could be either.
    ['a foo (b)', ['unknown-operator', 2, 5, 'a in (b)', 'a notin (b)']],
    // A sign before or instead of the word.
    ['a !in (b)', ['unknown-operator', 2, 5, 'a notin (b)']],
    ['a!in (b)', ['unknown-operator', 1, 4, 'a notin (b)']],
    ['a ! in (b)', ['unknown-operator', 2, 6, 'a notin (b)']],
    ['a !notin (b)', ['unknown-operator', 2, 8, 'a in (b)']],
    ['a=in (b)', ['unknown-operator', 1, 4, 'a in (b)']],
    ['a = notin(b)', ['unknown-operator', 2, 9, 'a notin (b)']],
    ['a!=in (b)', ['unknown-operator', 1, 5, 'a notin (b)']],
    ['a!=notin (b)', ['unknown-operator', 1, 8, 'a in (b)']],
    ['a<>in (b)', ['unknown-operator', 1, 5, 'a notin (b)']],
    ['a<>(b)', ['unsupported-parentheses', 3, 4, 'a notin (b)']],
    ['a=(b,c)', ['unsupported-parentheses', 2, 3, 'a in (b,c)']],
    ['a != (b,c)', ['unsupported-parentheses', 5, 6, 'a notin (b,c)']],
    ['a==(b),c', ['unsupported-parentheses', 3, 4, 'a in (b),c']],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test.each<[text: string, mended: string]>([
    ['not a in (b)', 'a notin (b)'],
    ['not a=b', 'a!=b'],
    ['not a', '!a'],
    ['not (a)', '!a'],
    ['exists (a)', 'a'],
    ['exists(a)', 'a'],
    ['a IN b', 'a in (b)'],
    ['a IN [b,c]', 'a in (b,c)'],
    ['a !in [b,c],d', 'a notin (b,c),d'],
    ['a ∉ {b, c}', 'a notin (b,c)'],
    ['a not in b', 'a notin (b)'],
    ['a=b,c not in (d)', 'a=b,c notin (d)'],
  ])('%j is mended to %j', (text, wanted) => {
    expect(mendedFully(text)).toBe(wanted);
  });

  test('integers are not compared with a set', () => {
    for (const text of ['a>(5)', 'a < (5)', 'a<(5,6)']) {
      for (const [, , , ...after] of told(text))
        expect(after, text).not.toContain(text.replace(/[<>] ?/, ' in '));
    }
  });

  test('a fix never drops a word that is not an operator', () => {
    for (const text of ['x y in (b)', 'not a in (b)', 'a b c in (d)', 'a not b in (c)']) {
      const after = mendedFully(text);
      for (const word of text.match(/\b(?!in\b|not\b)[a-z]\b/g) ?? []) expect(after, text).toContain(word);
    }
  });

  test.each(['a:b=c', 'a:b in (c)', '!a:b', 'a:b>5', 'a:b!=c'])(
    '%j: a colon beside an operator is no equals sign',
    (text) => {
      const diagnostics = diagnosticsOf(text);
      expect(diagnostics.map(({ code }) => code)).toEqual(['key-invalid']);
      expect(diagnostics[0]?.fixes).toBe(undefined);
    },
  );

  test.each<[text: string, named: string]>([
    ['a <> b', '"<>"'],
    ['a ! = b', '"! ="'],
    ['a not in (b)', '"not in"'],
    ['a foo (b)', '"foo"'],
    ['a !in (b)', '"!" before "in"'],
  ])('%j: the message names %s', (text, named) => {
    expect(diagnosticsOf(text)[0]?.message).toContain(named);
  });
});

describe('a set behind no operator', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['a (b)', ['unexpected-text', 2, 3, 'a in (b)']],
    ['a(b)', ['unexpected-text', 1, 2, 'a in (b)']],
    ['ain (b)', ['unexpected-text', 4, 5, 'a in (b)', 'ain in (b)']],
    ['anotin (b)', ['unexpected-text', 7, 8, 'a notin (b)', 'anotin in (b)']],
    ['x/ain(b)', ['unexpected-text', 5, 6, 'x/a in(b)', 'x/ain in (b)']],
    ['a.in (b)', ['unexpected-text', 5, 6, 'a.in in (b)']],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test('no fix makes a key that is none', () => {
    for (const { fixes = [] } of diagnosticsOf('a\u00a0in (b)')) {
      for (const fix of fixes) expect(fix.text).not.toMatch(/\u00a0 in/);
    }
  });
});

describe('an operator without its key or its value', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['=b', ['missing-key', 0, 1]],
    ['==b', ['missing-key', 0, 2]],
    [' != b', ['missing-key', 1, 3]],
    ['>5', ['missing-key', 0, 1]],
    ['a=b,=c', ['missing-key', 4, 5]],
    ['=', ['missing-key', 0, 1]],
    ['a>', ['missing-value', 1, 2]],
    ['a <', ['missing-value', 2, 3]],
    ['a>,b', ['missing-value', 1, 2]],
    ['a=b=c', ['unexpected-text', 3, 4]],
    ['a==b==c', ['unexpected-text', 4, 6]],
    ['a=b!=c', ['unexpected-text', 3, 5]],
    ['a>5<9', ['unexpected-text', 3, 4]],
    ['a==>5', ['unknown-operator', 1, 4]],
    ['a=>>5', ['unknown-operator', 1, 4]],
    ['a>(5)', ['unsupported-parentheses', 2, 3]],
    ['a=b)', ['unexpected-text', 3, 4]],
    ['a)', ['unexpected-text', 1, 2]],
    [')', ['unexpected-text', 0, 1]],
  ])('%j', (text, ...wanted) => {
    expect(told(text).map(([code, start, end]) => [code, start, end])).toEqual(wanted);
  });

  test.each<[text: string, ...expected: string[]]>([
    ['a=b)', 'a comma', 'the end of the text'],
    ['a)', 'an operator', 'a comma', 'the end of the text'],
    [')', 'a key', '"!"'],
    ['a=b=c', 'a comma', 'the end of the text'],
  ])('%j: the message tells what could stand there', (text, ...expected) => {
    const message = diagnosticsOf(text)[0]?.message ?? '';
    for (const thing of expected) expect(message).toContain(thing);
    const others = ['a key', 'a value', 'a comma', 'the end of the text', 'an operator'].filter(
      (thing) => !expected.includes(thing),
    );
    for (const thing of others) expect(message.split(';').at(-1)).not.toContain(thing);
  });
});

describe('a pattern', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['a=*', ['wildcard-value', 2, 3, 'a']],
    ['a!=*', ['wildcard-value', 3, 4, '!a']],
    ['a=.*', ['wildcard-value', 2, 4, 'a']],
    ['a = .+', ['wildcard-value', 4, 6, 'a']],
    ['a in (*)', ['wildcard-value', 6, 7, 'a']],
    ['a notin (*)', ['wildcard-value', 9, 10, '!a']],
    ['x=y,a=*,z', ['wildcard-value', 6, 7, 'x=y,a,z']],
    ['a=b*', ['wildcard-value', 2, 4]],
    ['a=?b', ['wildcard-value', 2, 4]],
    ['a=^b$', ['wildcard-value', 2, 5]],
    ['a=v1.+', ['wildcard-value', 2, 6]],
    ['a=\\w', ['wildcard-value', 2, 4]],
    ['a=~b', ['wildcard-value', 2, 4, 'a=b']],
    ['a=~"b|c"', ['wildcard-value', 2, 8, 'a in (b,c)']],
    ['a!~b', ['wildcard-value', 1, 3]],
    ['a !~ b', ['wildcard-value', 2, 4]],
    ['a like b', ['wildcard-value', 2, 6]],
    ['a starts with b', ['wildcard-value', 2, 13]],
    ['a contains b,c', ['wildcard-value', 2, 10]],
    ['a ~ b', ['wildcard-value', 2, 3]],
    ['a in (b*,c,*)', ['wildcard-value', 6, 8], ['wildcard-value', 11, 12]],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test('with the operator of another language is told once', () => {
    expect(told('a =~ b').map(([code]) => code)).toEqual(['wildcard-value']);
  });

  test('by a sign before the operator', () => {
    expect(told('a*=b')).toEqual([['wildcard-value', 1, 2, 'a=b']]);
    expect(told('a*')).toEqual([['key-invalid', 1, 2]]);
  });
});

describe('what other languages say has its own mend, and never another meaning', () => {
  test.each([
    ['app IS NULL', '!app'],
    ['app IS NOT NULL', 'app'],
    ['app is empty', 'app='],
    ['not exists app', '!app'],
    ['a doesnt exist', '!a'],
    ['a gte 5', 'a >4'],
    ['a at most 5', 'a <6'],
    ['not (a)', '!a'],
    ['a=b, and c=d', 'a=b,  c=d'],
    ['a in "b,c"', 'a in (b,c)'],
    ['a=~"b|c"', 'a in (b,c)'],
    ['app: web, tier: db', 'app= web, tier= db'],
  ])('%j is mended to %j', (text, mended) => {
    expect(mendedFully(text)).toBe(mended);
  });

  test.each(['WHERE app=web', 'app=web except canary', 'x=1 no canary', 'x=where canary', 'x=no y=z'])(
    '%j: a word of another language is not made a key',
    (text) => {
      const fixes = diagnosticsOf(text).flatMap((d) => d.fixes ?? []);
      expect(fixes.filter((fix) => fix.text === ',').map((fix) => fix.span)).toEqual([]);
    },
  );

  test.each(['a=b,and', 'and=b', 'and in (b)', 'a=b,and in (c)', 'a=b,or!=c', 'not', 'exists,has'])(
    '%j is right: the words are keys like any other',
    (text) => {
      expect(diagnosticsOf(text)).toEqual([]);
    },
  );
});
