import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findingsAgainst } from '../../../src/cli/commands/lint-against.ts';
import { UsageError } from '../../../src/cli/exit.ts';
import { Console } from '../../../src/cli/output/console.ts';
import { readManifests } from '../../../src/manifests.ts';
import { deployment } from '../lint/diffing.ts';

const folder = mkdtempSync(join(tmpdir(), 'labelwise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const told: string[] = [];
const silent = { write: () => true, once: () => undefined };
const console = new Console(silent, { ...silent, write: (text: string) => told.push(text) > 0 }, {});

test('reads what was, and says what changed in what is', async () => {
  const old = join(folder, 'old.yaml');
  writeFileSync(old, deployment('web', 'app: web'));
  const { objects, problems } = await readManifests(deployment('web', 'app: wep'), 'new.yaml');
  const current = { paths: ['new.yaml'], objects, problems };
  const against = await findingsAgainst([old], current, {}, console);
  expect(against.findings.map(({ rule, source }) => [rule, source])).toEqual([
    ['immutable-selector-changed', 'new.yaml'],
  ]);
  expect(against.findings[0]?.related[0]?.source).toBe(old);
  expect(against.problems).toEqual([]);
  const off = { rules: { 'immutable-selector-changed': 'off' } } as const;
  expect((await findingsAgainst([old], current, off, console)).findings).toEqual([]);
  expect((await findingsAgainst([old], current, { namespace: 'shop' }, console)).findings).toHaveLength(1);
  expect(told).toEqual([]);
});

test('what cannot be read of it is a problem', async () => {
  const current = { paths: ['new.yaml'], objects: [], problems: [] };
  const { findings, problems } = await findingsAgainst([join(folder, 'none')], current, {}, console);
  expect(findings).toEqual([]);
  expect(problems).toMatchObject([{ message: 'no such file or folder' }]);
  expect(told.join('')).toContain('no such file or folder');
});

test('standard input is read once', async () => {
  for (const [old, paths] of [
    [['-'], ['-']],
    [['-'], []],
    [['-', '-'], ['a.yaml']],
  ] as const) {
    const current = { paths, objects: [], problems: [] };
    await expect(findingsAgainst(old, current, {}, console)).rejects.toThrow(UsageError);
  }
});
