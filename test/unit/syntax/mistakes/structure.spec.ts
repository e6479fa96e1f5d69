import { describe, expect, test } from 'vitest';
import { diagnosticsOf, mendedFully, type Told, told } from '../told.ts';

describe('commas', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['a=b,', ['missing-requirement', 3, 4, 'a=b']],
    ['a , ', ['missing-requirement', 2, 3, 'a  ']],
    [',a', ['missing-requirement', 0, 1, 'a']],
    ['a,,b', ['missing-requirement', 2, 3, 'a,b']],
    ['a, ,b', ['missing-requirement', 3, 4, 'a, b']],
    [',', ['missing-requirement', 0, 1, '']],
    [',,', ['missing-requirement', 0, 1, ','], ['missing-requirement', 1, 2, ',']],
    ['a,,,b', ['missing-requirement', 2, 3, 'a,,b'], ['missing-requirement', 3, 4, 'a,,b']],
    [
      ',a,,b,',
      ['missing-requirement', 0, 1, 'a,,b,'],
      ['missing-requirement', 3, 4, ',a,b,'],
      ['missing-requirement', 5, 6, ',a,,b'],
    ],
    ['a=b,\nc=d,\n', ['missing-requirement', 8, 9, 'a=b,\nc=d\n']],
    ['a b', ['missing-comma', 2, 3, 'a, b', 'a=b']],
    ['a=b c', ['missing-comma', 4, 5, 'a=b, c']],
    // What would be no key, or no value, is not offered as one.
    ['a -b', ['missing-comma', 2, 4, 'a, -b'], ['key-invalid', 2, 3]],
    ['a@ b', ['key-invalid', 1, 2], ['missing-comma', 3, 4, 'a@, b']],
    ['a=b c=d', ['missing-comma', 4, 5, 'a=b, c=d']],
    ['a b=c', ['missing-comma', 2, 3, 'a, b=c']],
    ['a=b\nc=d', ['missing-comma', 4, 5, 'a=b,\nc=d']],
    ['a>5 b<6', ['missing-comma', 4, 5, 'a>5, b<6']],
    ['!a b', ['missing-comma', 3, 4, '!a, b']],
    ['a=b c=d e=f', ['missing-comma', 4, 5, 'a=b, c=d e=f'], ['missing-comma', 8, 9, 'a=b c=d, e=f']],
    [
      'a b,c d',
      ['missing-comma', 2, 3, 'a, b,c d', 'a=b,c d'],
      ['missing-comma', 6, 7, 'a b,c, d', 'a b,c=d'],
    ],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });
});

describe('AND and OR of other languages', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['a=b && c=d', ['missing-comma', 4, 6, 'a=b , c=d']],
    ['a&b', ['missing-comma', 1, 2, 'a,b']],
    ['a=b;c=d', ['missing-comma', 3, 4, 'a=b,c=d']],
    ['a=b and c=d', ['missing-comma', 4, 7, 'a=b , c=d']],
    ['a AND !b', ['missing-comma', 2, 5, 'a , !b']],
    ['a in (b) and c', ['missing-comma', 9, 12, 'a in (b) , c']],
    ['a=b || a=c', ['unsupported-or', 4, 6, 'a in (b,c)']],
    ['a=b|a==c', ['unsupported-or', 3, 4, 'a in (b,c)']],
    ['a=b or a=c', ['unsupported-or', 4, 6, 'a in (b,c)']],
    ['a=b || c', ['unsupported-or', 4, 6, 'a in (b,c)']],
    ['x=1,a=b||a=c,y', ['unsupported-or', 7, 9, 'x=1,a in (b,c),y']],
    ['a=b||c=d', ['unsupported-or', 3, 5]],
    ['a || b', ['unsupported-or', 2, 4]],
    ['a!=b || a!=c', ['unsupported-or', 5, 7]],
    ['a>5 || a>6', ['unsupported-or', 4, 6]],
    ['a in (b) or c=d', ['unsupported-or', 9, 11]],
    [
      'a=b and c=d or e',
      ['missing-comma', 4, 7, 'a=b , c=d or e'],
      ['unsupported-or', 12, 14, 'a=b and c in (d,e)'],
    ],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test.each(['and', 'or', 'and=or,or', 'a=or,and in (or,and)', 'x,or!=and'])(
    '%j: the words are keys and values',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );

  test.each<[text: string, mended: string]>([
    ['a=b || a=c || a=d', 'a in (b,c,d)'],
    ['a="b" || a="c"', 'a in (b,c)'],
    ['(a=b) || (a=c)', 'a in (b,c)'],
    ['a=b;', 'a=b'],
    ['a=b &&', 'a=b'],
    ['&& a=b', 'a=b'],
    ['a=b and', 'a=b'],
  ])('%j is mended to %j', (text, wanted) => {
    expect(mendedFully(text).trim()).toBe(wanted);
  });

  test.each([['a=b &&'], ['; a'], ['a=b;'], ['a=b or'], ['a ||'], ['|| a']])(
    '%j: a connective with nothing on one side is told once, and not as between two requirements',
    (text) => {
      const all = diagnosticsOf(text);
      expect(all).toHaveLength(1);
      expect(all[0]?.message).not.toContain('between two');
      for (const after of told(text)[0]?.slice(3) ?? []) expect(told(String(after))).toEqual([]);
    },
  );
});

describe('text of other kinds', () => {
  test('lines of YAML', () => {
    expect(told('app: b\ntier: c').map(([code, start]) => [code, start])).toEqual([
      ['unknown-operator', 3],
      ['missing-comma', 7],
      ['unknown-operator', 11],
    ]);
    expect(mendedFully('app: b\ntier: c\n')).toBe('app= b,\ntier= c\n');
  });

  test.each([
    ['{app="web"}', 0],
    ['kube_pod_labels{app="web"}', 15],
    ['{"app":"web"}', 0],
    ['[app=web]', 0],
    ['matchLabels: {app: web}', 13],
    ['app: [web, api]', 5],
  ])('%j: another notation is told once', (text, at) => {
    expect(told(text).map(([code, start]) => [code, start])).toEqual([['unexpected-text', at]]);
  });

  test('a YAML list is mended to a set', () => {
    expect(mendedFully('app: [web, "api"]')).toBe('app in (web,api)');
  });

  test.each(['a in [b]', 'web[0-9]=x', 'a=[b', 'a={b}'])('%j is no other notation', (text) => {
    expect(told(text).map(([code]) => code)).not.toContain('unexpected-text');
  });

  test.each(['a=b or (c=d)', 'a in (b) or (c=d)', 'a || (b)'])('%j: OR before a group is an OR', (text) => {
    expect(told(text).map(([code]) => code)).toEqual(['unsupported-or', 'unsupported-parentheses']);
  });
});

describe('parentheses around requirements', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['(a)', ['unsupported-parentheses', 0, 1, 'a']],
    ['( a=b )', ['unsupported-parentheses', 0, 1, ' a=b ']],
    ['(a=b,c=d)', ['unsupported-parentheses', 0, 1, 'a=b,c=d']],
    ['x,(a in (b),c),y', ['unsupported-parentheses', 2, 3, 'x,a in (b),c,y']],
    ['(a),(b)', ['unsupported-parentheses', 0, 1, 'a,(b)'], ['unsupported-parentheses', 4, 5, '(a),b']],
    ['()', ['unsupported-parentheses', 0, 1, '']],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test.each(['((a=b))', '((a),b)', '(((a)))', '((a=b),(c=d))', '(a=b', '(a=b,c=d', '((a'])(
    '%j: only the parentheses are told',
    (text) => {
      expect(new Set(told(text).map(([code]) => code))).toEqual(new Set(['unsupported-parentheses']));
    },
  );

  test('that close at several places have no fix that takes out the wrong ones', () => {
    for (const text of ['((a),b)', '((a,b),c)', '(((a)),b)']) {
      for (const [, , , ...after] of told(text)) {
        for (const one of after)
          expect(one.replace(/[^()]/g, ''), `${text} → ${one}`).toMatch(/^(\(\)|\(\(\)\))*$/);
      }
    }
  });

  test('are removed without joining two words', () => {
    for (const text of ['(a)b', 'a=b,(c)d', '(a)(b)']) {
      for (const [, , , ...after] of told(text)) {
        for (const one of after) expect(one.replace(/[^a-z]/g, ' '), `${text} → ${one}`).not.toMatch(/ab|cd/);
      }
    }
  });

  test.each<[text: string, mended: string]>([
    ['((a=b))', 'a=b'],
    ['app=foo && (tier=web || tier=db)', 'app=foo , tier in (web,db)'],
  ])('%j is mended to %j', (text, wanted) => {
    expect(mendedFully(text)).toBe(wanted);
  });
});

describe('NUL', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['\0', ['null-character', 0, 1, '']],
    ['a=\0', ['null-character', 2, 3, 'a=']],
    ['a \0,b', ['null-character', 2, 3, 'a ,b']],
    ['a=b\0\0', ['null-character', 3, 5, 'a=b']],
    ['\0a,b\0', ['null-character', 0, 1, 'a,b\0'], ['null-character', 4, 5, '\0a,b']],
    ['a in (b\0)', ['null-character', 7, 8, 'a in (b)']],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test('within a word is one mistake', () => {
    expect(told('a\0b')).toEqual([['null-character', 1, 2, 'ab']]);
    expect(told('a=b\0c')).toEqual([['null-character', 3, 4, 'a=bc']]);
  });
});
