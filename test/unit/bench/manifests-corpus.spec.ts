import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type KubernetesObject, lintManifests, readManifests } from '../../../src/manifests.ts';

interface ManifestFile {
  readonly source: string;
  readonly text: string;
  readonly rules: readonly string[];
}

interface Survey {
  readonly sha256: string;
  readonly expected: Readonly<Record<string, number>>;
}

const bench = new URL('../../../bench/', import.meta.url);
const {
  manifestFiles,
  surveyManifests,
}: {
  manifestFiles(size: number): Iterable<ManifestFile>;
  surveyManifests(size: number): Survey;
} = await import(new URL('corpus/manifests/manifests.js', bench).href);

const SIZE = 1_000;
const files = [...manifestFiles(SIZE)];
const read = await Promise.all(files.map(({ source, text }) => readManifests(text, source)));
const objects = read.flatMap((each) => each.objects);

const countOf = (isOne: (object: KubernetesObject) => boolean) => objects.filter(isOne).length;

describe('the deployment that is linted', () => {
  test('is read without problems, half of it workloads of ten pods', () => {
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    expect(objects).toHaveLength(SIZE);
    expect(countOf(({ kind }) => kind === 'Service')).toBe(300);
    expect(countOf(({ kind }) => kind === 'NetworkPolicy')).toBe(200);
    const workloads = objects.filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind));
    expect(workloads).toHaveLength(500);
    for (const { content } of workloads) expect(content).toHaveProperty(['spec', 'replicas'], 10);
  });

  test('is in many namespaces, and every object has a name of its own', () => {
    expect(new Set(files.map(({ source }) => source)).size).toBe(25);
    const names = new Set(objects.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`));
    expect(names.size).toBe(SIZE);
  });

  test('is the beginning of a larger one', () => {
    const larger = [...manifestFiles(2 * SIZE)];
    expect(larger.slice(0, files.length)).toEqual(files);
  });

  test('has the mistakes that are written beside it, each found once, and no others', () => {
    const found = lintManifests(objects).map(({ source, rule }) => `${source} ${rule}`);
    expect(found).toEqual(files.flatMap(({ source, rules }) => rules.map((rule) => `${source} ${rule}`)));
    expect(found).toHaveLength(10);
    expect(Object.keys(surveyManifests(SIZE).expected)).toHaveLength(8);
  });

  test('is the one that the saved results were measured on', () => {
    const file = new URL('results/lint.json', bench);
    if (!existsSync(file)) return;
    const saved: { deployments: { documents: number; sha256: string }[] } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const measured = saved.deployments.find(({ documents }) => documents === SIZE);
    expect(surveyManifests(SIZE).sha256).toBe(measured?.sha256);
  });
});
