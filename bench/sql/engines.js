import { clickhouse, clickhouseVersion } from './engines/clickhouse.js';
import { labelwise } from './engines/labelwise.js';
import { postgres, postgresServer } from './engines/postgres.js';
import { sqlite, sqliteVersion } from './engines/sqlite.js';

/**
 * What is compared.
 *
 * @typedef {object} SqlEngine
 * @property {boolean} waits whether its answers are promises
 * @property {(objects: readonly import('../index/engines.js').FleetObject[]) => void | Promise<void>} load until it is ready to be asked
 * @property {() => any} size bytes on disk, by part
 * @property {(selector: any, namespace?: string) => { count: () => any, first: (limit: number) => any, ids: () => any }} ask
 * @property {((object: any) => any) | undefined} change gives one object other labels, for good
 * @property {(objects: readonly any[]) => any} changeMany the same of many at a time
 * @property {(() => any) | undefined} nothing the least that can be asked, where asking takes a way
 * @property {(id: string) => any} [remove]
 * @property {() => any} close and takes away what was made
 */

const ofPostgres = (layout) => ({
  needs: 'postgres',
  start: (library, url) => postgres(library, { url, layout }),
});

const ofSqlite = (layout) => ({ needs: 'sqlite', start: (library) => sqlite(library, { layout }) });

/**
 * How each engine is started, and which database it needs.
 *
 * @type {Record<import('./titles.js').SqlEngineName, { start: (library: any, url?: string) => SqlEngine | Promise<SqlEngine>,
 *   needs?: 'postgres' | 'sqlite' | 'clickhouse' }>}
 */
export const ENGINES = {
  labelwise: { start: labelwise },
  postgres: ofPostgres('both'),
  postgresPairs: ofPostgres('pairs'),
  postgresKeys: ofPostgres('keys'),
  postgresRows: ofPostgres('rows'),
  sqlite: ofSqlite('column'),
  sqliteRows: ofSqlite('rows'),
  clickhouse: { needs: 'clickhouse', start: clickhouse },
};

/** Which databases there are here, and of which version. */
export async function databases(url) {
  return {
    postgres: await postgresServer(url),
    sqlite: sqliteVersion(),
    clickhouse: clickhouseVersion(),
  };
}
