import { type Fragment, parameter, sql } from '../../fragment.ts';
import { pairsJson } from '../../pairs-json.ts';
import type { Row } from '../entries.ts';
import type { Site } from '../site.ts';

/**
 * The statements that put one object, all of which have to be run in a transaction; only rows that differ are written. The
 * first one locks the object, so that of two clients that put it one waits, and sees what the other did.
 */
export function putting<Id extends string | number>(
  { names }: Site<Id>,
  { id, labels, namespace }: Row<Id>,
): readonly Fragment[] {
  const anId = parameter(id);
  const ns = names.namespace;
  // As text and then as jsonb: some drivers write parameters of type jsonb as JSON once more.
  const json = sql`${parameter(pairsJson(labels))}::text::jsonb`;
  if (names.labels.kind === 'column') {
    const { column } = names.labels;
    return [
      sql`INSERT INTO ${names.table} AS o (${names.id}, ${ns}, ${column}) VALUES (${anId}, ${parameter(namespace)}, ${json}) ON CONFLICT (${names.id}) DO UPDATE SET ${ns} = EXCLUDED.${ns}, ${column} = EXCLUDED.${column} WHERE o.${ns} IS DISTINCT FROM EXCLUDED.${ns} OR o.${column} IS DISTINCT FROM EXCLUDED.${column}`,
    ];
  }
  const { table, object, key, value } = names.labels;
  return [
    sql`INSERT INTO ${names.table} AS o (${names.id}, ${ns}) VALUES (${anId}, ${parameter(namespace)}) ON CONFLICT (${names.id}) DO UPDATE SET ${ns} = EXCLUDED.${ns} WHERE o.${ns} IS DISTINCT FROM EXCLUDED.${ns}`,
    sql`DELETE FROM ${table} AS l WHERE l.${object} = ${anId} AND NOT ${json} ? l.${key}`,
    sql`INSERT INTO ${table} AS l (${object}, ${key}, ${value}) SELECT o.${names.id}, n.key, n.value FROM ${names.table} AS o, jsonb_each_text(${json}) AS n WHERE o.${names.id} = ${anId} ON CONFLICT (${object}, ${key}) DO UPDATE SET ${value} = EXCLUDED.${value} WHERE l.${value} <> EXCLUDED.${value}`,
  ];
}

/** The statement that deletes an object, and gives a row if it was there. */
export function deleting<Id extends string | number>({ names }: Site<Id>, id: Id): Fragment {
  const anId = parameter(id);
  const object = sql`DELETE FROM ${names.table} WHERE ${names.id} = ${anId} RETURNING ${names.id}`;
  if (names.labels.kind === 'column') return object;
  // A table of the user's need not do it by itself.
  return sql`WITH gone AS (DELETE FROM ${names.labels.table} WHERE ${names.labels.object} = ${anId}) ${object}`;
}
