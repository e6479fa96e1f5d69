import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EVERYTHING, LabelIndex, type Labels, parseSelector, type Selector } from '../../src/index.ts';
import { type SqlEntry, type SqlLayout, schemaSql } from '../../src/sql.ts';
import { type Available, DATABASES, type Opened } from './available.ts';
import { type AnyObjects, layoutsOf, objectsIn, rowsOf } from './objects-in.ts';

/* The verbs of adapters, which are those of an index, in every database and layout that is there. */

const available = DATABASES.filter(
  (one): one is Available & Required<Pick<Available, 'open'>> => one.open !== undefined,
);

/** Objects in the order of their ids, which is that of bytes and of languages alike. */
function entries(count = 300): SqlEntry[] {
  return Array.from({ length: count }, (_, i): SqlEntry => {
    const labels = {
      app: `a${i % 7}`,
      ...(i % 3 === 0 && { tier: i % 2 === 0 ? 'front' : 'back' }),
      ...(i % 5 === 0 && { rev: String(i) }),
      ...(i % 11 === 0 && { canary: '' }),
    };
    return [`pod-${String(i).padStart(6, '0')}`, labels, i % 4 === 0 ? '' : `ns-${i % 4}`];
  });
}

const SELECTORS = ['app=a1', 'tier', '!tier', 'tier!=back,app in (a1,a2,a3)', 'rev>100', 'canary=', ''].map(
  (text) => parseSelector(text),
);

async function all<Id>(ids: Iterable<Id> | AsyncIterable<Id>): Promise<Id[]> {
  const found: Id[] = [];
  for await (const id of ids) found.push(id);
  return found;
}

/** What is wrong with a call that fails at once, or later. */
async function failure(call: () => unknown): Promise<Error> {
  try {
    await call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('the call did not fail');
}

describe.each(available)('$name', ({ open }) => {
  let database: Opened;
  beforeAll(async () => {
    database = await open();
  }, 120_000);
  afterAll(() => database?.close());

  const layouts: [string, (opened: Opened) => SqlLayout | undefined][] = [
    ['in a column', (opened) => layoutsOf(opened)[0]],
    ['in a table of their own', (opened) => layoutsOf(opened)[1]],
  ];

  describe.each(layouts)('labels %s', (_, layoutOf) => {
    let objects: AnyObjects;
    let layout: SqlLayout;
    const index = () => {
      const filled = new LabelIndex();
      filled.load(entries());
      return filled;
    };

    async function run(text: string): Promise<void> {
      if (database.dialect === 'postgres') await database.client.query(text);
      else if (database.dialect === 'sqlite') database.client.exec(text);
      else await database.client.command({ query: text });
    }

    async function drop(): Promise<void> {
      for (const table of ['thing_labels', 'things', 'objects']) await run(`DROP TABLE IF EXISTS ${table}`);
    }

    beforeEach(async (context) => {
      const found = layoutOf(database);
      if (found === undefined) context.skip('this database has no such layout');
      layout = found as SqlLayout;
      objects = objectsIn(database, { layout });
      await drop();
      await objects.create();
    });

    /** Every label of every object, as the database has it. */
    async function stored(): Promise<Map<string, Map<string, string>>> {
      const found = new Map<string, Map<string, string>>();
      const isRows = layout.labels !== undefined && 'table' in layout.labels;
      const table = isRows ? 'things' : 'objects';
      const text = isRows
        ? 'SELECT o.id AS id, l.key AS key, l.value AS value FROM things AS o LEFT JOIN thing_labels AS l ON l.object_id = o.id'
        : {
            postgres: `SELECT o.id, l.key, l.value FROM ${table} AS o LEFT JOIN jsonb_each_text(o.labels) AS l ON true`,
            sqlite: `SELECT o.id AS id, l.key AS key, l.value AS value FROM ${table} AS o LEFT JOIN json_each(o.labels) AS l`,
            clickhouse: `SELECT id, l.1 AS key, l.2 AS value FROM ${table} FINAL LEFT ARRAY JOIN CAST(labels, 'Array(Tuple(String, String))') AS l`,
          }[database.dialect];
      const empty = database.dialect === 'clickhouse';
      for (const row of (await rowsOf(database, {
        text,
        values: database.dialect === 'clickhouse' ? {} : [],
      })) as {
        id: string;
        key: string | null;
        value: string;
      }[]) {
        const labels = found.get(row.id) ?? new Map<string, string>();
        found.set(row.id, labels);
        if (row.key !== null && !(empty && row.key === '' && row.value === ''))
          labels.set(row.key, row.value);
      }
      return found;
    }

    test('answer as those of an index do', async () => {
      await objects.load(entries());
      const held = index();
      for (const selector of SELECTORS) {
        for (const scope of [
          undefined,
          {},
          { namespace: 'ns-1' },
          { namespace: '' },
          { namespace: 'none' },
        ]) {
          const wanted = held.select(selector, scope);
          expect(await objects.select(selector, scope)).toEqual(wanted);
          expect(await all(objects.iterate(selector, scope))).toEqual(wanted);
          expect(await objects.count(selector, scope)).toBe(wanted.length);
        }
      }
    });

    test('and within pages', async () => {
      await objects.load(entries());
      const held = index();
      const selector = parseSelector('tier');
      const after = held.select(selector)[10] as string;
      for (const limit of [0, 1, 7, 89, 90, 1_000]) {
        for (const scope of [{ limit }, { limit, after }, { limit, after, namespace: 'ns-3' }]) {
          const wanted = held.select(selector, scope);
          expect(await objects.select(selector, scope)).toEqual(wanted);
          expect(await all(objects.iterate(selector, scope))).toEqual(wanted);
          expect(await objects.count(selector, scope)).toBe(held.count(selector, scope));
        }
      }
      // An id that is not there any more still has its place.
      expect(await objects.select(selector, { after: 'pod-000295x' })).toEqual(['pod-000297']);
      expect(await objects.count(EVERYTHING, { after: 'pod-000297' })).toBe(2);
    });

    test('of numbers for ids', async () => {
      await drop();
      const numbered = objectsIn(database, { layout, id: 'integer' });
      await numbered.create();
      const ids = [7, -3, 40, 9_007_199_254_740_991, 100];
      await numbered.load(ids.map((id): SqlEntry<number> => [id, { app: 'web' }]));
      const ordered = [-3, 7, 40, 100, 9_007_199_254_740_991];
      const web = parseSelector('app=web');
      expect(await numbered.select(web)).toEqual(ordered);
      expect(await all(numbered.iterate(web))).toEqual(ordered);
      expect(await numbered.select(web, { after: 7, limit: 2 })).toEqual([40, 100]);
      await numbered.set(7, { app: 'db' });
      expect(await numbered.count(web)).toBe(4);
      expect(await numbered.delete(40)).toBe(true);
      expect(await numbered.select(web)).toEqual([-3, 100, 9_007_199_254_740_991]);
      const error = await failure(() => numbered.set('7' as unknown as number, {}));
      expect(error.message).toBe(
        'id must be a safe integer, not a string; for ids that are strings leave the option id away',
      );
      expect((await failure(() => numbered.select(web, { after: 1.5 }))).message).toBe(
        'scope.after must be a safe integer, not 1.5',
      );
    });

    test('of numbers that are too large to be exact', async () => {
      await drop();
      const numbered = objectsIn(database, { layout, id: 'integer' });
      await numbered.create();
      const table = layout.table ?? 'objects';
      await run(`INSERT INTO ${String(table)} (id) VALUES (9007199254740993)`);
      const error = await failure(() => numbered.select(EVERYTHING));
      // Node's own SQLite refuses them itself.
      expect(error).toBeInstanceOf(RangeError);
      expect(error.message).toMatch(/900719925474099[23]/);
    });

    test('set replaces and delete removes', async () => {
      await objects.load(entries(20));
      await objects.set('pod-000003', { app: 'other', fresh: 'yes' }, 'ns-3');
      expect(await objects.select(parseSelector('app=other'))).toEqual(['pod-000003']);
      expect(await objects.select(parseSelector('fresh'), { namespace: 'ns-3' })).toEqual(['pod-000003']);
      expect((await stored()).get('pod-000003')).toEqual(
        new Map([
          ['app', 'other'],
          ['fresh', 'yes'],
        ]),
      );
      await objects.set('new', new Map([['app', 'other']]));
      expect(await objects.select(parseSelector('app=other'), { namespace: '' })).toEqual(['new']);
      expect(await objects.delete('pod-000003')).toBe(true);
      expect(await objects.delete('pod-000003')).toBe(false);
      expect(await objects.count(EVERYTHING)).toBe(20);
      expect((await stored()).has('pod-000003')).toBe(false);
      await objects.set('new', {});
      expect((await stored()).get('new')).toEqual(new Map());
      expect(await objects.select(parseSelector('!app'))).toEqual(['new']);
    });

    test('a load replaces what is there, and of one id the last entry holds', async () => {
      await objects.load(entries(50));
      await objects.load([
        ['pod-000010', { app: 'first', gone: 'yes' }, 'ns-2'],
        ['pod-000011', { app: 'other' }, 'ns-3'],
        ['pod-000010', { app: 'last' }, 'ns-2'],
        ['pod-000099', { app: 'last' }],
      ]);
      expect(await objects.select(parseSelector('app in (first,gone)'))).toEqual([]);
      expect(await objects.select(parseSelector('app=last'))).toEqual(['pod-000010', 'pod-000099']);
      expect(await objects.count(EVERYTHING)).toBe(51);
      const now = await stored();
      expect(now.get('pod-000010')).toEqual(new Map([['app', 'last']]));
      expect(now.get('pod-000011')).toEqual(new Map([['app', 'other']]));
      expect(now.get('pod-000012')?.get('tier')).toBe('front');
    });

    test('a load that repeats what is there changes nothing', async () => {
      await objects.load(entries());
      const before = await stored();
      await objects.load(entries());
      await objects.load([]);
      expect(await stored()).toEqual(before);
    });

    test('a load of more than is sent at a time, with the same ids apart', async () => {
      const many = entries(12_000);
      await objects.load([...many, ['pod-000000', { app: 'again' }, '']]);
      expect(await objects.count(EVERYTHING)).toBe(12_000);
      expect(await objects.select(parseSelector('app=again'))).toEqual(['pod-000000']);
    });

    test('every character that can be held comes back', async () => {
      const characters = Array.from({ length: 0x3000 }, (_, i) => String.fromCharCode(i)).slice(1);
      const special = [
        '\\',
        '\\N',
        '\\.',
        '\\t',
        '"',
        "'",
        '\n\\.\n',
        '\r\n',
        '\t',
        '{}',
        '$1',
        '?',
        '',
        '😀',
        'a\ufeff',
      ];
      const labels = (part: readonly string[]): Labels =>
        new Map<string, string>([
          ...part.map((text): [string, string] => [`k${text}`, text]),
          ['__proto__', 'own'],
        ]);
      const ids = ['id\\N', 'id\ttab', 'id\nline', "id'", 'id"', 'id\\', '\\N', '\\.'];
      const loaded: SqlEntry[] = [
        ...Array.from(
          { length: 64 },
          (_, i): SqlEntry => [`c${i}`, labels(characters.slice(i * 192, (i + 1) * 192))],
        ),
        ...ids.map((id): SqlEntry => [id, labels(special), '\\N']),
      ];
      await objects.load(loaded);
      const now = await stored();
      expect(now.size).toBe(loaded.length);
      for (const [id, wanted] of loaded) expect(now.get(id), id).toEqual(wanted);
      expect((await objects.select(EVERYTHING, { namespace: '\\N' })).sort()).toEqual([...ids].sort());
      await objects.set('one', labels(special));
      expect((await stored()).get('one')).toEqual(labels(special));
    });

    const wrong: [string, unknown, RegExp][] = [
      [
        'an id',
        [5, {}],
        /^entry 17: the id must be a string, not a number; for ids that are numbers give the option id: "integer"$/,
      ],
      [
        'labels',
        ['x', 5],
        /^entry 17: labels must be a plain object or a Map of strings to strings, not a number$/,
      ],
      ['a value', ['x', { app: 5 }], /^entry 17: the label "app" must be a string, not a number$/],
      ['a namespace', ['x', {}, 5], /^entry 17: the namespace must be a string, not a number$/],
      ['an entry', 'x', /^entry 17: must be \[id, labels, namespace\?\], not a string$/],
      [
        'half a character',
        ['x', { app: 'a\ud800' }],
        /^entry 17: the label "app" has half of a surrogate pair in it, which \w+ cannot hold$/,
      ],
      [
        'half a character in a key',
        ['x', { 'a\udc00': '' }],
        /^entry 17: the label key "a\ufffd" has half of a surrogate pair/,
      ],
      ['half a character in an id', ['\ud800', {}], /^entry 17: the id has half of a surrogate pair/],
      [
        'half a character in a namespace',
        ['x', {}, '\udfff'],
        /^entry 17: the namespace has half of a surrogate pair/,
      ],
    ];

    test.each(wrong)(
      '%s that is wrong is told by its entry, and nothing is changed',
      async (_of, entry, message) => {
        await objects.load(entries(30));
        const before = await stored();
        const given = [
          ...entries(17).map(([id, labels]): SqlEntry => [id, labels, 'moved']),
          entry as SqlEntry,
        ];
        const error = await failure(() => objects.load(given));
        expect(error).toBeInstanceOf(TypeError);
        expect(error.message).toMatch(message);
        expect(await stored()).toEqual(before);
        expect(await objects.count(EVERYTHING, { namespace: 'moved' })).toBe(0);
        // What is open is closed.
        await objects.load(entries(40));
        expect(await objects.count(EVERYTHING)).toBe(40);
      },
    );

    test('halves of one character in two texts are two halves', async () => {
      const error = await failure(() => objects.set('x', { 'a\ud83d': '\ude00' }));
      expect(error.message).toMatch(/^the label key .* has half of a surrogate pair/);
    });

    test('NUL is refused where it cannot be held', async () => {
      const put = () => objects.load([['x', { app: 'a\0b' }]]);
      if (database.dialect === 'postgres') {
        expect((await failure(put)).message).toBe(
          'entry 0: the label "app" has NUL in it, which PostgreSQL cannot hold',
        );
        const error = await failure(() => objects.select(EVERYTHING, { after: '\0' }));
        expect(error.message).toBe('scope.after has NUL in it, which PostgreSQL cannot hold');
      } else {
        await put();
        const selector: Selector = { alternatives: [[{ key: 'app', operator: '=', values: ['a\0b'] }]] };
        expect(await objects.select(selector)).toEqual(['x']);
      }
    });

    test('what an iterable throws is thrown, and the iterable is closed when a load fails', async () => {
      await objects.load(entries(5));
      const own = new Error('the source has ended');
      function* failing(): Generator<SqlEntry> {
        yield* entries(3).map(([id]): SqlEntry => [id, { app: 'new' }]);
        throw own;
      }
      expect(await failure(() => objects.load(failing()))).toBe(own);
      expect(await objects.count(parseSelector('app=new'))).toBe(0);
      let isClosed = false;
      function* closing(): Generator<SqlEntry> {
        try {
          yield ['a', {}];
          yield ['b', { app: 1 } as unknown as Labels];
          yield ['c', {}];
        } finally {
          isClosed = true;
        }
      }
      expect((await failure(() => objects.load(closing()))).message).toMatch(/^entry 1: /);
      expect(isClosed).toBe(true);
    });

    test('arguments that are wrong are named', async () => {
      const web = parseSelector('app=web');
      const calls: [() => unknown, RegExp][] = [
        [() => objects.select('app=web' as unknown as Selector), /selector/i],
        [
          () => objects.count(web, { namespace: 5 as unknown as string }),
          /^scope\.namespace must be a string, not a number$/,
        ],
        [
          () => objects.select(web, { limit: -1 }),
          /^scope\.limit must be a whole number of at least 0, not -1$/,
        ],
        [
          () => objects.select(web, 5 as unknown as object),
          /^scope must be an object such as \{ namespace: "shop", limit: 10 \}, not a number$/,
        ],
        [
          () => objects.iterate(web, { limit: 0.5 }),
          /^scope\.limit must be a whole number of at least 0, not 0\.5$/,
        ],
        [
          () => objects.count(web, { after: 5 as unknown as string }),
          /^scope\.after must be a string, not a number/,
        ],
        [() => objects.set(5 as unknown as string, {}), /^id must be a string, not a number/],
        [() => objects.set('a', {}, 5 as unknown as string), /^namespace must be a string, not a number$/],
        [() => objects.set('a', [] as unknown as Labels), /^labels must be a plain object or a Map/],
        [() => objects.delete(undefined as unknown as string), /^id must be a string, not undefined$/],
        [
          () => objects.load('ab' as unknown as SqlEntry[]),
          /^entries must be an iterable of \[id, labels, namespace\?\], not a string$/,
        ],
      ];
      for (const [call, message] of calls) {
        const error = await failure(call);
        expect(error).toBeInstanceOf(TypeError);
        expect(error.message).toMatch(message);
      }
    });

    test('a table that is not there is told by the database', async () => {
      await drop();
      const calls = [
        () => objects.count(EVERYTHING),
        () => objects.select(EVERYTHING),
        () => all(objects.iterate(EVERYTHING)),
        () => objects.load(entries(3)),
        () => objects.set('a', {}),
        () => objects.delete('a'),
      ];
      for (const call of calls) expect((await failure(call)).message).toMatch(/objects|things|thing_labels/);
    });

    test('iterations that end early leave nothing open', async () => {
      await objects.load(entries(2_000));
      for await (const id of objects.iterate(EVERYTHING)) {
        expect(id).toBe('pod-000000');
        break;
      }
      const own = new Error('enough');
      const error = await failure(async () => {
        for await (const id of objects.iterate(EVERYTHING)) if (id === 'pod-000500') throw own;
      });
      expect(error).toBe(own);
      const begun = objects.iterate(EVERYTHING);
      await begun.next();
      await begun.return?.();
      expect(await begun.next()).toEqual({ done: true, value: undefined });
      // Of one that was never begun nothing is open.
      objects.iterate(EVERYTHING);
      await objects.set('pod-000000', { app: 'after' });
      await drop();
    });

    test('create can be called again, and makes what schemaSql says', async () => {
      await objects.load(entries(3));
      await objects.create();
      expect(await objects.count(EVERYTHING)).toBe(3);
      for (const statement of schemaSql(database.dialect, layout)) await run(statement);
    });
  });
});
