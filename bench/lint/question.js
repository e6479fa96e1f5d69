import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { surveyManifests } from '../corpus/manifests/manifests.js';
import { writeManifests } from '../corpus/write.js';
import { inFreshProcess } from '../measure/fresh-process.js';
import { summary } from '../measure/statistics.js';

export { tables } from './tables.js';

/** Ends the run where something could not be read, or other mistakes are found than there are. */
function check({ objects, problems, findings }, { documents, expected }) {
  if (objects !== documents || problems > 0)
    throw new Error(`${documents} documents: ${objects} were read, and there were ${problems} problems`);
  const rules = new Set([...Object.keys(expected), ...Object.keys(findings)]);
  for (const rule of rules) {
    const [found, there] = [findings[rule] ?? 0, expected[rule] ?? 0];
    if (found !== there)
      throw new Error(`${documents} documents: ${found} × ${rule}, where there are ${there}`);
  }
}

function measure(size, { rounds, directory }) {
  const { expected, ...survey } = surveyManifests(size);
  const folder = mkdtempSync(join(tmpdir(), 'labelwise-manifests-'));
  try {
    writeManifests(size, folder);
    process.stderr.write(`${size.toLocaleString('en')} documents\n`);
    const results = Array.from({ length: rounds }, () => {
      const result = inFreshProcess('lint', { package: directory, folder });
      check(result, { documents: size, expected });
      return result;
    });
    const times = (of) => summary(results.map((result) => [of(result)]));
    return {
      ...survey,
      findings: Object.values(expected).reduce((sum, count) => sum + count, 0),
      rules: Object.keys(expected).length,
      reading: times(({ reading }) => reading),
      linting: times(({ linting }) => linting),
      whole: times(({ whole }) => whole),
      processor: times(({ processor }) => processor),
      memory: times(({ memory }) => memory),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * How long does it take to read and lint a large deployment, and how much memory?
 *
 * @param {{ rounds: number, package?: string, documents: readonly number[] }} options numbers of documents, ascending
 */
export function ask({ rounds, package: directory, documents }) {
  return {
    question: 'lint',
    unit: 's for all documents; MB of memory',
    rounds,
    deployments: documents.map((size) => measure(size, { rounds, directory })),
  };
}
