import type { Row } from '../entries.ts';
import type { PostgresClient } from './client.ts';

/** The stream that takes the rows of a COPY. */
export interface CopyStream {
  /**
   * Writes the rows, and that these are all.
   * @param rows in the text format of COPY: fields with a tab between them, and a LF behind each row
   */
  end(rows: string): unknown;
  /**
   * Tells that all is stored, or what went wrong.
   * @param event `finish` when all is stored, `error` when something went wrong
   * @param listener called with the error; without anything when all is stored
   */
  on(event: 'finish' | 'error', listener: (error: Error) => void): unknown;
}

/**
 * What makes a COPY of its statement, which a client of `pg` runs as a query: `from` of the package `pg-copy-streams`.
 * @param statement `COPY … FROM STDIN`, in the text format
 */
export type CopyFrom = (statement: string) => CopyStream;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A field as COPY reads texts: all but these stands for itself, and `\N`, which is NULL, cannot be left of anything. */
function field(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

/** A row as COPY reads it. */
export function copyRow({ id, namespace }: Row<string | number>, position: number, json: string): string {
  return `${position}\t${field(String(id))}\t${field(namespace)}\t${field(json)}\n`;
}

/**
 * Runs a COPY whose rows are there.
 * @throws what the client throws
 */
export async function runCopy(
  client: PostgresClient,
  copyFrom: CopyFrom,
  statement: string,
  rows: string,
): Promise<void> {
  const copy = copyFrom(statement);
  await new Promise<void>((resolve, reject) => {
    copy.on('error', reject);
    copy.on('finish', () => resolve());
    // A client of pg takes it as it takes statements, and gives it back; another one may refuse it.
    const given = (client as unknown as { query(copy: CopyStream): unknown }).query(copy);
    Promise.resolve(given).catch(reject);
    copy.end(rows);
  });
}
