import { batchesOf, type SqlEntries } from '../entries.ts';
import { sendAll } from '../send-all.ts';
import { type Site, written } from '../site.ts';
import { type PostgresClient, rowsOf, type Source } from './client.ts';
import type { CopyFrom } from './copy.ts';
import { merging } from './merge.ts';
import { copying, INSERTING, staging } from './stage.ts';
import { inTransaction } from './transaction.ts';

/**
 * Puts many objects, all or none. Entries go to a temporary table, so the user's are not touched before all of them were read.
 *
 * @throws TypeError naming the entry and what is wrong with it; and what the iterable or the client throws
 */
export async function loadPostgres<Id extends string | number>(
  site: Site<Id>,
  source: Source,
  entries: SqlEntries<Id>,
  copyFrom: CopyFrom | undefined,
): Promise<void> {
  const filling = copyFrom === undefined ? INSERTING : copying(copyFrom);
  await inTransaction(source, async (client: PostgresClient) => {
    await rowsOf(client, written(staging(site), site.dialect).text);
    const batches = batchesOf(site, entries, filling.textOf, filling.size);
    await sendAll(batches, (texts) => filling.send(client, texts));
    for (const statement of merging(site)) await rowsOf(client, written(statement, site.dialect).text);
  });
}
