import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driver } from '../drivers.js';

/** So many objects are inserted at a time: each insert makes a part, and parts are merged later. */
const LOT = 100_000;

/** @returns the version, where there is an engine */
export function clickhouseVersion() {
  const chdb = driver('chdb');
  return chdb && JSON.parse(chdb.query('SELECT version()', 'JSONCompactEachRow'))[0];
}

/**
 * ClickHouse in the program's process.
 *
 * @param {any} library
 * @returns {import('../engines.js').SqlEngine}
 */
export function clickhouse({ selectSql, countSql, schemaSql }) {
  const { Session } = driver('chdb');
  const folder = mkdtempSync(join(tmpdir(), 'labelwise-bench-'));
  const session = new Session(folder);
  session.query('CREATE DATABASE bench');
  session.query('USE bench');
  const rowsOf = (text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)[0]);
  const ask = ({ text, values }) => rowsOf(session.queryBind(text, values, 'JSONCompactEachRow'));
  async function put(objects) {
    const lines = objects.map(({ id, namespace, labels }) => JSON.stringify({ id, namespace, labels }));
    await session.insert({ table: 'objects', values: Buffer.from(lines.join('\n')), format: 'JSONEachRow' });
  }
  return {
    waits: false,
    async load(objects) {
      for (const text of schemaSql('clickhouse')) session.query(text);
      for (let from = 0; from < objects.length; from += LOT) await put(objects.slice(from, from + LOT));
      session.query('OPTIMIZE TABLE objects FINAL');
    },
    size() {
      const query = `SELECT sum(bytes_on_disk)::Float64 FROM system.parts WHERE active AND database = 'bench'`;
      return { parts: ask({ text: query, values: {} })[0] };
    },
    ask(selector, namespace) {
      const of = { dialect: 'clickhouse', ...(namespace !== undefined && { namespace }) };
      const count = countSql(selector, of);
      const all = selectSql(selector, of);
      return {
        count: () => Number(ask(count)[0]),
        first: (limit) => ask(selectSql(selector, of, { limit })),
        ids: () => ask(all),
      };
    },
    change: undefined,
    changeMany: put,
    nothing: () => ask({ text: 'SELECT 1', values: {} }),
    close() {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
