import { describe, expect, test } from 'vitest';
import { anyOf, EVERYTHING, explainMatch, type Labels, NOTHING, parseSelector } from '../../../src/index.ts';

/** The one hint of a selector of one requirement. */
function hint(text: string, labels: Labels): string | undefined {
  const explanation = explainMatch(parseSelector(text), labels);
  expect(explanation.alternatives[0]?.requirements).toHaveLength(1);
  return explanation.alternatives[0]?.requirements[0]?.hint;
}

describe('an explanation', () => {
  test('holds every requirement as written against the labels', () => {
    const selector = parseSelector('tier!=db,app in (web,api),!old,replicas>2,missing');
    const { matches, alternatives } = explainMatch(selector, { app: 'web', replicas: '2', old: '' });
    expect(matches).toBe(false);
    const [alternative] = alternatives;
    expect(alternatives).toHaveLength(1);
    expect(alternative?.matches).toBe(false);
    expect(alternative?.requirements.map(({ requirement }) => requirement)).toEqual(selector.alternatives[0]);
    expect(alternative?.requirements.map(({ satisfied, actual }) => [satisfied, actual])).toEqual([
      [true, undefined],
      [true, 'web'],
      [false, ''],
      [false, '2'],
      [false, undefined],
    ]);
  });

  test('matches where one alternative does', () => {
    const selector = anyOf(parseSelector('a=b'), parseSelector('c=d,a'));
    const { matches, alternatives } = explainMatch(selector, { a: 'x', c: 'd' });
    expect(matches).toBe(true);
    expect(alternatives.map((alternative) => alternative.matches)).toEqual([false, true]);
  });

  test('of Everything and Nothing', () => {
    expect(explainMatch(EVERYTHING, {})).toMatchObject({
      matches: true,
      alternatives: [{ matches: true, requirements: [] }],
    });
    expect(explainMatch(NOTHING, {})).toMatchObject({ matches: false, alternatives: [] });
  });

  test('has hints for misses only', () => {
    const { alternatives } = explainMatch(parseSelector('app=web,env=prod'), {
      app: 'web',
      env: 'Prod',
      apps: 'web',
    });
    const [satisfied, missed] = alternatives[0]?.requirements ?? [];
    expect(satisfied && 'hint' in satisfied).toBe(false);
    expect(missed?.hint).toBeDefined();
  });
});

describe('an explanation for people', () => {
  test('is a verdict and a line for each requirement', () => {
    const labels = { app: 'wbe', enviroment: 'prod', tier: 'db' };
    expect(String(explainMatch(parseSelector('app=web,environment=prod,tier'), labels))).toBe(
      [
        'does not match',
        'no   app=web: it is "wbe"; "wbe" is near "web"',
        'no   environment=prod: it is absent; there is a label "enviroment" with the value "prod"',
        'yes  tier: it is "db"',
      ].join('\n'),
    );
    expect(String(explainMatch(parseSelector('tier'), labels))).toBe('matches\nyes  tier: it is "db"');
  });

  test('parts alternatives, and tells Everything and Nothing in words', () => {
    const selector = anyOf(parseSelector('a'), parseSelector('b,c'));
    expect(String(explainMatch(selector, { a: '' }))).toBe(
      ['matches', 'yes  a: it is ""', 'or', 'no   b: it is absent', 'no   c: it is absent'].join('\n'),
    );
    expect(String(explainMatch(EVERYTHING, {}))).toBe('matches\nyes  it selects everything');
    expect(String(explainMatch(NOTHING, {}))).toBe('does not match: the selector selects nothing');
  });

  test('cannot be forged by a label, which is not validated', () => {
    const labels = { a: 'x"\nyes  b: it is "y\u001b[2J', b: '\u202e' };
    const lines = String(explainMatch(parseSelector('a=x,b=y'), labels)).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('a hint at a key', () => {
  test.each<[text: string, labels: Record<string, string>, near: string, value: string]>([
    ['environment=prod', { enviroment: 'prod' }, 'enviroment', 'prod'],
    ['environment in (prod,dev)', { Environment: 'prod' }, 'Environment', 'prod'],
    ['environment', { enviromnent: 'prod' }, 'enviromnent', 'prod'],
    ['environment>5', { environments: '7' }, 'environments', '7'],
    ['name=web', { 'app.kubernetes.io/name': 'web' }, 'app.kubernetes.io/name', 'web'],
    ['app.kubernetes.io/name=web', { name: 'web' }, 'name', 'web'],
    ['app.kubernetes.io/name=web', { 'k8s-app.example.com/name': 'web' }, 'k8s-app.example.com/name', 'web'],
    ['app.kubernetes.io/name=web', { 'app.kubernets.io/name': 'web' }, 'app.kubernets.io/name', 'web'],
    ['app=web', { zone: 'a', App: '', tier: 'b' }, 'App', ''],
    // A slip of the fingers rather than another prefix.
    ['names=web', { 'x/names': '1', name: '2' }, 'name', '2'],
  ])('%j of %j', (text, labels, near, value) => {
    const told = hint(text, labels);
    expect(told).toContain(`"${near}"`);
    expect(told).toContain(`"${value}"`);
    expect(hint(text, new Map(Object.entries(labels)))).toBe(told);
  });

  test.each<[text: string, labels: Record<string, string>]>([
    ['environment=prod', { app: 'web', zone: 'a' }],
    ['environment=prod', {}],
    ['app=web', { zone: 'web' }],
    ['name=web', { 'app.kubernetes.io/part-of': 'web' }],
  ])('none for %j of %j', (text, labels) => {
    expect(hint(text, labels)).toBe(undefined);
  });
});

describe('a hint at a value', () => {
  test.each<[text: string, actual: string, near: string]>([
    ['env=production', 'prodution', 'production'],
    ['env=prod', 'production', 'prod'],
    ['env in (dev,production)', 'prod', 'production'],
    ['env in (dev,staging)', 'stagin', 'staging'],
  ])('%j of %j', (text, actual, near) => {
    expect(hint(text, { env: actual })).toBe(`"${actual}" is near "${near}"`);
  });

  test('in another case', () => {
    expect(hint('env=prod', { env: 'PROD' })).toBe('"PROD" and "prod" differ in case');
  });

  test.each<[text: string, actual: string]>([
    ['env=prod', 'staging'],
    ['env=prod', ''],
    ['env=production', 'pr'],
    ['env=pr', 'production'],
    // What is to be excluded is no aim.
    ['env!=prod', 'prod'],
    ['env notin (prod,Prod)', 'prod'],
    ['!env', 'prod'],
    ['env>5', '4'],
  ])('none for %j of %j', (text, actual) => {
    expect(hint(text, { env: actual })).toBe(undefined);
  });

  test.each<[actual: string]>([['five'], ['6.0'], [''], ['9223372036854775808']])(
    'that is compared as an integer and is none: %j',
    (actual) => {
      expect(hint('env>5', { env: actual })).toMatch(/integer.*compares with nothing/);
    },
  );

  test('does not call a number beyond 64 bits no integer', () => {
    expect(hint('env>5', { env: '9223372036854775808' })).not.toContain('is no integer');
  });
});
