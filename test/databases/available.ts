import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createClient } from '@clickhouse/client';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { ClickHouseClient, PostgresClient, SqliteDatabase } from '../../src/sql.ts';

/*
 * The databases that selectors are tried on. PGlite is always there; the others where they are found. With
 * LABELWISE_DATABASES=required, one that is not found is a failure.
 */

/** A database that is open. */
export type Opened =
  | { readonly dialect: 'postgres'; readonly client: PostgresClient; readonly close: () => Promise<void> }
  | { readonly dialect: 'sqlite'; readonly client: SqliteDatabase; readonly close: () => Promise<void> }
  | {
      readonly dialect: 'clickhouse';
      readonly client: ClickHouseClient;
      readonly close: () => Promise<void>;
    };

/** A database by its name, and how it is opened; or why it is not there. */
export interface Available {
  readonly name: string;
  readonly open?: () => Promise<Opened>;
  readonly missing?: string;
}

const INSTALL = 'npm run databases installs it';

const required = createRequire(import.meta.url);

function isInstalled(name: string): boolean {
  try {
    required.resolve(name);
    return true;
  } catch {
    return false;
  }
}

async function openPglite(): Promise<Opened> {
  const client = await PGlite.create();
  return { dialect: 'postgres', client, close: () => client.close() };
}

/** A schema of its own, so that test files can share a server. */
async function openPostgres(url: string): Promise<Opened> {
  const schema = `labelwise_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`CREATE SCHEMA ${schema}`);
  const client = new pg.Pool({ connectionString: url, options: `-c search_path=${schema}` });
  const close = async () => {
    await client.end();
    await admin.query(`DROP SCHEMA ${schema} CASCADE`);
    await admin.end();
  };
  return { dialect: 'postgres', client, close };
}

function sqlite(): Available {
  // Vite would look for the module when it reads this file.
  const builtin = process.getBuiltinModule?.('node:sqlite') as
    | { DatabaseSync: new (path: string) => SqliteDatabase & { close(): void } }
    | undefined;
  if (builtin !== undefined) {
    const open = async (): Promise<Opened> => {
      const client = new builtin.DatabaseSync(':memory:');
      return { dialect: 'sqlite', client, close: async () => client.close() };
    };
    return { name: 'SQLite (node:sqlite)', open };
  }
  if (!isInstalled('better-sqlite3')) {
    return {
      name: 'SQLite',
      missing: `this Node has no node:sqlite, and better-sqlite3 is not there: ${INSTALL}`,
    };
  }
  const open = async (): Promise<Opened> => {
    const Database = required('better-sqlite3') as new (path: string) => SqliteDatabase & { close(): void };
    const client = new Database(':memory:');
    return { dialect: 'sqlite', client, close: async () => client.close() };
  };
  return { name: 'SQLite (better-sqlite3)', open };
}

async function openClickHouse(): Promise<Opened> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('clickhouse-server.js', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data) => resolve(String(data).trim()));
    server.once('exit', (code) => reject(new Error(`ClickHouse ended with ${code} before it listened`)));
  });
  const client = createClient({ url: `http://127.0.0.1:${port}` });
  const close = async () => {
    await client.close();
    server.stdin.end();
    await new Promise((resolve) => server.once('exit', resolve));
  };
  return { dialect: 'clickhouse', client, close };
}

function postgres(): Available {
  const url = process.env.LABELWISE_POSTGRES;
  return url === undefined
    ? {
        name: 'PostgreSQL',
        missing: 'LABELWISE_POSTGRES has to say where it is, as postgres://user@localhost:5432/test',
      }
    : { name: 'PostgreSQL', open: () => openPostgres(url) };
}

/** All databases, those that are missing among them. */
export const DATABASES: readonly Available[] = [
  { name: 'PGlite', open: openPglite },
  postgres(),
  sqlite(),
  isInstalled('chdb')
    ? { name: 'ClickHouse', open: openClickHouse }
    : { name: 'ClickHouse', missing: `the package chdb is not there: ${INSTALL}` },
];

/** Whether a database that is missing is a failure. */
export const IS_REQUIRED: boolean = process.env.LABELWISE_DATABASES === 'required';
