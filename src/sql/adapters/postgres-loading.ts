import { type Fragment, sql } from '../fragment.ts';
import type { Names } from '../names.ts';
import { labelsJson, lotsOf, type StoredObject } from './entry.ts';
import type { PostgresQueryable } from './postgres-client.ts';

/** So many objects are sent with one statement. */
const LOT = 5_000;

/** A stream that a client copies from: one of `pg-copy-streams`, as far as it is used here. */
export interface CopyStream {
  write(chunk: string): boolean;
  end(): void;
  destroy(error?: Error): unknown;
  once(event: 'drain' | 'finish' | 'error', listener: (error: Error) => void): unknown;
  off(event: 'drain' | 'finish' | 'error', listener: (error: Error) => void): unknown;
}

/** `from` of `pg-copy-streams`: makes a stream for a statement `COPY … FROM STDIN`, which the client is given as a query. */
export type CopyFrom = (statement: string) => CopyStream;

/** Objects that are on their way, in the order they came. */
export const STAGING = 'labelwise_staging';

/** The statement that makes the table of objects on their way; it is gone with the transaction, or with what undoes it. */
export function stagingTable(type: Fragment): Fragment {
  return sql`CREATE TEMPORARY TABLE ${staging} (place bigint, id ${type}, namespace text, labels jsonb) ON COMMIT DROP`;
}

const staging: Fragment = { kind: 'fragment', parts: [`"${STAGING}"`] };

/** Of an id that came several times, the last one holds. */
const newest = sql`(SELECT DISTINCT ON (id) id, namespace, labels FROM ${staging} ORDER BY id, place DESC) AS newest`;

/** The statements that put objects on their way where they belong. */
export function settling({ table, id, namespace, labels }: Names): readonly Fragment[] {
  if (labels.kind === 'column') {
    const { column } = labels;
    return [
      sql`INSERT INTO ${table} (${id}, ${namespace}, ${column}) SELECT id, namespace, labels FROM ${newest} ON CONFLICT (${id}) DO UPDATE SET ${namespace} = EXCLUDED.${namespace}, ${column} = EXCLUDED.${column}`,
      sql`DROP TABLE ${staging}`,
    ];
  }
  const { table: rows, object, key, value } = labels;
  return [
    sql`INSERT INTO ${table} (${id}, ${namespace}) SELECT id, namespace FROM ${newest} ON CONFLICT (${id}) DO UPDATE SET ${namespace} = EXCLUDED.${namespace}`,
    sql`DELETE FROM ${rows} WHERE ${object} IN (SELECT id FROM ${staging})`,
    sql`INSERT INTO ${rows} (${object}, ${key}, ${value}) SELECT newest.id, label.key, label.value FROM ${newest} CROSS JOIN LATERAL jsonb_each_text(newest.labels) AS label`,
    sql`DROP TABLE ${staging}`,
  ];
}

/** Sends objects as parameters, which every client can: a statement for each lot. */
export async function stageByStatements(
  connection: PostgresQueryable,
  objects: AsyncIterable<StoredObject>,
  idType: string,
): Promise<void> {
  let place = 0;
  for await (const lot of lotsOf(objects, LOT)) {
    const from = place;
    place += lot.length;
    await connection.query(
      `INSERT INTO "${STAGING}" SELECT $1::bigint + place, id, namespace, labels::jsonb FROM unnest($2::${idType}[], $3::text[], $4::text[]) WITH ORDINALITY AS sent (id, namespace, labels, place)`,
      [
        from,
        lot.map(({ id }) => id),
        lot.map(({ namespace }) => namespace),
        lot.map(({ labels }) => labelsJson(labels)),
      ],
    );
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text in a line of the text format of COPY, in which a backslash begins everything that is special. */
function copied(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

/** Waits until a stream takes more, or has taken all, or fails. */
function settled(
  stream: CopyStream,
  event: 'drain' | 'finish',
  failed: () => Error | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const error = failed();
    if (error !== undefined) {
      reject(error);
      return;
    }
    const done = () => {
      stream.off('error', reject);
      resolve();
    };
    stream.once(event, done);
    stream.once('error', reject);
  });
}

/** Sends objects by COPY: a line for each, as fast as the server takes them, and no faster. */
export async function stageByCopy(
  connection: PostgresQueryable,
  objects: AsyncIterable<StoredObject>,
  copyFrom: CopyFrom,
): Promise<void> {
  const stream = copyFrom(`COPY "${STAGING}" (place, id, namespace, labels) FROM STDIN`);
  let failure: Error | undefined;
  stream.once('error', (error) => {
    failure = error;
  });
  // Given as a query, the stream is the client's until it ends.
  (connection as unknown as { query(stream: CopyStream): unknown }).query(stream);
  let place = 0;
  try {
    for await (const lot of lotsOf(objects, LOT)) {
      let chunk = '';
      for (const { id, namespace, labels } of lot) {
        chunk += `${place++}\t${copied(String(id))}\t${copied(namespace)}\t${copied(labelsJson(labels))}\n`;
      }
      if (!stream.write(chunk)) await settled(stream, 'drain', () => failure);
    }
  } catch (error) {
    // What was sent so far is undone with the transaction; the server is told that there is no more.
    await abandon(stream, failure);
    throw error;
  }
  stream.end();
  await settled(stream, 'finish', () => failure);
}

async function abandon(stream: CopyStream, failure: Error | undefined): Promise<void> {
  if (failure !== undefined) return;
  stream.end();
  try {
    await settled(stream, 'finish', () => undefined);
  } catch {
    // It failed on its own; the error that led here is the one to tell.
  }
}
