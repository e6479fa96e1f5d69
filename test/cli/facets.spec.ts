import { describe, expect, test } from 'vitest';
import { folderWith, labelwise } from './built-command.ts';

const pod = (name: string, labels: string, rest = ''): string =>
  `kind: Pod\nmetadata: {name: ${name}, labels: {${labels}}${rest}}\n`;
const cwd = folderWith({
  'shop.yaml': [
    pod('a', 'app: web, tier: frontend, app.kubernetes.io/version: "1"', ', namespace: shop'),
    pod('b', 'app: web, tier: frontend, app.kubernetes.io/version: "2"', ', namespace: shop'),
    pod('c', 'app: db, tier: ""'),
    pod('d', 'app: cache'),
    'kind: Node\nmetadata: {name: node-1, labels: {zone: west}}\n',
    pod('bare', ''),
  ].join('---\n'),
  'many.ndjson': Array.from(
    { length: 60 },
    (_, index) => `{"kind":"Pod","metadata":{"labels":{"app":"web","id":"i${index % 30}"}}}\n`,
  ).join(''),
  'bare.yaml': pod('bare', ''),
  'broken.yaml': `${pod('a', 'app: web')}---\n- [\n`,
});
const run = (...args: string[]): ReturnType<typeof labelwise> => labelwise(['facets', ...args], { cwd });
const rows = (...args: string[]): string[] =>
  run(...args, '--no-headers')
    .stdout.split('\n')
    .slice(0, -1)
    .map((line) => line.split(/ {2,}/).join(' '));

describe('labelwise facets', () => {
  test('shows the keys, with how many objects have them and how many values they have', () => {
    const { status, stdout, stderr } = run('shop.yaml');
    expect(stdout).toBe(
      [
        'KEY                         OBJECTS   VALUES',
        'app                               4        3',
        'tier                              3        2',
        'app.kubernetes.io/version         2        2',
        'zone                              1        1',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('with --key, shows the values of a key', () => {
    const { status, stdout, stderr } = run('shop.yaml', '--key', 'app', '--key', 'tier');
    expect(stdout).toBe(
      [
        'KEY    VALUE      OBJECTS',
        'app    web              2',
        'app    cache            1',
        'app    db               1',
        'tier   frontend         2',
        'tier   ""               1',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test.each([
    ['a selector', ['-l', 'tier', '--key', 'app'], ['app web 2', 'app db 1']],
    ['selectors, ANDed', ['-l', 'tier', '-l', 'app!=web', '--key', 'app'], ['app db 1']],
    ['a namespace', ['-n', 'shop', '--key', 'app'], ['app web 2']],
    ['the default namespace', ['-n', 'default'], ['app 2 2', 'tier 1 1']],
    ['a kind', ['-k', 'no'], ['zone 1 1']],
    ['several keys in one', ['--key', 'zone,tier', '--top', '1'], ['zone west 1', 'tier frontend 2']],
    ['a key once', ['--key', 'zone', '--key', 'zone'], ['zone west 1']],
  ])('takes %s', (_, args, expected) => {
    expect(rows('shop.yaml', ...args)).toEqual(expected);
  });

  test('of many values shows the first, and says how many more there are', () => {
    const values = run('many.ndjson', '--key', 'id,app', '--no-headers');
    expect(values.stdout.split('\n')).toHaveLength(20 + 1 + 1);
    expect(values.stderr).toBe('… and 10 more values of id; --top all shows them\n');
    const some = run('many.ndjson', '--key', 'id', '--top', '29');
    expect(some.stdout.split('\n')).toHaveLength(1 + 29 + 1);
    expect(some.stderr).toBe('… and 1 more value of id\n');
    expect(run('many.ndjson', '--key', 'id', '--top', 'all').stderr).toBe('');
    expect(rows('many.ndjson', '--key', 'id', '--top', 'all')).toHaveLength(30);
    const keys = run('shop.yaml', '--top', '1');
    expect(keys.stdout).toBe('KEY   OBJECTS   VALUES\napp         4        3\n');
    expect(keys.stderr).toBe('… and 3 more keys\n');
  });

  test('-o json has everything, unless --top is given', () => {
    expect(JSON.parse(run('shop.yaml', '-o', 'json', '--top', '1').stdout)).toEqual({
      objects: 6,
      keys: [{ key: 'app', objects: 4, values: 3 }],
    });
    const { keys } = JSON.parse(run('many.ndjson', '-o', 'json', '--key', 'id,nowhere').stdout);
    expect(keys[0].byValue).toHaveLength(30);
    expect(keys[0].byValue[0]).toEqual({ value: 'i0', objects: 2 });
    expect(keys[1]).toEqual({ key: 'nowhere', objects: 0, values: 0, byValue: [] });
    const top = run('many.ndjson', '-o', 'json', '--key', 'id', '--top', '1');
    expect(JSON.parse(top.stdout).keys).toEqual([
      { key: 'id', objects: 60, values: 30, byValue: [{ value: 'i0', objects: 2 }] },
    ]);
    expect(top.stderr).toBe('');
  });

  test('reads standard input when nothing else is named', () => {
    expect(labelwise(['facets'], { input: pod('a', 'app: web') }).stdout).toContain('app         1        1');
  });
});

describe('nothing to show: exit 1, and why', () => {
  test.each([
    [
      'a key no object has',
      ['--key', 'teir'],
      'None of 6 objects has a label "teir"\n  hint: 3 objects have a label "tier"\n',
    ],
    [
      'a key under another prefix',
      ['--key', 'version'],
      'None of 6 objects has a label "version"\n  hint: 2 objects have a label "app.kubernetes.io/version"\n',
    ],
    [
      'a key near none',
      ['--key', 'colour'],
      'None of 6 objects has a label "colour"\n  keys: app, tier, app.kubernetes.io/version, zone\n',
    ],
    [
      'a selector',
      ['-l', 'app=wep'],
      'None of 6 objects matches app=wep\nThe nearest is Pod shop/a (shop.yaml:1):\n',
    ],
    ['a kind', ['-k', 'svc'], 'None of the 6 objects is of kind svc.\n  kinds: Node, Pod\n'],
    [
      'a namespace',
      ['-n', 'shob'],
      'None of the 6 objects is in namespace shob.\n  namespaces: default, shop\n',
    ],
  ])('%s', (_, args, words) => {
    const { status, stdout, stderr } = run('shop.yaml', ...args);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  test('objects without labels, and no objects', () => {
    expect(run('bare.yaml')).toEqual({ status: 1, stdout: '', stderr: 'None of 1 object has labels\n' });
    expect(labelwise(['facets'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'No objects were found in the input.\n',
    });
  });

  test('one key of two is enough for exit 0', () => {
    const { status, stdout, stderr } = run('shop.yaml', '--key', 'zone,teir');
    expect(stdout).toContain('zone   west          1');
    expect(stderr).toContain('has a label "teir"');
    expect(status).toBe(0);
  });
});

describe('trouble: exit 2', () => {
  test('what cannot be read is told, and the rest is counted', () => {
    const { status, stdout, stderr } = run('broken.yaml');
    expect(stdout).toContain('app         1        1');
    expect(stderr).toMatch(/^broken\.yaml:\d+:\d+: error:/);
    expect(stderr).toContain('1 error: what it concerns is missing from the result');
    expect(status).toBe(2);
  });

  test('a selector that stands where inputs do', () => {
    const { status, stderr } = run('app=web');
    expect(stderr).toContain('"app=web" was taken for an input: a selector needs an -l before it');
    expect(status).toBe(2);
  });

  test.each([['0'], ['-1'], ['many'], ['1.5'], ['']])('--top %j', (top) => {
    const { status, stderr } = run('shop.yaml', `--top=${top}`);
    expect(stderr).toContain('Write a number from 1 on, or all.');
    expect(status).toBe(2);
  });

  test('a selector that is not valid', () => {
    const { status, stderr } = run('shop.yaml', '-l', 'app=web,tier in (');
    expect(stderr).toContain('error: the selector is not valid');
    expect(status).toBe(2);
  });
});
