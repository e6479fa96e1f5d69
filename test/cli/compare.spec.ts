import { describe, expect, test } from 'vitest';
import { labelwise } from './built-command.ts';

describe('labelwise compare', () => {
  test.each([
    ['app=web', 'app in (web,api)', 'A implies B: whatever A matches, B matches too'],
    ['app in (web,api)', 'app=web', 'B implies A: whatever B matches, A matches too'],
    ['a=b', 'a in (b),a', 'equal: A and B match the same'],
    ['a', 'b', 'overlap: some labels are matched by both, others by one alone'],
    ['a=b', 'a=c', 'disjoint: nothing is matched by both'],
    ['', '', 'equal: A and B match the same'],
  ])('%j and %j: %s', (a, b, line) => {
    const { status, stdout, stderr } = labelwise(['compare', a, b]);
    expect(stdout.split('\n')[0]).toBe(line);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('shows labels that prove each part of the answer', () => {
    const { stdout } = labelwise(['compare', 'x>4,x<6', 'x!=5']);
    expect(stdout.split('\n').slice(1)).toEqual([
      '  both     x=05',
      '  A alone  x=5',
      '  B alone  (no labels at all)',
      '',
    ]);
  });

  test.each([
    ['app=web', 'app=api', 'app must be "web" for A, and "api" for B'],
    ['k=', '!k', 'k must be "" for A, and absent for B'],
    ['a in (b,c)', 'a notin (b,c)', 'a must be "b" or "c" for A, and neither "b" nor "c" for B'],
    ['x>5', 'x<3', 'x must be an integer above 5 for A, and an integer below 3 for B'],
    ['x>5', 'x=y', 'x must be an integer above 5 for A, and "y" for B'],
  ])('of %j and %j names what keeps them apart', (a, b, why) => {
    expect(labelwise(['compare', a, b]).stdout).toContain(`  because  ${why}\n`);
  });

  test('of several requirements on one side it shows what they come to, and as they were written', () => {
    expect(labelwise(['compare', 'c,a in (b,c),a!=b', 'a!=c']).stdout).toContain(
      '  because  a must be "c" for A, and must not be "c" for B\n' +
        '           A: a in (b,c),a!=b\n' +
        '           B: a!=c\n',
    );
  });

  test('a selector that matches nothing is told of before anything else, once', () => {
    const { stdout, status } = labelwise(['compare', 'a=b', 'x>5,x<3,a']);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'B matches nothing: x must be an integer above 5 and below 3 at once',
      'disjoint: nothing is matched by both',
      '  A alone  a=b',
    ]);
    expect(status).toBe(0);
  });

  test.each([
    ['equal', 'a=b', 'a==b', 0, ''],
    ['equal', 'a', 'a=b', 1, 'expected equal: A alone matches a=a'],
    ['equal', 'a=b', 'a', 1, 'expected equal: B alone matches a=a'],
    ['implies', 'a=b', 'a', 0, ''],
    ['implies', 'a=b', 'a=b', 0, ''],
    ['implies', 'a,!a', 'b', 0, ''],
    ['implies', 'a', 'a=b', 1, 'expected implies: A matches a=a, and B does not'],
    ['overlap', 'a', 'b', 0, ''],
    ['overlap', 'a', '!a', 1, 'expected overlap: no labels are matched by both'],
    ['disjoint', 'a', '!a', 0, ''],
    ['disjoint', 'a', 'b', 1, 'expected disjoint: both match a=a,b=a'],
  ])('--expect %s of %j and %j ends with %d%s', (relation, a, b, status, message) => {
    const run = labelwise(['compare', '--expect', relation, a, b]);
    expect(run.status).toBe(status);
    expect(run.stderr).toBe(message === '' ? '' : `error: ${message}\n`);
  });

  test('-o json has the canonical texts, the relation, and the proofs', () => {
    const { stdout } = labelwise(['compare', '-o', 'json', 'b, a in (x)', 'a=y']);
    expect(JSON.parse(stdout)).toEqual({
      a: 'a in (x),b',
      b: 'a=y',
      relation: 'disjoint',
      onlyFirst: { a: 'x', b: 'a' },
      onlySecond: { a: 'y' },
      conflicts: [
        {
          key: 'a',
          a: [{ key: 'a', operator: 'in', values: ['x'] }],
          b: [{ key: 'a', operator: '=', values: ['y'] }],
        },
      ],
    });
  });

  test('a wrong selector is wrong usage, and it is told which one', () => {
    const { status, stdout, stderr } = labelwise(['compare', 'a', 'b in c']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('error: B is not valid\n  1 | b in c\n');
    const both = labelwise(['compare', 'a b', 'b in c']);
    expect(both.stderr).toContain('error: A is not valid\n  1 | a b\n');
    expect(both.stderr).toContain('\nB is not valid\n  1 | b in c\n');
    expect(both.status).toBe(2);
    expect(labelwise(['compare', 'a']).status).toBe(2);
    expect(labelwise(['compare', '--expect', 'same', 'a', 'b']).stderr).toContain(
      'equal, implies, overlap, disjoint',
    );
  });

  test('is coloured where that is asked for', () => {
    const { stdout } = labelwise(['compare', 'a', 'b'], { environment: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[1moverlap\u001b[22m: ');
  });
});

describe('labelwise simplify', () => {
  test('writes the simplest selectors, one on a line', () => {
    const { status, stdout, stderr } = labelwise([
      'simplify',
      'app,app in (web),tier!=db,tier=api',
      '',
      'a,a!=b',
    ]);
    expect(stdout).toBe('app=web,tier=api\n\na,a!=b\n');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('what matches nothing has no text, and it is told why', () => {
    const { status, stdout, stderr } = labelwise(['simplify', '-'], { input: 'a==b\nx>5,x<3\n' });
    expect(stdout).toBe('a=b\n<nothing>\n');
    expect(stderr).toBe(
      '<stdin>:2: warning: x>5,x<3 matches nothing: x must be an integer above 5 and below 3 at once\n',
    );
    expect(status).toBe(1);
  });

  test('of values that cannot be at once it is told how to mean either', () => {
    expect(labelwise(['simplify', 'app=web,app=api']).stderr).toBe(
      'warning: app=web,app=api matches nothing: app must be "web" and "api" at once\n' +
        '  fix: write "app in (api,web)" if either will do\n',
    );
  });

  test('--explain tells on standard error what became of it', () => {
    const input = 'app,app in (web),tier!=db,tier=api\nx=1\na,!a\n';
    const { status, stdout, stderr } = labelwise(['simplify', '--explain'], { input });
    expect(stdout).toBe('app=web,tier=api\nx=1\n<nothing>\n');
    expect(stderr).toBe(
      '<stdin>:1: note: app,app in (web) is the same as app=web\n' +
        '<stdin>:1: note: tier!=db follows from tier=api\n' +
        '<stdin>:3: warning: a,!a matches nothing: a must be present and absent at once\n',
    );
    expect(status).toBe(1);
  });

  test('what is not valid is left out, with its mistake in place', () => {
    const { status, stdout, stderr } = labelwise(['simplify', 'a in b', 'c']);
    expect(stdout).toBe('c\n');
    expect(stderr).toContain('error: this selector is not valid\n');
    expect(status).toBe(1);
  });
});
