import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { compileSelector, parseSelector, type Requirement } from '../../../src/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'labelwise-sets-'));
afterAll(() => rmSync(directory, { recursive: true }));

interface WrittenSelector {
  readonly id: string;
  readonly namespace?: string;
  readonly selector: string;
}

interface FleetObject {
  readonly id: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

const SMALL = 1_000;
const LARGE = 2_000;
const GROWING = [
  'workloads-replicas',
  'workloads-unique',
  'crowd-unique',
  'shared-pair-unique',
  'common-pairs-unique',
];

execFileSync(
  process.execPath,
  ['bench/run.js', '--write-corpus', directory, '--selectors', `${SMALL},${LARGE}`],
  { cwd: root },
);

function written(folder: string, file = 'selectors.ndjson'): string {
  return readFileSync(join(directory, folder, file), 'utf8');
}

function lines<T>(text: string): readonly T[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

const selectorsOf = (folder: string) => lines<WrittenSelector>(written(folder));
const objectsOf = (folder: string) => lines<FleetObject>(written(folder, 'objects.ndjson'));

/** How many selectors see each of some objects. */
function hitsOf(folder: string, count: number): readonly number[] {
  const kept = selectorsOf(folder).map(({ namespace, selector }) => ({
    namespace,
    matches: compileSelector(parseSelector(selector)),
  }));
  return objectsOf(folder)
    .slice(0, count)
    .map(
      ({ labels, namespace }) =>
        kept.filter((each) => (each.namespace ?? namespace) === namespace && each.matches(labels)).length,
    );
}

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

const NEGATIVE = new Set(['!=', 'notin', '!']);

function requirementsOf(selector: string): readonly Requirement[] {
  return parseSelector(selector).alternatives.flat();
}

const isNegativeOnly = ({ selector }: WrittenSelector) =>
  requirementsOf(selector).every(({ operator }) => NEGATIVE.has(operator));

describe.each(GROWING)('the selectors of %s', (name) => {
  const small = written(`${name}-${SMALL}`);
  const large = written(`${name}-${LARGE}`);

  test('are the beginning of a larger set', () => {
    expect(selectorsOf(`${name}-${SMALL}`)).toHaveLength(SMALL);
    expect(selectorsOf(`${name}-${LARGE}`)).toHaveLength(LARGE);
    expect(large.startsWith(small)).toBe(true);
  });

  test('have an id each, and are right', () => {
    expect(new Set(selectorsOf(`${name}-${LARGE}`).map(({ id }) => id)).size).toBe(LARGE);
    for (const { selector } of selectorsOf(`${name}-${LARGE}`))
      expect(() => parseSelector(selector)).not.toThrow();
  });

  test('are those that the saved results were measured on', () => {
    const file = join(root, 'bench/results/selectors.json');
    if (!existsSync(file)) return;
    const saved: { sets: { set: string; shape: string; size: number; sha256: string }[] } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const measured = saved.sets.find(({ set, shape, size }) => `${set}-${shape}` === name && size === SMALL);
    expect(createHash('sha256').update(small).digest('hex')).toBe(measured?.sha256);
  });
});

describe.each(['replicas', 'unique'])('the selectors of the workloads of %s', (shape) => {
  const selectors = selectorsOf(`workloads-${shape}-${LARGE}`);

  test('are nearly all in a namespace', () => {
    const namespaced = selectors.filter(({ namespace }) => namespace !== undefined).length / LARGE;
    expect(namespaced).toBeGreaterThan(0.97);
    expect(namespaced).toBeLessThan(1);
  });

  test('ask for equality mostly, for sets and ranges now and then, and hardly ever for absence alone', () => {
    const share = (isOne: (requirements: readonly Requirement[]) => boolean) =>
      selectors.filter(({ selector }) => isOne(requirementsOf(selector))).length / LARGE;
    expect(share((all) => all.every(({ operator }) => operator === '='))).toBeGreaterThan(0.85);
    expect(share((all) => all.some(({ operator }) => operator === 'in'))).toBeGreaterThan(0.02);
    expect(share((all) => all.some(({ operator }) => operator === 'gt'))).toBeGreaterThan(0);
    expect(selectors.filter(isNegativeOnly).length / LARGE).toBeLessThan(0.005);
  });

  test('come once for each kind and namespace', () => {
    const seen = new Set(
      selectors.map(({ id, namespace, selector }) => `${id.split('/')[0]} ${namespace} ${selector}`),
    );
    expect(seen.size).toBe(LARGE);
  });

  test('stand in the namespaces of the objects: each of the first pods of a template is seen by its ReplicaSet', () => {
    const folder = `workloads-${shape}-${LARGE}`;
    const replicaSets = selectors.filter(({ id }) => id.startsWith('replicasets/'));
    const sees = ({ labels, namespace }: FleetObject) =>
      replicaSets.some(
        (each) => each.namespace === namespace && compileSelector(parseSelector(each.selector))(labels),
      );
    const first = objectsOf(folder)
      .slice(0, 50)
      .filter(({ labels }) => labels['pod-template-hash'] !== undefined);
    expect(first.length).toBeGreaterThan(30);
    expect(first.every(sees)).toBe(true);
  });

  test('see an object a few at a time', () => {
    const hits = hitsOf(`workloads-${shape}-${LARGE}`, 200);
    expect(mean(hits)).toBeGreaterThan(0.5);
    expect(mean(hits)).toBeLessThan(8);
  });
});

test('about a hundredth of a crowd sees an object', () => {
  for (const shape of ['replicas', 'unique']) {
    const hits = mean(hitsOf(`crowd-${shape}-${LARGE}`, 200));
    expect(hits / LARGE).toBeGreaterThan(0.007);
    expect(hits / LARGE).toBeLessThan(0.013);
  }
});

test('with a shared pair, an object in production is seen by the selectors of the keys it was given', () => {
  const hits = hitsOf(`shared-pair-unique-${LARGE}`, 200);
  for (const [index, { labels }] of objectsOf(`shared-pair-unique-${LARGE}`).slice(0, 200).entries()) {
    expect(Object.keys(labels)).toEqual(Object.keys(labels).sort());
    const checks = Object.keys(labels).filter((key) => key.startsWith('checks.acme.example/'));
    expect(hits[index]).toBe(labels.environment === 'production' ? checks.length : 0);
  }
});

test('of common pairs, each is a selector of its own, and a great many have any pair', () => {
  const selectors = selectorsOf(`common-pairs-unique-${LARGE}`).map(({ selector }) => selector);
  expect(new Set(selectors).size).toBe(LARGE);
  const counts = new Map<string, number>();
  for (const { key, values } of selectors.flatMap(requirementsOf)) {
    const pair = `${key}=${values}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  expect(Math.min(...counts.values())).toBeGreaterThan(LARGE / 60);
});

test('of 6,000 selectors, 5,000 are negative only, and no two of these are alike', () => {
  const negative = selectorsOf('negative-unique-6000').filter(({ id }) => id.startsWith('exclusion-'));
  expect(negative).toHaveLength(5_000);
  expect(new Set(negative.map(({ selector }) => selector)).size).toBe(5_000);
  expect(negative.every(isNegativeOnly)).toBe(true);
});
