import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, parseSelector } from '../../../src/index.ts';
import { type ClickHouseClient, clickhouseObjects, type SqlEntry } from '../../../src/sql.ts';

/* What is sent to ClickHouse, and when. What it answers is for test/databases. */

type Insert = Parameters<ClickHouseClient['insert']>[0];

function clientOf(parts: Partial<ClickHouseClient> = {}) {
  const inserts: Insert[] = [];
  const commands: Parameters<ClickHouseClient['command']>[0][] = [];
  const client: ClickHouseClient = {
    query: async () => {
      throw new Error('nothing is to be asked');
    },
    command: async (command) => {
      commands.push(command);
    },
    insert: async (insert) => {
      inserts.push(insert);
    },
    ...parts,
  };
  return { client, inserts, commands };
}

const many = function* (count: number): Generator<SqlEntry> {
  for (let i = 0; i < count; i++) yield [`pod-${i}`, { app: `a${i}` }, 'shop'];
};

describe('a load', () => {
  test('is inserted in batches, one after another, none of which is taken for a repetition', async () => {
    let open = 0;
    let most = 0;
    const inserts: Insert[] = [];
    const { client } = clientOf({
      async insert(insert) {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open--;
        inserts.push(insert);
      },
    });
    const layout = { table: ['fleet', 'pods'], id: 'name', namespace: 'ns', labels: { column: 'la"bels' } };
    await clickhouseObjects(client, { layout }).load(many(120_000));
    expect(inserts.map(({ values }) => values.length)).toEqual([50_000, 50_000, 20_000]);
    expect(most).toBe(1);
    const tokens = inserts.map(({ clickhouse_settings }) => clickhouse_settings.insert_deduplication_token);
    expect(new Set(tokens).size).toBe(3);
    expect(inserts[0]).toMatchObject({
      table: '"fleet"."pods"',
      columns: ['"name"', '"ns"', '"la""bels"'],
      format: 'JSONCompactEachRow',
      clickhouse_settings: { async_insert: 0 },
    });
    expect(inserts[0]?.values[0]).toEqual(['pod-0', 'shop', { app: 'a0' }]);
  });

  test('of much text has smaller batches', async () => {
    const { client, inserts } = clientOf();
    const long = 'x'.repeat(1 << 20);
    await clickhouseObjects(client).load(Array.from({ length: 20 }, (_, i): SqlEntry => [`p${i}`, { long }]));
    expect(inserts.map(({ values }) => values.length)).toEqual([8, 8, 4]);
  });

  test('has of one id the last entry of a batch, whatever its namespace', async () => {
    const { client, inserts } = clientOf();
    await clickhouseObjects(client).load([
      ['a', { of: 'first' }, 'one'],
      ['b', {}],
      ['a', { of: 'last' }, 'two'],
    ]);
    expect(inserts[0]?.values).toEqual([
      ['a', 'two', { of: 'last' }],
      ['b', '', {}],
    ]);
  });

  test('ends at an entry that is wrong, of whose batch nothing is sent', async () => {
    const { client, inserts } = clientOf();
    function* wrong(): Generator<SqlEntry> {
      yield* many(50_010);
      yield ['x', { app: 5 as never }];
    }
    await expect(clickhouseObjects(client).load(wrong())).rejects.toThrow(
      'entry 50010: the label "app" must be a string, not a number',
    );
    expect(inserts.map(({ values }) => values.length)).toEqual([50_000]);
  });

  test('ends at an insert that fails, and takes no more entries', async () => {
    let taken = 0;
    let isClosed = false;
    function* counted(): Generator<SqlEntry> {
      try {
        for (const entry of many(500_000)) {
          taken++;
          yield entry;
        }
      } finally {
        isClosed = true;
      }
    }
    const own = new Error('no space left');
    const { client } = clientOf({ insert: () => Promise.reject(own) });
    await expect(clickhouseObjects(client).load(counted())).rejects.toBe(own);
    expect(taken).toBe(100_000);
    expect(isClosed).toBe(true);
  });

  test('has own labels of any name', async () => {
    const { client, inserts } = clientOf();
    await clickhouseObjects(client).set('a', new Map([['__proto__', 'own']]));
    expect(JSON.stringify(inserts[0]?.values)).toBe('[["a","",{"__proto__":"own"}]]');
    // A single object may wait for others on the server, as the user's settings have it.
    expect(inserts[0]?.clickhouse_settings).not.toHaveProperty('async_insert');
  });
});

describe('an iteration', () => {
  function streaming(stream: unknown) {
    let closed = 0;
    const { client } = clientOf({
      query: async () => ({
        json: async () => [],
        stream: () => stream,
        close: () => {
          closed++;
        },
      }),
    });
    return { objects: clickhouseObjects(client), closed: () => closed };
  }

  const row = (id: unknown) => ({ json: () => ({ id }) });
  const lists = () => [[row('a'), row('b')], [], [row('c')]];

  async function all<Id>(ids: AsyncIterable<Id>, most = Number.POSITIVE_INFINITY): Promise<Id[]> {
    const found: Id[] = [];
    for await (const id of ids) if (found.push(id) >= most) break;
    return found;
  }

  test('reads streams of Node and of the web, of browsers too that cannot iterate over them', async () => {
    const web = () =>
      new ReadableStream({
        start(controller) {
          for (const list of lists()) controller.enqueue(list);
          controller.close();
        },
      });
    const plain = { getReader: () => web().getReader() };
    for (const stream of [Readable.from(lists()), web(), plain]) {
      const { objects, closed } = streaming(stream);
      expect(await all(objects.iterate(parseSelector('app=web')))).toEqual(['a', 'b', 'c']);
      expect(closed()).toBe(0);
    }
  });

  test('closes what it does not read to the end', async () => {
    const stopped = streaming(Readable.from(lists()));
    expect(await all(stopped.objects.iterate(EVERYTHING), 1)).toEqual(['a']);
    expect(stopped.closed()).toBe(1);
    const own = new Error('the server went away');
    const failing = streaming(
      Readable.from(
        (function* () {
          yield [row('a')];
          throw own;
        })(),
      ),
    );
    await expect(all(failing.objects.iterate(EVERYTHING))).rejects.toBe(own);
    expect(failing.closed()).toBe(1);
    const wrong = streaming(Readable.from([[row(null)]]));
    await expect(all(wrong.objects.iterate(EVERYTHING))).rejects.toThrow(
      'the database has an id that is no text: null',
    );
    expect(wrong.closed()).toBe(1);
  });
});

test('an id that is not there is not deleted', async () => {
  const { client, commands } = clientOf({
    query: async () => ({ json: async () => [{ count: '0' }], stream: () => [], close: () => undefined }),
  });
  expect(await clickhouseObjects(client).delete('a')).toBe(false);
  expect(commands).toEqual([]);
});
