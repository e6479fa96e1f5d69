import type { LabelColumnNames } from '../../names.ts';
import { type BatchSize, batchesOf, type Row, type SqlEntries } from '../entries.ts';
import { sendAll } from '../send-all.ts';
import { type Site, written } from '../site.ts';
import type { ClickHouseClient } from './client.ts';

/** ClickHouse wants few inserts that are large. One of this size is one block, which is there wholly or not at all. */
const SIZE: BatchSize = { rows: 50_000, characters: 1 << 23 };

/** Where an insert says nothing else, tables may take one like an earlier one for a repetition, and drop it. */
const TOKEN = Math.random().toString(36).slice(2);
let inserts = 0;

type Values = readonly [id: string | number, namespace: string, labels: Readonly<Record<string, string>>];

/** fromEntries defines own properties, so a label named `__proto__` stays a label. */
function valuesOf({ id, namespace, labels }: Row<string | number>): Values {
  return [id, namespace, Object.fromEntries(labels)];
}

async function insert(
  client: ClickHouseClient,
  { names, dialect }: Site<string | number>,
  values: readonly Values[],
  isLoad: boolean,
): Promise<void> {
  const { column } = names.labels as LabelColumnNames;
  const text = (name: typeof column) => written(name, dialect).text;
  inserts++;
  await client.insert({
    table: text(names.table),
    columns: [text(names.id), text(names.namespace), text(column)],
    values,
    format: 'JSONCompactEachRow',
    clickhouse_settings: {
      insert_deduplication_token: `labelwise-${TOKEN}-${inserts}`,
      // The server would put batches together, and no longer be done with them in their order.
      ...(isLoad && { async_insert: 0 }),
    },
  });
}

/** Puts one object. */
export async function insertOne<Id extends string | number>(
  client: ClickHouseClient,
  site: Site<Id>,
  row: Row<Id>,
): Promise<void> {
  await insert(client, site, [valuesOf(row)], false);
}

/**
 * Puts many objects, batch by batch: the entries of a batch are checked before it is sent.
 * @throws TypeError naming the entry and what is wrong with it; and what the iterable or the client throws
 */
export async function insertMany<Id extends string | number>(
  client: ClickHouseClient,
  site: Site<Id>,
  entries: SqlEntries<Id>,
): Promise<void> {
  await sendAll(batchesOf(site, entries, valuesOf, SIZE), async (batch) => {
    const last = new Map(batch.map((values) => [values[0], values]));
    await insert(client, site, [...last.values()], true);
  });
}
