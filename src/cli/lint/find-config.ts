import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UsageError } from '../exit.ts';
import { printable } from '../output/printable.ts';

const NAMES = ['labelwise.yaml', '.labelwise.yaml'] as const;
/** What is easily written instead, and would be passed over without a word. */
const MISNAMED = ['labelwise.yml', '.labelwise.yml'] as const;

/** A path as the user would write it, from the folder that the command runs in. */
export function shownPath(path: string, from: string): string {
  const shown = relative(from, path);
  return shown === '' ? '.' : shown;
}

/** The folders that a configuration may be in: this one, and those around it as far as the one with `.git`. */
function candidates(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; !existsSync(join(at, '.git')); ) {
    const parent = dirname(at);
    // Outside of a repository, files further up belong to somebody else.
    if (parent === at) return [folder];
    folders.push(parent);
    at = parent;
  }
  return folders;
}

/**
 * The configuration file that holds in a folder, as an absolute path; undefined where there is none.
 *
 * @throws UsageError where there are two beside each other, or one with a wrong name
 */
export function findConfig(folder: string): string | undefined {
  for (const candidate of candidates(folder)) {
    const [found, other] = NAMES.map((name) => join(candidate, name)).filter((path) => existsSync(path));
    if (other !== undefined) {
      const [one, two] = [found ?? '', other].map((path) => printable(shownPath(path, folder)));
      throw new UsageError(`there are both ${one} and ${two}: keep one of them, or name it with --config`);
    }
    if (found !== undefined) return found;
    const misnamed = MISNAMED.map((name) => join(candidate, name)).find((path) => existsSync(path));
    if (misnamed !== undefined) {
      const name = printable(shownPath(misnamed, folder));
      throw new UsageError(
        `${name} is not read: call it ${name.replace(/yml$/, 'yaml')}, or say --no-config`,
      );
    }
  }
  return undefined;
}
