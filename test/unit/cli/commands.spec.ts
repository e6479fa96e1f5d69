import { describe, expect, test } from 'vitest';
import { kindTest, listOf, namespaceTest } from '../../../src/cli/commands/kinds.ts';
import { readLabelArguments } from '../../../src/cli/commands/label-arguments.ts';
import { objectTest } from '../../../src/cli/commands/meant-object.ts';
import { nearKeyTest } from '../../../src/cli/commands/near-key.ts';
import { mixUp, splitArguments } from '../../../src/cli/commands/select-arguments.ts';
import { UsageError } from '../../../src/cli/exit.ts';
import { formatOf } from '../../../src/documents/format.ts';
import { namespaceOf } from '../../../src/manifests.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('kinds are named as to kubectl', () => {
  test.each([
    ['Pod', 'Pod', 'v1', true],
    ['pod', 'Pod', 'v1', true],
    ['PODS', 'Pod', 'v1', true],
    ['po', 'Pod', 'v1', true],
    ['deployments.apps', 'Deployment', 'apps/v1', true],
    ['deployment.extensions', 'Deployment', 'apps/v1', false],
    ['networkpolicies', 'NetworkPolicy', 'networking.k8s.io/v1', true],
    ['ingresses', 'Ingress', 'networking.k8s.io/v1', true],
    ['endpoints', 'Endpoints', 'v1', true],
    ['certificates.cert-manager.io', 'Certificate', 'cert-manager.io/v1', true],
    ['pods', 'PodDisruptionBudget', 'policy/v1', false],
    ['constructor', 'Pod', 'v1', false],
    ['constructors', 'Constructor', 'v1', true],
  ])('%s and %s of %s: %s', (word, kind, apiVersion, expected) => {
    expect(kindTest([word])(kind, apiVersion)).toBe(expected);
  });

  test('none named is every kind, and several are any of them', () => {
    expect(kindTest([])('Anything', 'v1')).toBe(true);
    const test = kindTest(listOf(['svc, deploy', 'po']));
    expect(['Service', 'Deployment', 'Pod', 'Secret'].map((kind) => test(kind, 'v1'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

test('an object that names no namespace is in "default", unless its kind is in none', () => {
  const inDefault = namespaceTest(['default']);
  expect(inDefault('', 'Pod')).toBe(true);
  expect(inDefault('default', 'Pod')).toBe(true);
  expect(inDefault('', 'Namespace')).toBe(false);
  expect(inDefault('shop', 'Pod')).toBe(false);
  expect(namespaceTest(['shop'])('', 'Pod')).toBe(false);
  expect(namespaceTest([])('', 'Namespace')).toBe(true);
  expect(namespaceOf('', 'Pod')).toBe('default');
  expect(namespaceOf('', 'Node')).toBe('');
  expect(namespaceOf('shop', 'Pod')).toBe('shop');
});

describe('the arguments of select', () => {
  test('the first is the selector', () => {
    expect(splitArguments(['app=web', 'a', 'b'], [])).toEqual({ texts: ['app=web'], paths: ['a', 'b'] });
    expect(splitArguments([''], [])).toEqual({ texts: [''], paths: [] });
  });

  test('with -l all are inputs', () => {
    expect(splitArguments(['a', 'b'], ['x', 'y'])).toEqual({ texts: ['x', 'y'], paths: ['a', 'b'] });
  });

  test('without a selector there is nothing to do', () => {
    expect(() => splitArguments([], [])).toThrow(UsageError);
  });
});

describe('arguments in the wrong place', () => {
  const exists = (path: string): boolean => path === 'pods.yaml' || path === './k8s/pods.yaml';

  test.each([
    [['pods.yaml'], [], '"pods.yaml" was taken for the selector'],
    [['app=web'], [], undefined],
    [[''], [], undefined],
    [['pods.yaml', 'pods.yaml'], [], undefined],
    // What is no selector, and is there, was meant as an input, whatever follows.
    [['./k8s/pods.yaml', 'app=web'], [], '"./k8s/pods.yaml" was taken for the selector'],
    [['tier=x', 'pods.yaml'], ['app=web'], '"tier=x" was taken for an input'],
    [['pods.yaml', 'missing.yaml', '-'], ['app=web'], undefined],
    // Without a selector all the same: facets needs none.
    [['tier=x'], [''], '"tier=x" was taken for an input: a selector needs an -l before it'],
  ])('%j with -l %j', (args, selectors, words) => {
    const hint = mixUp(splitArguments(args, selectors), selectors.length > 0, exists);
    if (words === undefined) expect(hint).toBeUndefined();
    else expect(hint).toContain(words);
  });
});

describe('keys near one that is nowhere', () => {
  test.each([
    ['teir', ['tier']],
    ['name', ['app.kubernetes.io/name']],
    ['TIER', ['tier']],
    ['a__proto__b', ['__proto__']],
    ['zone', []],
    // What cannot be a key is near none.
    ['tier=web', []],
    ['', []],
  ])('%s: %j', (key, expected) => {
    const keys = ['app', 'tier', 'app.kubernetes.io/name', '__proto__'];
    expect(keys.filter(nearKeyTest(key))).toEqual(expected);
  });
});

describe('labels as arguments', () => {
  test('the value begins after the first "="', () => {
    expect([...readLabelArguments(['a=b', 'c=', 'd==e=f', '__proto__=p'])]).toEqual([
      ['a', 'b'],
      ['c', ''],
      ['d', '=e=f'],
      ['__proto__', 'p'],
    ]);
  });

  test.each([['a'], ['=b'], [''], ['a=b', 'a=c']])('%j are refused', (...args) => {
    expect(() => readLabelArguments(args)).toThrow(UsageError);
  });
});

describe('--of', () => {
  const object = (
    kind: string,
    namespace: string,
    name: string,
  ): Parameters<ReturnType<typeof objectTest>>[0] => ({
    kind,
    namespace,
    name,
    apiVersion: 'v1',
    labels: {},
    content: {},
    path: [],
    origin: {
      source: '',
      json: () => undefined,
      comments: () => [],
      locate: () => ({ position: { line: 1, column: 1 }, line: '', token: '' }),
      region: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 }, line: '', isExact: true }),
    },
  });

  test.each([
    ['web', true],
    ['pod/web', true],
    ['po/web', true],
    ['service/web', false],
    ['shop/pod/web', true],
    ['default/pod/web', false],
    ['pod/we', false],
  ])('%s: %s', (of, expected) => {
    expect(objectTest(of)(object('Pod', 'shop', 'web'))).toBe(expected);
  });

  test.each(['', '/web', 'pod/', 'a/b/c/d'])('%j is no name', (of) => {
    expect(() => objectTest(of)).toThrow(UsageError);
  });
});

describe('the format of an input', () => {
  test.each([
    ['a.yaml', '{}', 'yaml'],
    ['a.YML', '', 'yaml'],
    ['a.ndjson', '', 'ndjson'],
    ['a.jsonl', '{', 'ndjson'],
    ['a.json', '{\n  "a": 1\n}', 'json'],
    ['a.json', '{"a": 1}\n{"b": 2}\n', 'ndjson'],
    ['a.json', '[{"a": 1},', 'json'],
    ['a.txt', 'kind: Pod\n', 'yaml'],
    ['a.d/file', '\n {"a":\n1}', 'json'],
    [undefined, '', 'yaml'],
    [undefined, '# {\nkind: Pod', 'yaml'],
    [undefined, '{"kind": "Pod"}\n', 'ndjson'],
    [undefined, '[\n', 'json'],
  ])('%s beginning with %j: %s', (name, head, expected) => {
    expect(formatOf(name, bytes(head))).toBe(expected);
  });
});
