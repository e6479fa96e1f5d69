import type { SqlLayout } from '../../src/sql.ts';
import type { Opened } from './available.ts';

/* A million objects of five and six labels, made by the databases themselves: from rare to most have it. */

export const MILLION = 1_000_000;

const APPS = 5_000;

/** Statements that fill the tables of a layout, and tell the planner what is in them. */
function filling({ dialect }: Opened, { labels }: SqlLayout): readonly string[] {
  const isRows = labels !== undefined && 'table' in labels;
  if (dialect === 'clickhouse') {
    return [
      `INSERT INTO objects SELECT concat('pod-', leftPad(toString(number), 7, '0')), concat('ns-', toString(number % 200)),
        mapConcat(map('app', concat('app-', toString(number % ${APPS})), 'tier', ['front', 'back', 'cache', 'db'][1 + number % 4],
          'env', ['prod', 'qa', 'dev'][1 + number % 3], 'rev', toString(number % 1000)),
          if(number % 100000 = 7, map('canary', ''), map())) FROM numbers(${MILLION})`,
    ];
  }
  if (dialect === 'sqlite') {
    const numbers = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${MILLION - 1})`;
    const row = (key: string, value: string, where = '1') =>
      `INSERT INTO thing_labels ${numbers} SELECT printf('pod-%07d', i), '${key}', ${value} FROM n WHERE ${where}`;
    return isRows
      ? [
          `INSERT INTO things ${numbers} SELECT printf('pod-%07d', i), 'ns-' || (i % 200) FROM n`,
          row('app', `'app-' || (i % ${APPS})`),
          row('tier', "CASE i % 4 WHEN 0 THEN 'front' WHEN 1 THEN 'back' WHEN 2 THEN 'cache' ELSE 'db' END"),
          row('env', "CASE i % 3 WHEN 0 THEN 'prod' WHEN 1 THEN 'qa' ELSE 'dev' END"),
          row('canary', "''", 'i % 1000 = 0'),
          'ANALYZE',
        ]
      : [];
  }
  const labelsOf = `jsonb_build_object('app', 'app-' || (i % ${APPS}), 'tier', (array['front', 'back', 'cache', 'db'])[1 + i % 4],
    'env', (array['prod', 'qa', 'dev'])[1 + i % 3], 'rev', (i % 1000)::text)
    || CASE WHEN i % 1000 = 0 THEN '{"canary": ""}' ELSE '{}' END::jsonb`;
  const series = `generate_series(0, ${MILLION - 1}) AS i`;
  return isRows
    ? [
        `INSERT INTO things SELECT 'pod-' || i, 'ns-' || (i % 200) FROM ${series}`,
        `INSERT INTO thing_labels SELECT 'pod-' || i, l.key, l.value FROM ${series}, jsonb_each_text(${labelsOf}) AS l`,
        'VACUUM ANALYZE things',
        'VACUUM ANALYZE thing_labels',
      ]
    : [
        `INSERT INTO objects SELECT 'pod-' || i, 'ns-' || (i % 200), ${labelsOf} FROM ${series}`,
        'VACUUM ANALYZE objects',
      ];
}

/** Fills the tables of a layout with a million objects. */
export async function fill(database: Opened, layout: SqlLayout): Promise<void> {
  for (const text of filling(database, layout)) {
    if (database.dialect === 'postgres') await database.client.query(text);
    else if (database.dialect === 'sqlite') database.client.exec(text);
    else await database.client.command({ query: text });
  }
}
