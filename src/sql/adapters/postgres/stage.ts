import { type Fragment, sql } from '../../fragment.ts';
import { pairsJson } from '../../pairs-json.ts';
import type { BatchSize, Row } from '../entries.ts';
import type { Site } from '../site.ts';
import { type PostgresClient, rowsOf } from './client.ts';
import { type CopyFrom, copyRow, runCopy } from './copy.ts';

/** Where entries are kept until all of them are there. A table of this name that is there stays so, being in another schema. */
export const STAGE: Fragment = sql`pg_temp."labelwise_load"`;

/** The statement that creates it, with columns of the types that the user's are of. It goes with its transaction at the latest. */
export function staging({ names }: Site<string | number>): Fragment {
  const labels = names.labels.kind === 'column' ? names.labels.column : sql`NULL::jsonb`;
  return sql`CREATE TEMPORARY TABLE ${STAGE} ON COMMIT DROP AS SELECT 0::bigint AS position, ${names.id} AS id, ${names.namespace} AS namespace, ${labels} AS labels FROM ${names.table} WITH NO DATA`;
}

/** A way to bring rows there. */
export interface Filling {
  readonly size: BatchSize;
  textOf(row: Row<string | number>, position: number): string;
  send(client: PostgresClient, texts: string[]): Promise<void>;
}

const STAGE_TEXT = STAGE.parts.join('');

/** So much text is a round trip that does not count any more, and memory that does not count yet. */
const COPY_SIZE: BatchSize = { rows: 10_000, characters: 1 << 20 };

/** By COPY through a stream, where the client is one of `pg`. */
export function copying(copyFrom: CopyFrom): Filling {
  return {
    size: COPY_SIZE,
    textOf: (row, position) => copyRow(row, position, pairsJson(row.labels)),
    send: (client, texts) => runCopy(client, copyFrom, `COPY ${STAGE_TEXT} FROM STDIN`, texts.join('')),
  };
}

/**
 * By a statement with one parameter, a JSON list, which every client can send; in PGlite that takes a third of what its own COPY
 * does. A set of rows that a function gives is kept in memory up to `work_mem`, which is 4 MB where nobody said otherwise, so
 * batches are smaller.
 */
export const INSERTING: Filling = {
  size: { rows: 1_000, characters: 1 << 18 },
  textOf: ({ id, namespace, labels }, position) =>
    `{"position":${position},"id":${JSON.stringify(id)},"namespace":${JSON.stringify(namespace)},"labels":${pairsJson(labels)}}`,
  async send(client, texts) {
    const rows = `json_populate_recordset(NULL::${STAGE_TEXT}, $1::text::json)`;
    await rowsOf(client, `INSERT INTO ${STAGE_TEXT} SELECT * FROM ${rows}`, [`[${texts.join(',')}]`]);
  },
};
