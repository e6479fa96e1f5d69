import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORPUS_NAMES } from '../corpus/label-sets.js';
import { writeCorpus } from '../corpus/write.js';
import { median } from './statistics.js';

/** @returns {{ what: string, q: string, ns?: number, nsPerObject?: number, count?: number }[]} */
function rowsOf(text) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
    .filter((row) => typeof row.what === 'string' && typeof row.q === 'string');
}

/**
 * Another program on the same corpora, whose results are lines of JSON: `{"what","q","ns"}` or, for a pass over all
 * objects, `{"what","q","nsPerObject","count"}`; `q` is the selector. Lines of other kinds are left alone.
 */
export class Peer {
  #command;
  /** Rows by corpus, a list for each run. */
  #runs = Object.fromEntries(CORPUS_NAMES.map((name) => [name, []]));

  /**
   * @param {{ directory?: string, command?: string }} source a folder with `varied.ndjson` and `cluster.ndjson`, or
   * a shell command that prints rows for the corpus in the folder `$CORPUS`
   */
  constructor({ directory, command }) {
    this.#command = command;
    if (directory === undefined) return;
    for (const name of CORPUS_NAMES) {
      const file = join(directory, `${name}.ndjson`);
      if (existsSync(file)) this.#runs[name].push(rowsOf(readFileSync(file, 'utf8')));
    }
  }

  /** Runs the command once on a corpus, where there is one: to be called between rounds of ours. */
  run(corpus) {
    if (this.#command === undefined) return;
    const directory = mkdtempSync(join(tmpdir(), 'labelwise-corpus-'));
    try {
      writeCorpus(corpus, directory);
      const output = execFileSync('sh', ['-c', this.#command], {
        encoding: 'utf8',
        env: { ...process.env, CORPUS: directory },
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      this.#runs[corpus].push(rowsOf(output));
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  /**
   * @param {string} corpus
   * @param {string} what the kind of row
   * @param {string} selector
   * @returns the median of the runs, the best, and the count they found; undefined where there is no such row
   */
  result(corpus, what, selector) {
    const rows = this.#runs[corpus].flat().filter((row) => row.what === what && row.q === selector);
    if (rows.length === 0) return undefined;
    const times = rows.map((row) => row.nsPerObject ?? row.ns);
    return { median: median(times), best: Math.min(...times), count: rows[0].count, runs: rows.length };
  }
}
