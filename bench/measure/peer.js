import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './statistics.js';

/** @returns {{ what: string, q?: string, ns?: number, nsPerObject?: number, count?: number, bytes?: number,
 *   hitsPerObject?: number }[]} */
function rowsOf(text) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
    .filter((row) => typeof row.what === 'string' && (row.ns ?? row.nsPerObject) !== undefined);
}

/**
 * Another program on the same corpora, whose results are lines of JSON: `{"what","q","ns"}` or, for a pass over all
 * objects, `{"what","q","nsPerObject","count"}`; `q` is the selector. What is done once for a corpus has none of it:
 * `{"what","ns","bytes"}`. Lines of other kinds are left alone.
 */
export class Peer {
  #directory;
  #command;
  /** Rows by corpus, a list for each run. */
  #runs = new Map();

  /**
   * @param {{ directory?: string, command?: string }} source a folder with a file of rows for each corpus, as
   * `varied.ndjson`, or a shell command that prints rows for the corpus in the folder `$CORPUS`
   */
  constructor({ directory, command }) {
    this.#directory = directory;
    this.#command = command;
  }

  #runsOn(corpus) {
    let runs = this.#runs.get(corpus);
    if (runs === undefined) {
      const file = this.#directory && join(this.#directory, `${corpus}.ndjson`);
      runs = file !== undefined && existsSync(file) ? [rowsOf(readFileSync(file, 'utf8'))] : [];
      this.#runs.set(corpus, runs);
    }
    return runs;
  }

  /**
   * Runs the command once on a corpus, where there is one: to be called between rounds of ours.
   *
   * @param {string} corpus
   * @param {(directory: string) => void} write puts the corpus into a folder
   */
  run(corpus, write) {
    if (this.#command === undefined) return;
    const directory = mkdtempSync(join(tmpdir(), 'labelwise-corpus-'));
    try {
      write(directory);
      const output = execFileSync('sh', ['-c', this.#command], {
        encoding: 'utf8',
        env: { ...process.env, CORPUS: directory },
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      this.#runsOn(corpus).push(rowsOf(output));
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  /**
   * @param {string} corpus
   * @param {string} what the kind of row
   * @param {string} [selector] none for what is done once for a corpus
   * @returns the median of the runs, the best, and what they found; undefined where there is no such row
   */
  result(corpus, what, selector) {
    const rows = this.#runsOn(corpus)
      .flat()
      .filter((row) => row.what === what && row.q === selector);
    if (rows.length === 0) return undefined;
    const times = rows.map((row) => row.nsPerObject ?? row.ns);
    const [{ count, bytes, hitsPerObject }] = rows;
    return {
      median: median(times),
      best: Math.min(...times),
      count,
      bytes,
      hitsPerObject,
      runs: rows.length,
    };
  }
}
