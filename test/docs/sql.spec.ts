import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as labelwise from '../../src/index.ts';
import { parseSelector } from '../../src/index.ts';
import * as sql from '../../src/sql.ts';
import { schemaSql, selectSql } from '../../src/sql.ts';
import { labelwise as command } from '../cli/built-command.ts';
import { DATABASES, IS_REQUIRED, type Opened } from '../databases/available.ts';
import { blocksOf } from './markdown-blocks.ts';
import { runSnippet } from './run-snippet.ts';

/* Everything in docs/sql.md that can be run is run: in PGlite, and in SQLite and ClickHouse where these are. */

const DOCUMENT = 'docs/sql.md';
const blocks = blocksOf(DOCUMENT);
const lines = readFileSync(new URL(`../../${DOCUMENT}`, import.meta.url), 'utf8').split('\n');

/** The heading of its level that a block stands under. */
function sectionOf(line: number): string {
  return (
    lines
      .slice(0, line)
      .findLast((text) => text.startsWith('## '))
      ?.slice(3) ?? ''
  );
}

const statements = blocks
  .filter(({ language }) => language === 'sql')
  .map((block) => ({ ...block, section: sectionOf(block.line) }));
const ofPostgres = statements.filter(({ section }) => section !== 'ClickHouse' && section !== 'SQLite');

/** Statements of a block; none of them has a semicolon within. */
function statementsOf(text: string): string[] {
  return text
    .split(/;\s*\n/)
    .map((statement) => statement.trim().replace(/;$/, ''))
    .filter((statement) => statement !== '');
}

let database: PGlite;
beforeAll(async () => {
  database = await PGlite.create();
}, 60_000);
afterAll(() => database.close());

describe('the snippets of docs/sql.md', () => {
  const snippets = blocks.filter(({ language }) => language === 'ts');
  const modules = {
    labelwise,
    'labelwise/sql': sql,
    // A PGlite is asked as a pool is.
    pg: {
      Pool: function Pool() {
        return database;
      },
    },
  };

  test('are there', () => {
    expect(snippets.length).toBeGreaterThan(1);
  });

  test.each(snippets.map((block) => [block.line, block] as const))('at line %i', async (_, block) => {
    const given = { console: { ...console, log: () => {} }, pool: database };
    const told = await runSnippet(block, modules, given);
    expect(told.length).toBeGreaterThan(1);
    for (const { line, expression, said, value } of told) {
      expect(value, `${DOCUMENT}:${line}: ${expression}`).toEqual(said);
    }
  });
});

describe('the commands of docs/sql.md', () => {
  const commands = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.startsWith('labelwise '));

  test('are there', () => {
    expect(commands.length).toBeGreaterThan(3);
  });

  test.each(commands)('%s', (line) => {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const { status, stdout, stderr } = command(words.slice(1));
    expect(stderr).toBe('');
    expect(stdout).not.toBe('');
    expect(status).toBe(0);
  });
});

describe('the statements of docs/sql.md, in PostgreSQL', () => {
  beforeAll(async () => {
    await database.exec('DROP TABLE IF EXISTS objects');
    for (const statement of [
      ...schemaSql('postgres'),
      // What a table of labels belongs to: here the objects that have a column as well.
      ...schemaSql('postgres', { labels: { table: 'object_labels' } }),
    ])
      await database.exec(statement);
    await database.exec(`INSERT INTO objects SELECT 'job-' || i, 'shop', jsonb_build_object(
      'state', CASE WHEN i % 100 = 0 THEN 'running' ELSE 'done' END, 'shard', (i % 1000)::text)
      FROM generate_series(1, 20000) AS i`);
    // A function of Citus, which is not here.
    await database.exec(`CREATE FUNCTION create_distributed_table(name regclass, key text, colocate_with text DEFAULT '')
      RETURNS void LANGUAGE plpgsql AS $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
          WHERE i.indrelid = name AND i.indisprimary AND a.attname = key) THEN RAISE 'no primary key with %', key; END IF;
      END $$`);
    for (const { text, line } of ofPostgres) {
      for (const statement of statementsOf(text)) {
        await database.exec(statement).catch((error: Error) => {
          throw new Error(`${DOCUMENT}:${line}: ${statement}: ${error.message}`);
        });
      }
    }
    await database.exec('ANALYZE');
  }, 120_000);

  async function planOf(selector: string, options: object = {}): Promise<string> {
    const { text, values } = selectSql(parseSelector(selector), { dialect: 'postgres', ...options });
    const { rows } = await database.query(`EXPLAIN ${text}`, values);
    return rows.map((row) => Object.values(row as object)[0]).join('\n');
  }

  test('are there, and all of them run', () => {
    expect(ofPostgres.length).toBeGreaterThan(8);
  });

  test('an exclusion that leaves little is answered by the partial index', async () => {
    expect(await planOf('state notin (done,failed)')).toContain('objects_active');
    expect(await planOf('state notin (failed,done)')).toContain('objects_active');
    expect(await planOf('state!=done')).not.toContain('objects_active');
  });

  test('a range is answered by the index of its expression', async () => {
    expect(await planOf('shard>990')).toMatch(/Index Cond.*CASE/);
    expect(await planOf('shard>10,shard<14')).toContain('objects_shard');
  });

  test('the condition of the partial index is what the command writes', () => {
    const args = ['sql', 'state notin (done,failed)', '--dialect', 'postgres', '--where', '--inline'];
    const { stdout } = command(args);
    const [shown = ''] = ofPostgres
      .map(({ text }) => /WHERE (\(\(labels[^;]*);/.exec(text)?.[1])
      .filter(Boolean);
    const bare = (text: string) => text.replace(/"|::text(\[\])?|\s+/g, '');
    expect(bare(shown)).toBe(bare(stdout));
  });

  test('a question about one namespace looks at one partition', async () => {
    const one = await planOf('app=web', { layout: { table: 'fleet' }, namespace: 'shop' });
    expect(one.match(/fleet_\d/g)).toHaveLength(1);
    const all = await planOf('app=web', { layout: { table: 'fleet' } });
    expect(new Set(all.match(/fleet_[01]\b/g))).toEqual(new Set(['fleet_0', 'fleet_1']));
  });
});

describe.each([
  ['SQLite', 'SQLite'],
  ['ClickHouse', 'ClickHouse'],
])('the statements of docs/sql.md, in %s', (name, section) => {
  const texts = statements.filter((block) => block.section === section);
  const found = DATABASES.find((one) => one.name.startsWith(name));
  const isMissing = found?.open === undefined;

  test('are there', () => {
    expect(texts.length).toBeGreaterThan(1);
    if (IS_REQUIRED) expect(found?.missing).toBeUndefined();
  });

  test.skipIf(isMissing)('run, on what schemaSql makes', async () => {
    const opened = (await found?.open?.()) as Opened;
    const run = async (text: string) => {
      if (opened.dialect === 'sqlite') opened.client.exec(text);
      else if (opened.dialect === 'clickhouse') await opened.client.command({ query: text });
    };
    try {
      for (const statement of schemaSql(opened.dialect)) await run(statement);
      for (const { text } of texts) for (const statement of statementsOf(text)) await run(statement);
    } finally {
      await opened.close();
    }
  });

  test.runIf(name === 'ClickHouse')('the table is that of schemaSql', () => {
    const [shown = ''] = texts.map(({ text }) => text);
    const bare = (text: string) => text.replace(/["\s;]/g, '');
    expect(bare(shown)).toBe(schemaSql('clickhouse').map(bare).join(''));
  });
});
