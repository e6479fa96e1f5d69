import { driver } from '../drivers.js';
import { askingOf } from './asking.js';

/** Everything is in a schema of its own, which goes when it is done. */
const SCHEMA = 'labelwise_bench';

/** The tables that are measured, by their names: with the indexes that `schemaSql` makes, or fewer. */
const KEEPS = {
  both: () => true,
  pairs: (statement) => !statement.includes('_label_keys"'),
  keys: (statement) => !statement.includes('_label_pairs"'),
  rows: () => true,
};

/** What a server says of itself that has to do with its speed. */
const SETTINGS = [
  'shared_buffers',
  'work_mem',
  'jit',
  'fsync',
  'synchronous_commit',
  'max_parallel_workers_per_gather',
];

/**
 * @param {string | undefined} url
 * @returns {Promise<{ version: string, settings: Record<string, string>, via: string } | undefined>} undefined where there is
 * no server to be measured, or no client
 */
export async function postgresServer(url) {
  if (url === undefined || driver('pg') === undefined) return undefined;
  const client = new (driver('pg').Client)({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    'SELECT name, current_setting(name) AS setting FROM pg_settings WHERE name = ANY ($1)',
    [['server_version', ...SETTINGS]],
  );
  await client.end();
  const { server_version: version, ...settings } = Object.fromEntries(
    rows.map(({ name, setting }) => [name, setting]),
  );
  return { version, settings, via: client.host.startsWith('/') ? 'a Unix socket' : 'a loopback socket' };
}

/**
 * How statements reach the server: `once` as a text that is parsed and planned each time, as the adapter sends them; `planned`
 * prepared under a name, and planned each time; `prepared` as the server likes, which after five times may plan for all values.
 */
export const WAYS = ['once', 'planned', 'prepared'];

/** @param {number} [timeout] ms after which a statement is given up */
function poolOf(url, way = 'once', timeout = 0) {
  const mode = way === 'planned' ? 'force_custom_plan' : 'auto';
  const options = `-c plan_cache_mode=${mode} -c statement_timeout=${timeout}`;
  return new (driver('pg').Pool)({ connectionString: url, max: 4, options });
}

function layoutOf(name) {
  return {
    table: [SCHEMA, name],
    ...(name === 'rows' && { labels: { table: [SCHEMA, `${name}_labels`] } }),
  };
}

/** What is asked of tables that are there, in one of the ways. */
export class PostgresQuestions {
  #pool;
  #way;
  #library;
  #layout;
  #statements = 0;

  constructor(library, { url, layout, way, timeout }) {
    this.#library = library;
    this.#pool = poolOf(url, way, timeout);
    this.#way = way;
    this.#layout = layoutOf(layout);
  }

  #run({ text, values }) {
    const name = this.#way === 'once' ? undefined : `s${this.#statements++}`;
    return () => this.#pool.query({ name, text, values });
  }

  ask(selector, namespace, limit) {
    const { countSql, selectSql } = this.#library;
    const of = { dialect: 'postgres', layout: this.#layout, ...(namespace !== undefined && { namespace }) };
    return { count: this.#run(countSql(selector, of)), first: this.#run(selectSql(selector, of, { limit })) };
  }

  close() {
    return this.#pool.end();
  }
}

/** Bytes of a layout's tables and of each of their indexes, by name. */
async function sizesOf(pool, name) {
  const { rows } = await pool.query(
    `SELECT c.relname AS name, pg_table_size(c.oid)::float8 AS bytes
    FROM pg_class AS c LEFT JOIN pg_index AS i ON i.indexrelid = c.oid
    WHERE coalesce(i.indrelid, c.oid) = ANY ($1::regclass[])`,
    [[`${SCHEMA}.${name}`, ...(name === 'rows' ? [`${SCHEMA}.${name}_labels`] : [])]],
  );
  return Object.fromEntries(rows.map((row) => [row.name.slice(name.length + 1) || 'objects', row.bytes]));
}

/**
 * PostgreSQL by the adapter, with the tables that `schemaSql` makes, and all of their indexes or some.
 *
 * @param {any} library
 * @param {{ url: string, layout: keyof typeof KEEPS }} options
 * @returns {Promise<import('../engines.js').SqlEngine>}
 */
export async function postgres({ postgresObjects, schemaSql }, { url, layout: name }) {
  const pool = poolOf(url);
  const table = `${SCHEMA}.${name}`;
  const drop = `DROP TABLE IF EXISTS ${table}, ${table}_labels`;
  const objects = postgresObjects(pool, { layout: layoutOf(name) });
  await pool.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
  await pool.query(drop);
  const copyFrom = driver('pg-copy-streams').from;
  const load = (lot) =>
    objects.load(
      lot.map(({ id, labels, namespace }) => [id, labels, namespace]),
      { copyFrom },
    );
  return {
    waits: true,
    // Indexes are made of what is there: that takes less than keeping them up.
    async load(lot) {
      const statements = schemaSql('postgres', layoutOf(name)).filter(KEEPS[name]);
      const tables = statements.filter((statement) => statement.startsWith('CREATE TABLE'));
      for (const statement of tables) await pool.query(statement);
      await load(lot);
      for (const statement of statements.filter((other) => !tables.includes(other)))
        await pool.query(statement);
      await pool.query(`VACUUM (ANALYZE) ${table}`);
      if (name === 'rows') await pool.query(`VACUUM (ANALYZE) ${table}_labels`);
    },
    size: () => sizesOf(pool, name),
    ask: askingOf(objects),
    change: ({ id, labels, namespace }) => objects.set(id, labels, namespace),
    changeMany: load,
    nothing: () => pool.query('SELECT 1'),
    async close() {
      await pool.query(drop);
      const { rows } = await pool.query('SELECT 1 FROM pg_tables WHERE schemaname = $1', [SCHEMA]);
      if (rows.length === 0) await pool.query(`DROP SCHEMA ${SCHEMA}`);
      await pool.end();
    },
  };
}
