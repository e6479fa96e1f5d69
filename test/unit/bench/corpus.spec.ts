import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { tryParseSelector } from '../../../src/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'labelwise-corpus-'));
afterAll(() => rmSync(directory, { recursive: true }));

function bench(...args: string[]): string {
  return execFileSync(process.execPath, ['bench/run.js', ...args], { cwd: root, encoding: 'utf8' });
}

interface SavedCorpus {
  readonly name: string;
  readonly sha256: string;
}

describe('the corpora of the benchmarks', () => {
  bench('--write-corpus', directory);
  const saved: { corpora: SavedCorpus[] } = JSON.parse(
    readFileSync(join(root, 'bench/results/match.json'), 'utf8'),
  );

  test.each(saved.corpora)('$name is the one that the saved results were measured on', ({ name, sha256 }) => {
    const written = readFileSync(join(directory, name, 'objects.ndjson'), 'utf8');
    expect(createHash('sha256').update(written.trimEnd()).digest('hex')).toBe(sha256);
  });

  test.each(saved.corpora)('$name has 4 to 12 labels an object, keys in byte order', ({ name }) => {
    const lines = readFileSync(join(directory, name, 'objects.ndjson'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(10_000);
    for (const line of lines) {
      const object: { labels: Record<string, string> } = JSON.parse(line);
      const keys = Object.keys(object.labels);
      expect(keys.length).toBeGreaterThanOrEqual(4);
      expect(keys.length).toBeLessThanOrEqual(12);
      expect(keys).toEqual([...keys].sort());
    }
  });

  test('every selector is right', () => {
    const queries: { selector: string }[] = JSON.parse(
      readFileSync(join(directory, 'varied', 'queries.json'), 'utf8'),
    );
    expect(queries).toHaveLength(20);
    for (const { selector } of queries) expect(tryParseSelector(selector)).toMatchObject({ ok: true });
  });
});

test('the tables of the README are those of the saved results', () => {
  expect(() => bench('tables', '--check')).not.toThrow();
});

interface Question {
  tables(result: unknown): Record<string, string>;
}

describe('the page of the benchmarks', async () => {
  const { QUESTIONS, PROCESSES }: { QUESTIONS: Record<string, Question>; PROCESSES: Record<string, number> } =
    await import(new URL('../../../bench/questions.js', import.meta.url).href);
  const names = Object.keys(QUESTIONS);
  const page = readFileSync(join(root, 'bench/README.md'), 'utf8');
  const marked = Array.from(page.matchAll(/^<!-- (([a-z]+)\.[a-z-]+) -->$/gm), ([, mark, question]) => ({
    mark,
    question,
  }));

  test('begins with every question', () => {
    expect(Object.keys(PROCESSES)).toEqual(names);
    const rows = Array.from(page.matchAll(/^\| \[.*\]\(#.*\) \| `([a-z]+)` \| /gm), ([, name]) => name);
    expect(rows).toEqual(names);
    expect(new Set(marked.map(({ question }) => question))).toEqual(new Set(names));
  });

  test.each(Object.entries(QUESTIONS))('has every table of %s', (name, { tables }) => {
    const file = join(root, `bench/results/${name}.json`);
    if (!existsSync(file)) return;
    const made = Object.keys(tables(JSON.parse(readFileSync(file, 'utf8'))));
    expect(marked.map(({ mark }) => mark)).toEqual(
      expect.arrayContaining([...made, 'origin'].map((table) => `${name}.${table}`)),
    );
  });
});
