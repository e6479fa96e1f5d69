import { describe, expect, test } from 'vitest';
import { folderWith, labelwise } from './built-command.ts';

const object = (name: string, labels: string, namespace?: string, kind = 'Pod'): string =>
  `kind: ${kind}\nmetadata: {name: ${name}, labels: {${labels}}${namespace === undefined ? '' : `, namespace: ${namespace}`}}\n`;
const cwd = folderWith({
  'shop.yaml': [
    object('a', 'app: web, tier: frontend', 'shop'),
    object('b', 'app: web, tier: frontend', 'shop'),
    object('c', 'app: web, tier: frontend, canary: "true"', 'test'),
    object('d', 'app: web'),
    object('e', 'app: db, tier: data', 'shop', 'Service'),
    object('node-1', 'zone: west', undefined, 'Node'),
  ].join('---\n'),
  'broken.yaml': `${object('a', 'app: web')}---\n- [\n`,
});
const run = (...args: string[]): ReturnType<typeof labelwise> => labelwise(['plan', ...args], { cwd });

/** What a plan says of how many there are, and in which namespace. */
function answer(...args: string[]): unknown[] {
  const { objects, matches, namespace } = JSON.parse(run(...args, '-o', 'json').stdout);
  return [matches, objects, namespace];
}

describe('labelwise plan', () => {
  test('shows how objects are found and counted, with estimates and what was found', () => {
    const { status, stdout, stderr } = run('app=web,tier=frontend', 'shop.yaml');
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('app=web,tier=frontend');
    expect(lines[1]).toMatch(/^selects 3 of 6 objects; .*estimate.*$/);
    expect(stdout).toMatch(/^to find them: /m);
    expect(stdout).toMatch(/^ {2}.*tier=frontend/m);
    expect(stdout).toMatch(/^to count them: /m);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('-o json is the same as data', () => {
    const explanation = JSON.parse(run('-o', 'json', 'app=web,tier=frontend', 'shop.yaml').stdout);
    expect(explanation).toMatchObject({
      selector: 'app=web,tier=frontend',
      objects: 6,
      matches: 3,
      plan: { steps: expect.any(Array), rejected: expect.any(Array) },
      count: { kind: expect.any(String) },
    });
    const steps: { constraint: string; objects: number }[] = explanation.plan.steps;
    expect(Object.fromEntries(steps.map((step) => [step.constraint, step.objects]))).toEqual({
      'app=web': 4,
      'tier=frontend': 3,
    });
  });

  test.each([
    ['a selector', ['app', 'shop.yaml'], [5, 6, undefined]],
    ['-l, repeated, ANDed', ['-l', 'app', '-l', '!tier', 'shop.yaml'], [1, 6, undefined]],
    ['kinds, which the index holds then', ['app', 'shop.yaml', '-k', 'svc,no'], [1, 2, undefined]],
    ['a namespace, which is part of the plan', ['app', 'shop.yaml', '-n', 'shop'], [3, 6, 'shop']],
    ['the default namespace', ['', 'shop.yaml', '-n', 'default'], [1, 6, 'default']],
    ['namespaces, which the index holds then', ['app', 'shop.yaml', '-n', 'shop,test'], [4, 4, undefined]],
    ['the same objects twice', ['app=web', 'shop.yaml', 'shop.yaml'], [8, 12, undefined]],
  ])('takes %s', (_, args, expected) => {
    expect(answer(...args)).toEqual(expected);
  });

  test('a namespace is a step of the plan', () => {
    expect(run('app=web', 'shop.yaml', '-n', 'shop').stdout).toMatch(/^ {2}.*namespace "shop"/m);
  });

  test('in colour, the question and the heads stand out', () => {
    const { stdout } = labelwise(['plan', 'app=web', 'shop.yaml'], {
      cwd,
      environment: { FORCE_COLOR: '1' },
    });
    expect(stdout).toContain('\u001b[1mapp=web\u001b[22m\n');
    expect(stdout).toContain('\u001b[1mto find them:\u001b[22m');
  });
});

describe('nothing selected: exit 1', () => {
  test('the plan says what selects nothing', () => {
    const { status, stdout, stderr } = run('app=wep,tier', 'shop.yaml');
    expect(stdout).toMatch(/^selects 0 of 6 objects/m);
    expect(stdout).toMatch(/^ {2}.*app=wep/m);
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  test('no object of a kind, or in a namespace', () => {
    const kind = run('app', 'shop.yaml', '-k', 'secrets');
    expect(kind).toEqual({
      status: 1,
      stdout: '',
      stderr: 'None of the 6 objects is of kind secrets.\n  kinds: Node, Pod, Service\n',
    });
    const namespace = run('app', 'shop.yaml', '-n', 'shob');
    expect(namespace.stdout).toMatch(/^selects 0 of 6 objects/m);
    expect(namespace.stderr).toBe(
      'None of the 6 objects is in namespace shob.\n  namespaces: default, shop, test\n',
    );
    expect(namespace.status).toBe(1);
  });

  test('no objects at all', () => {
    expect(labelwise(['plan', 'app'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'No objects were found in the input.\n',
    });
    expect(JSON.parse(labelwise(['plan', 'app', '-o', 'json']).stdout)).toMatchObject({
      objects: 0,
      matches: 0,
    });
  });
});

describe('trouble: exit 2', () => {
  test('what cannot be read is told, and the plan made for the rest', () => {
    const { status, stdout, stderr } = run('app', 'broken.yaml');
    expect(stdout).toContain('selects 1 of 1 object;');
    expect(stderr).toMatch(/^broken\.yaml:\d+:\d+: error:/);
    expect(stderr).toContain('1 error: what it concerns is missing from the result');
    expect(status).toBe(2);
  });

  test.each([
    ['no selector', [], "no selector: give one, as in 'app=web,tier!=cache', or '' for every object"],
    ['one that is not valid', ['tier in (', 'shop.yaml'], 'error: the selector is not valid'],
    ['an input in its place', ['./shop.yaml'], '"./shop.yaml" was taken for the selector'],
    ['one in the place of an input', ['-l', 'app', 'tier=x'], '"tier=x" was taken for an input'],
  ])('%s', (_, args, words) => {
    const { status, stderr } = run(...args);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
  });
});
