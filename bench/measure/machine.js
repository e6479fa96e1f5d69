import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';

function git(cwd, ...args) {
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Where and of what a result was measured.
 *
 * @param {string} directory of the package
 */
export function machine(directory) {
  const [first] = cpus();
  return {
    date: new Date().toISOString(),
    node: process.version,
    v8: process.versions.v8,
    cpu: `${first?.model ?? 'unknown'}, ${cpus().length} cores, ${process.platform} ${process.arch}`,
    loadAverage: Number((loadavg()[0] ?? 0).toFixed(2)),
    commit: git(directory, 'rev-parse', 'HEAD') ?? 'unknown',
    // Sources that differ from the commit: such results are for comparing, not for keeping.
    uncommittedSources: (git(directory, 'status', '--porcelain', '--', 'src') ?? '') !== '',
  };
}
