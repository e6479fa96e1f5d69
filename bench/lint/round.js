import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processorTime } from '../measure/processor-time.js';

const MEGABYTE = 1e6;

/** The files of a folder as texts, each with its name; without a folder those of a deployment that is made here and now. */
async function filesOf(folder, size) {
  if (folder === undefined)
    return [...(await import('../corpus/manifests/manifests.js')).manifestFiles(size)];
  return readdirSync(folder).map((source) => ({ source, text: readFileSync(join(folder, source), 'utf8') }));
}

async function readAll(readManifests, files) {
  const objects = [];
  const problems = [];
  for (const { source, text } of files) {
    const read = await readManifests(text, source);
    for (const object of read.objects) objects.push(object);
    for (const problem of read.problems) problems.push(problem);
  }
  return { objects, problems };
}

function countByRule(findings) {
  const counts = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/**
 * Lints a deployment once, as a command does: nothing is warm.
 *
 * @param {string} entry
 * @param {{ folder?: string, size?: number }} options where the files are, or how many documents to make
 * @returns seconds of reading and of linting; of the whole process up to the findings, by the clock and of processor time; MB of
 * memory at the peak
 */
export async function round(entry, { folder, size = 1_000 }) {
  const { lintManifests, readManifests } = await import(new URL('manifests.js', entry).href);
  const files = await filesOf(folder, size);
  const start = performance.now();
  const { objects, problems } = await readAll(readManifests, files);
  const read = performance.now();
  const findings = lintManifests(objects, { problems });
  const linted = performance.now();
  return {
    objects: objects.length,
    problems: problems.length,
    findings: countByRule(findings),
    reading: (read - start) / 1000,
    linting: (linted - read) / 1000,
    // The clock of a process begins with it.
    whole: linted / 1000,
    processor: processorTime() / 1000,
    memory: (process.resourceUsage().maxRSS * 1024) / MEGABYTE,
  };
}
