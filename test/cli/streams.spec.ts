import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMAND, folderWith, labelwise } from './built-command.ts';

const SMALL_HEAP = ['--max-old-space-size=64'];
const filler = Array.from({ length: 20 }, (_, index) => ({
  name: `VARIABLE_${index}`,
  value: 'x'.repeat(60),
}));
const pod = (index: number): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: `pod-${index}`, labels: { app: `app-${index % 10}` } },
  spec: { containers: [{ name: 'main', env: filler }] },
});

/** Writes a file piece by piece; returns how many bytes it has. */
function write(path: string, pieces: Iterable<string>): number {
  const file = openSync(path, 'w');
  let size = 0;
  for (const piece of pieces) size += writeSync(file, piece);
  closeSync(file);
  return size;
}

function* between(
  head: string,
  count: number,
  textOf: (index: number) => string,
  tail: string,
): Generator<string> {
  yield head;
  for (let index = 0; index < count; index++) yield textOf(index);
  yield tail;
}

describe('inputs larger than the memory', () => {
  const cwd = folderWith({});

  test('NDJSON of 60 MB, everything selected and written', () => {
    const line = (index: number): string => `${JSON.stringify(pod(index))}\n`;
    const size = write(join(cwd, 'pods.ndjson'), between('', 33_000, line, '{"kind":\n'));
    expect(size).toBeGreaterThan(60e6);
    const table = labelwise(['select', 'app', 'pods.ndjson'], { cwd, node: SMALL_HEAP });
    expect(table.stdout.split('\n')).toHaveLength(33_002);
    expect(table.stderr).toContain('pods.ndjson:33001:9: error:');
    expect(table.status).toBe(2);
    const lines = labelwise(['select', 'app=app-3', 'pods.ndjson', '-o', 'ndjson'], {
      cwd,
      node: SMALL_HEAP,
    });
    expect(lines.stdout.split('\n')).toHaveLength(3_301);
    const plan = labelwise(['plan', 'app=app-3', 'pods.ndjson'], { cwd, node: SMALL_HEAP });
    expect(plan.stdout).toContain('selects 3,300 of 33,000 objects');
    const facets = labelwise(['facets', 'pods.ndjson', '--key', 'app'], { cwd, node: SMALL_HEAP });
    expect(facets.stdout.split('\n')).toHaveLength(12);
  });

  test('a JSON List of 60 MB', () => {
    const item = (index: number): string => (index === 0 ? '' : ',\n') + JSON.stringify(pod(index), null, 1);
    const pieces = between('{"apiVersion": "v1",\n "items": [', 25_000, item, '], "kind": "List"}');
    expect(write(join(cwd, 'pods.json'), pieces)).toBeGreaterThan(60e6);
    const { status, stdout } = labelwise(['select', 'app=app-3', 'pods.json', '-o', 'count'], {
      cwd,
      node: SMALL_HEAP,
    });
    expect(stdout).toBe('2500\n');
    expect(status).toBe(0);
  });

  test('a YAML List of 5 MB, whose tree alone would take hundreds', () => {
    const item = (index: number): string =>
      `- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: pod-${index}\n    labels:\n      app: app-${index % 10}\n  data: ${'x'.repeat(900)}\n`;
    const pieces = between('apiVersion: v1\nitems:\n', 5_100, item, 'kind: List\n');
    expect(write(join(cwd, 'pods.yaml'), pieces)).toBeGreaterThan(5e6);
    const { status, stdout } = labelwise(['select', 'app=app-3', 'pods.yaml', '-o', 'count'], {
      cwd,
      node: SMALL_HEAP,
    });
    expect(stdout).toBe('510\n');
    expect(status).toBe(0);
  });

  test('YAML documents of 80 MB, of which nothing but the labels is kept', () => {
    const document = (index: number): string =>
      `kind: Pod\nmetadata: {labels: {app: web, pod: the-pod-with-the-number-${index}}}\ndata: ${'x'.repeat(100_000)}\n---\n`;
    expect(write(join(cwd, 'documents.yaml'), between('', 800, document, ''))).toBeGreaterThan(80e6);
    const facets = labelwise(['facets', 'documents.yaml'], { cwd, node: SMALL_HEAP });
    expect(facets.stdout).toMatch(/^pod +800 +800$/m);
    const plan = labelwise(['plan', 'app,pod', 'documents.yaml'], { cwd, node: SMALL_HEAP });
    expect(plan.stdout).toContain('selects 800 of 800 objects');
  });
});

describe('pipes', () => {
  const text = `${JSON.stringify({ kind: 'Pod', metadata: { name: 'a'.repeat(200), labels: { app: 'web' } } })}\n`;

  /** The command with its ends as promises: what it first writes, and its status with what it said. */
  function start(): {
    readonly child: ChildProcessWithoutNullStreams;
    readonly first: Promise<string>;
    readonly ended: Promise<string>;
  } {
    const child = spawn(process.execPath, [COMMAND, 'select', 'app', '-o', 'name']);
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const ended = new Promise<string>((resolve) =>
      child.once('close', (code) => resolve(`${code} ${stderr}`)),
    );
    const data = new Promise<string>((resolve) =>
      child.stdout.once('data', (chunk) => resolve(String(chunk))),
    );
    return { child, ended, first: Promise.race([data, ended]) };
  }

  test('a reader that has seen enough ends the command quietly', async () => {
    const { child, first, ended } = start();
    // The command stops reading, too: writing on fails sooner or later, and that is as it should be.
    child.stdin.on('error', () => {});
    child.stdin.write(text.repeat(20_000));
    expect(await first).toContain('pod/a');
    child.stdout.destroy();
    const refill = setInterval(() => child.stdin.write(text.repeat(1_000)), 10);
    expect(await ended).toBe('0 ');
    clearInterval(refill);
  });

  test('what is found in a live input is shown before the input ends', async () => {
    const { child, first, ended } = start();
    child.stdin.write(text);
    expect(await first).toBe(`pod/${'a'.repeat(200)}\n`);
    child.stdin.end();
    expect(await ended).toBe('0 ');
  });
});
