/*
 * ClickHouse behind as much of its HTTP interface as `@clickhouse/client` asks for: the engine of the package `chdb`, in a process
 * of its own, since it may end its process when it ends. Prints the port that it listens on.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chdb from 'chdb';

const folder = mkdtempSync(join(tmpdir(), 'labelwise-clickhouse-'));
const session = new chdb.Session(folder);
session.query('CREATE DATABASE IF NOT EXISTS labelwise');
session.query('USE labelwise');

// In the URL of the interface NUL is one character of many; a statement would end at it.
const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')}'`;

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

// As long as ClickHouse takes addresses by default.
const server = createServer({ maxHeaderSize: 2 ** 20 }, async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const body = await bodyOf(request);
  const query = url.searchParams.get('query');
  const statement = query === null ? body : `${query}\n${body}`;
  try {
    // Values of parameters come escaped as in the URL of the interface, and are read so by SET too.
    for (const [name, value] of url.searchParams) {
      if (name.startsWith('param_')) session.query(`SET ${name} = ${quoted(value)}`);
    }
    const result = session.query(statement, 'TSV');
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(result);
  } catch (error) {
    const [, code = '0'] = /Code: (\d+)/.exec(String(error)) ?? [];
    response.writeHead(500, { 'x-clickhouse-exception-code': code });
    response.end(String(error.message ?? error));
  }
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
// Whoever started this is gone when its end of the pipe is.
process.stdin.resume();
process.stdin.on('end', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
