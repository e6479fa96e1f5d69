import { type Fragment, sql } from '../../fragment.ts';
import type { LabelColumnNames, LabelTableNames, Names } from '../../names.ts';
import type { Site } from '../site.ts';
import { STAGE } from './stage.ts';

/** In the order of ids, indexes are written several times as fast. Rows that are there already, to the letter, are not written. */
function mergingColumn({ table, id, namespace }: Names, { column }: LabelColumnNames): readonly Fragment[] {
  return [
    sql`INSERT INTO ${table} AS o (${id}, ${namespace}, ${column}) SELECT DISTINCT ON (s.id) s.id, s.namespace, s.labels FROM ${STAGE} AS s ORDER BY s.id, s.position DESC ON CONFLICT (${id}) DO UPDATE SET ${namespace} = EXCLUDED.${namespace}, ${column} = EXCLUDED.${column} WHERE o.${namespace} IS DISTINCT FROM EXCLUDED.${namespace} OR o.${column} IS DISTINCT FROM EXCLUDED.${column}`,
  ];
}

/** Objects come first: that locks them, so that of two clients that put one of them the other waits. */
function mergingRows({ table, id, namespace }: Names, labels: LabelTableNames): readonly Fragment[] {
  const { object, key, value } = labels;
  return [
    sql`DELETE FROM ${STAGE} AS s USING (SELECT id, max(position) AS last FROM ${STAGE} GROUP BY id HAVING count(*) > 1) AS d WHERE s.id = d.id AND s.position < d.last`,
    sql`INSERT INTO ${table} AS o (${id}, ${namespace}) SELECT s.id, s.namespace FROM ${STAGE} AS s ORDER BY s.id ON CONFLICT (${id}) DO UPDATE SET ${namespace} = EXCLUDED.${namespace} WHERE o.${namespace} IS DISTINCT FROM EXCLUDED.${namespace}`,
    sql`DELETE FROM ${labels.table} AS l USING ${STAGE} AS s WHERE l.${object} = s.id AND NOT s.labels ? l.${key}`,
    sql`INSERT INTO ${labels.table} AS l (${object}, ${key}, ${value}) SELECT s.id, n.key, n.value FROM ${STAGE} AS s, jsonb_each_text(s.labels) AS n ORDER BY s.id, n.key ON CONFLICT (${object}, ${key}) DO UPDATE SET ${value} = EXCLUDED.${value} WHERE l.${value} <> EXCLUDED.${value}`,
  ];
}

/** The statements that put the objects in the stage, of entries with one id the last, and take the stage away. */
export function merging({ names }: Site<string | number>): readonly Fragment[] {
  const { labels } = names;
  const puts = labels.kind === 'column' ? mergingColumn(names, labels) : mergingRows(names, labels);
  return [...puts, sql`DROP TABLE ${STAGE}`];
}
