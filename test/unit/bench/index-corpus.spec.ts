import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { compileSelector, parseSelector } from '../../../src/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'labelwise-fleet-'));
afterAll(() => rmSync(directory, { recursive: true }));

interface FleetObject {
  readonly id: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

const SMALL = 10_000;
const LARGE = 20_000;
const SHAPES = ['unique', 'replicas'];
const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const TEMPLATE = 'pod-template-hash';

execFileSync(
  process.execPath,
  ['bench/run.js', '--write-corpus', directory, '--sizes', `${SMALL},${LARGE}`],
  { cwd: root },
);

function written(shape: string, size: number): string {
  return readFileSync(join(directory, `${shape}-${size}`, 'objects.ndjson'), 'utf8');
}

const objects: Record<string, readonly FleetObject[]> = Object.fromEntries(
  SHAPES.map((shape) => [
    shape,
    written(shape, LARGE)
      .trimEnd()
      .split('\n')
      .map((line): FleetObject => JSON.parse(line)),
  ]),
);

function objectsOf(shape: string): readonly FleetObject[] {
  return objects[shape] ?? [];
}

/** How often each value of a key is there, the most frequent first. */
function frequencies(shape: string, key: string): readonly number[] {
  const counts = new Map<string, number>();
  for (const { labels } of objectsOf(shape)) {
    const value = labels[key];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts.values()].sort((a, b) => b - a);
}

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe.each(SHAPES)('the fleet %s', (shape) => {
  test('is the one that the saved results were measured on', () => {
    const saved: { fleets: { shape: string; size: number; sha256: string }[] } = JSON.parse(
      readFileSync(join(root, 'bench/results/index.json'), 'utf8'),
    );
    const fleet = saved.fleets.find((measured) => measured.shape === shape && measured.size === SMALL);
    const sha256 = createHash('sha256').update(written(shape, SMALL)).digest('hex');
    expect(sha256).toBe(fleet?.sha256);
  });

  test('begins as a smaller one', () => {
    expect(written(shape, LARGE).startsWith(written(shape, SMALL))).toBe(true);
  });

  test('has an id for each object, and 40 namespaces', () => {
    expect(new Set(objectsOf(shape).map(({ id }) => id)).size).toBe(LARGE);
    expect(new Set(objectsOf(shape).map(({ namespace }) => namespace)).size).toBe(40);
  });

  test('has about 9 labels an object, keys in byte order', () => {
    for (const { labels } of objectsOf(shape))
      expect(Object.keys(labels)).toEqual(Object.keys(labels).sort());
    const labels = mean(objectsOf(shape).map((object) => Object.keys(object.labels).length));
    expect(labels).toBeGreaterThan(8.5);
    expect(labels).toBeLessThan(9.6);
  });

  test('has keys of few values and of many, and 500 rare keys', () => {
    expect(frequencies(shape, 'environment')).toHaveLength(3);
    expect(frequencies(shape, 'team')).toHaveLength(40);
    expect(frequencies(shape, 'app.kubernetes.io/name').length).toBeGreaterThan(250);
    expect(frequencies(shape, TEMPLATE).length).toBeGreaterThan(1_500);
    const keys = new Set(objectsOf(shape).flatMap(({ labels }) => Object.keys(labels)));
    const rare = [...keys].filter((key) => key.startsWith('ops.acme.example/'));
    // In replicas, a rare key comes with a template, of which there are a tenth as many.
    expect(rare.length).toBeGreaterThan(shape === 'unique' ? 495 : 300);
  });

  test('has values as often as Zipf has them', () => {
    const [first = 0, second = 0, third = 0] = frequencies(shape, 'environment');
    expect(first / second).toBeCloseTo(2, 0);
    expect(first / third).toBeCloseTo(3, 0);
    const names = frequencies(shape, 'app.kubernetes.io/name');
    expect((names[0] ?? 0) / LARGE).toBeGreaterThan(0.13);
    expect((names[99] ?? 0) / LARGE).toBeLessThan(0.005);
  });

  test('has numbers and empty values', () => {
    const shards = objectsOf(shape).flatMap(({ labels }) => labels['acme.example/shard'] ?? []);
    expect(shards.filter((shard) => /^\d+$/.test(shard)).length / shards.length).toBeGreaterThan(0.99);
    const canaries = objectsOf(shape).flatMap(({ labels }) => labels['acme.example/canary'] ?? []);
    expect(canaries.filter((canary) => canary === '').length).toBeGreaterThan(100);
  });

  test('is asked for nothing, for one object, for few, for most and for all', () => {
    const queries: { name: string; selector: string }[] = JSON.parse(
      readFileSync(join(directory, `${shape}-${LARGE}`, 'queries.json'), 'utf8'),
    );
    expect(queries).toHaveLength(28);
    const shares = queries.map(({ name, selector }) => {
      expect(name).toBe(selector);
      const matches = compileSelector(parseSelector(selector));
      return objectsOf(shape).filter(({ labels }) => matches(labels)).length / LARGE;
    });
    const between = (low: number, high: number) =>
      shares.filter((share) => share >= low && share < high).length;
    expect(shares).toContain(1 / LARGE);
    expect(shares).toContain(1);
    expect(between(0, 1 / LARGE)).toBe(4);
    expect(between(1 / LARGE, 0.01)).toBeGreaterThanOrEqual(8);
    expect(between(0.01, 0.25)).toBeGreaterThanOrEqual(7);
    expect(between(0.25, 1)).toBeGreaterThanOrEqual(7);
  });
});

test('in unique, one label of each object is its own', () => {
  expect(frequencies('unique', POD_NAME)).toEqual(Array(LARGE).fill(1));
});

test('in replicas, pods of a template have the same labels, and there are about 10 of them in the mean', () => {
  const labelSets = new Map<string, Set<string>>();
  const pods = new Map<string, number>();
  for (const { labels } of objectsOf('replicas')) {
    const template = labels[TEMPLATE];
    if (template === undefined) {
      expect(labels).toHaveProperty([POD_NAME]);
      continue;
    }
    labelSets.set(template, (labelSets.get(template) ?? new Set()).add(JSON.stringify(labels)));
    pods.set(template, (pods.get(template) ?? 0) + 1);
  }
  for (const sets of labelSets.values()) expect(sets.size).toBe(1);
  expect(Math.max(...pods.values())).toBe(50);
  // Those that are still being made at the end of the fleet lack some.
  expect(mean([...pods.values()])).toBeGreaterThan(9);
  expect(mean([...pods.values()])).toBeLessThan(10.5);
});
