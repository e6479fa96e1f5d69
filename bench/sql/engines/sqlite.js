import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driver } from '../drivers.js';
import { askingOf } from './asking.js';

/** @returns {string | undefined} the version, where there is a client */
export function sqliteVersion() {
  const Database = driver('better-sqlite3');
  if (Database === undefined) return undefined;
  const database = new Database(':memory:');
  const { version } = database.prepare('SELECT sqlite_version() AS version').get();
  database.close();
  return version;
}

/**
 * SQLite in the program's process, in a file, by the adapter.
 *
 * @param {any} library
 * @param {{ layout: 'column' | 'rows' }} options
 * @returns {import('../engines.js').SqlEngine}
 */
export function sqlite({ sqliteObjects, schemaSql }, { layout: name }) {
  const folder = mkdtempSync(join(tmpdir(), 'labelwise-bench-'));
  const file = join(folder, 'objects.db');
  const database = new (driver('better-sqlite3'))(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  const layout = name === 'rows' ? { labels: { table: 'object_labels' } } : {};
  const objects = sqliteObjects(database, { layout });
  const load = (lot) => objects.load(lot.map(({ id, labels, namespace }) => [id, labels, namespace]));
  return {
    waits: false,
    load(lot) {
      const statements = schemaSql('sqlite', layout);
      const tables = statements.filter((text) => text.startsWith('CREATE TABLE'));
      for (const text of tables) database.exec(text);
      load(lot);
      for (const text of statements.filter((other) => !tables.includes(other))) database.exec(text);
      database.exec('ANALYZE');
      database.pragma('wal_checkpoint(TRUNCATE)');
    },
    size: () => ({ file: statSync(file).size }),
    ask: askingOf(objects),
    change: ({ id, labels, namespace }) => objects.set(id, labels, namespace),
    changeMany: load,
    nothing: undefined,
    close() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
