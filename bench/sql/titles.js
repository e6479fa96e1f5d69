/** How engines are called, apart from what they load: tables are made without any database. */
export const ENGINES = {
  labelwise: 'LabelIndex',
  postgres: 'PostgreSQL, column',
  postgresPairs: 'PostgreSQL, column, index of pairs alone',
  postgresKeys: 'PostgreSQL, column, index of keys alone',
  postgresRows: 'PostgreSQL, table of labels',
  sqlite: 'SQLite, column',
  sqliteRows: 'SQLite, table of labels',
  clickhouse: 'ClickHouse',
};

/** @typedef {keyof typeof ENGINES} SqlEngineName */
export const SQL_ENGINE_NAMES = Object.keys(ENGINES);
