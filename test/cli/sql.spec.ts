import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labelwise } from './built-command.ts';

const run = (...args: string[]): ReturnType<typeof labelwise> => labelwise(['sql', ...args]);
const postgres = (...args: string[]): ReturnType<typeof labelwise> => run('--dialect', 'postgres', ...args);

describe('labelwise sql', () => {
  test('writes the query over lines, and in comments what its placeholders stand for', () => {
    const { status, stdout, stderr } = postgres('app=web, tier!=cache', '-n', 'shop', '--limit', '10');
    expect(stdout).toBe(
      `SELECT "objects"."id" AS "id"
FROM "objects"
WHERE (
  "objects"."namespace" = $1
  AND (
    "objects"."labels" @> $2::text::jsonb
    AND (("objects"."labels" ->> $3::text) <> $4::text) IS NOT FALSE
  )
)
ORDER BY "objects"."id"
LIMIT $5;
-- $1 = 'shop'
-- $2 = '{"app":"web"}'
-- $3 = 'tier'
-- $4 = 'cache'
-- $5 = 10
`,
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('--inline writes literals instead, and no comments', () => {
    expect(postgres('app in (web,api)', '--inline').stdout).toBe(
      `SELECT "objects"."id" AS "id"
FROM "objects"
WHERE "objects"."labels" @> ANY (ARRAY['{"app":"api"}', '{"app":"web"}']::text[]::jsonb[])
ORDER BY "objects"."id";
`,
    );
  });

  test('--where writes the condition alone, which ends no statement', () => {
    expect(postgres('app=web', '--where', '--column', 'pod_labels').stdout).toBe(
      `"pod_labels" @> $1::text::jsonb\n-- $1 = '{"app":"web"}'\n`,
    );
    expect(postgres('', '--where').stdout).toBe('TRUE\n');
  });

  test('--count counts', () => {
    expect(run('--dialect', 'sqlite', 'app', '--count', '--inline').stdout.split('\n')[0]).toBe(
      'SELECT count(*) AS "count"',
    );
  });

  test('tables and columns are called as they are told to be, the parts of a name apart', () => {
    const names = ['--table', 'shop.pods', '--id', 'uid', '--namespace-column', 'ns', '--column', 'l'];
    const { stdout } = postgres('app', '-n', 'x', ...names);
    expect(stdout).toContain('SELECT "shop"."pods"."uid" AS "id"\nFROM "shop"."pods"\n');
    expect(stdout).toContain('"shop"."pods"."ns" = $1 AND "shop"."pods"."l" ? $2::text');
    const labels = ['--object-column', 'o', '--key-column', 'k', '--value-column', 'v'];
    expect(postgres('app=web', '--labels-table', 'shop.labels', ...labels, '--inline').stdout).toContain(
      `SELECT l1."o"
  FROM "shop"."labels" AS l1
  WHERE (l1."k" = 'app' AND l1."v" = 'web'::text)
`,
    );
  });

  test.each([
    [undefined, '= ?;', ['?1', '?2']],
    ['anonymous', '= ?;', ['?1', '?2']],
    ['numbered', '= ?2;', ['?1', '?2']],
    ['named', '= :p2;', [':p1', ':p2']],
  ])('--parameters %s of sqlite', (style, end, placeholders) => {
    const args = style === undefined ? [] : ['--parameters', style];
    const lines = run('--dialect', 'sqlite', 'a=b', '--labels-table', 't', '--count', ...args).stdout;
    expect(lines).toContain(`"value" ${end.slice(0, -1)})`);
    expect(lines.trimEnd().split('\n').slice(-2)).toEqual([
      `-- ${placeholders[0]} = 'a'`,
      `-- ${placeholders[1]} = 'b'`,
    ]);
  });

  test('of clickhouse, values have the types that placeholders say', () => {
    const { stdout } = run('--dialect', 'clickhouse', 'rev>4,app notin (web,api)', '--limit', '3');
    expect(stdout).toContain('LIMIT {p6:UInt64}\nSETTINGS final = 1;\n');
    expect(stdout).toContain("-- {p2:Array(String)} = ['api', 'web']\n");
    expect(stdout).toContain("-- {p4:Int64} = toInt64('5')\n");
    expect(stdout).toMatch(/\n-- \{p6:UInt64\} = 3\n$/);
  });

  test('-o json is the text and the values, as a program would hand them over', () => {
    expect(JSON.parse(postgres('app=web,env in (qa,prod)', '-o', 'json', '--where').stdout)).toEqual({
      dialect: 'postgres',
      text: '("labels" @> $1::text::jsonb AND "labels" @> ANY ($2::text[]::jsonb[]))',
      values: ['{"app":"web"}', ['{"env":"prod"}', '{"env":"qa"}']],
    });
    expect(JSON.parse(run('--dialect', 'clickhouse', 'a=b', '-o', 'json', '--where').stdout)).toEqual({
      dialect: 'clickhouse',
      text: '"labels"[{p1:String}] = {p2:String}',
      values: { p1: 'a', p2: 'b' },
    });
    expect(JSON.parse(postgres('a=b', '-o', 'json', '--where', '--inline').stdout)).toEqual({
      dialect: 'postgres',
      text: `"labels" @> '{"a":"b"}'::text::jsonb`,
      values: [],
    });
  });

  test('--schema writes what creates the tables, before the query or without one', () => {
    const alone = run('--dialect', 'sqlite', '--schema', '--table', 'pods', '--id-type', 'integer').stdout;
    expect(alone).toMatch(/^CREATE TABLE IF NOT EXISTS "pods" \(\n {2}"id" INTEGER PRIMARY KEY,\n/);
    expect(alone).toMatch(/\);\nCREATE INDEX [^\n]*;\n$/);
    const { stdout, status } = run('--dialect', 'sqlite', '--schema', '--table', 'pods', 'app');
    expect(stdout).toMatch(/;\n\nSELECT "pods"\."id"/);
    expect(status).toBe(0);
    const { schema, text, ...rest } = JSON.parse(postgres('--schema', '-o', 'json').stdout);
    expect(schema.length).toBeGreaterThan(1);
    expect([text, rest]).toEqual([undefined, { dialect: 'postgres' }]);
  });

  test('a selector that matches nothing is written, and told of', () => {
    const { status, stdout, stderr } = postgres('a,!a', '--where');
    expect(stdout).toBe('FALSE\n');
    expect(stderr).toBe('warning: a,!a matches nothing: a must be present and absent at once\n');
    expect(status).toBe(1);
  });

  test('is coloured where that is asked for, and nothing else differs', () => {
    const args = ['sql', '--dialect', 'postgres', 'app=web'];
    const { stdout } = labelwise(args, { environment: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[1mSELECT\u001b[22m "objects"');
    expect(stdout).toContain('\u001b[32m$1\u001b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what paints
    expect(stdout.replace(/\u001b\[\d+m/g, '')).toBe(labelwise(args).stdout);
  });
});

describe('what labelwise sql refuses', () => {
  test('a selector that is not valid is shown in its place', () => {
    const { status, stdout, stderr } = postgres('app in web');
    expect(stderr).toContain('error: the selector is not valid\n  1 | app in web\n');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test.each([
    [['a'], 'no dialect: give --dialect postgres, sqlite or clickhouse'],
    [['a', '--dialect', 'mysql'], 'Allowed choices are postgres, sqlite, clickhouse.'],
    [['--dialect', 'postgres'], 'no selector: give one'],
    [
      ['--dialect', 'postgres', '--schema', '--limit', '3'],
      '--limit is of a query, and no selector is given',
    ],
    [['a', '--dialect', 'postgres', '--limit', '-1'], 'Write a whole number.'],
    [
      ['a', '--dialect', 'postgres', '--count', '--limit', '1'],
      "'--count' cannot be used with option '--limit <count>'",
    ],
    [
      ['a', '--dialect', 'postgres', '--where', '--after', 'x'],
      "'--where' cannot be used with option '--after <id>'",
    ],
    [['a', '--dialect', 'postgres', '--table', ''], '--table must not be empty'],
    [['a', '--dialect', 'postgres', '--table', 'shop.'], 'part 2 of --table must not be empty'],
    [['a', '--dialect', 'postgres', '--id', 'a.b'], '--id is one name, and "a.b" has a point in it'],
    [['a', '--dialect', 'postgres', '--column', 'a\nb'], '--column must have no backslashes, control'],
    [['--dialect', 'postgres', '--schema', '--table', ''], '--table must not be empty'],
    [['a', '--dialect', 'postgres', '--labels-table', 't', '--column', 'l'], 'cannot be used with option'],
    [['a', '--dialect', 'postgres', '--key-column', 'k'], 'no --labels-table is given'],
    [['a', '--dialect', 'clickhouse', '--labels-table', 't'], 'and name it in --column'],
    [
      ['a', '--dialect', 'postgres', '--parameters', 'named'],
      '--parameters must be "numbered" for postgres, not "named"',
    ],
    [
      ['a', '--dialect', 'postgres', '--id-type', 'integer', '--after', '5x'],
      '--after must be a whole number up to 9007199254740991, as --id-type integer says, not "5x"',
    ],
  ])('%j: %s', (args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('options.');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('what labelwise sql writes, run as it is', () => {
  let database: PGlite;
  const rows = [
    ['a', 'shop', { app: 'web', rev: '5' }],
    ['b', 'shop', { app: 'web', tier: 'cache', rev: '04' }],
    ['c', "it's", { app: 'api' }],
    ['d', 'back\\slash\n', { app: 'web', rev: '9' }],
  ] as const;

  beforeAll(async () => {
    database = new PGlite();
    for (const layout of [[], ['--table', 'pods', '--labels-table', 'pod_labels']])
      await database.exec(postgres('--schema', ...layout).stdout);
    for (const [id, namespace, labels] of rows) {
      await database.query('INSERT INTO objects VALUES ($1, $2, $3)', [id, namespace, labels]);
      await database.query('INSERT INTO pods VALUES ($1, $2)', [id, namespace]);
      for (const [key, value] of Object.entries(labels))
        await database.query('INSERT INTO pod_labels VALUES ($1, $2, $3)', [id, key, value]);
    }
  }, 60_000);
  afterAll(() => database.close());

  test.each([
    ['app=web,tier!=cache', [], ['a', 'd']],
    ['app in (web,api),!tier', [], ['a', 'c', 'd']],
    ['rev>4', [], ['a', 'd']],
    ['', ['--after', 'a', '--limit', '2'], ['b', 'c']],
    ['app', ['-n', "it's"], ['c']],
    ['app', ['-n', 'back\\slash\n'], ['d']],
    ['app', ['-n', "'; DROP TABLE objects; --"], []],
    ['app', ['--after', "a'"], ['b', 'c', 'd']],
  ])('%j %j finds %j', async (selector, options, expected) => {
    for (const layout of [[], ['--table', 'pods', '--labels-table', 'pod_labels']]) {
      const { stdout } = postgres(selector, '--inline', ...layout, ...options);
      const [result] = await database.exec(stdout);
      expect(result?.rows.map(({ id }) => id)).toEqual(expected);
      // With placeholders, the comments below say what they stand for.
      const commented = postgres(selector, ...layout, ...options).stdout;
      const literals = [...commented.matchAll(/^-- \$\d+ = (.*)$/gm)].map(([, literal]) => literal);
      const execute = `EXECUTE selected${literals.length === 0 ? '' : `(${literals.join()})`}`;
      const results = await database.exec(
        `PREPARE selected AS ${commented}\n;${execute}; DEALLOCATE selected`,
      );
      expect(results.flatMap(({ rows: found }) => found).map(({ id }) => id)).toEqual(expected);
    }
  });

  test('a condition can be followed by another', async () => {
    const condition = postgres('app in (web),rev', '--where', '--inline').stdout;
    const [result] = await database.exec(`SELECT id FROM objects WHERE ${condition} AND namespace <> 'shop'`);
    expect(result?.rows).toEqual([{ id: 'd' }]);
  });
});
