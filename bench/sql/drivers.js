import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Where clients are: those in plain JavaScript beside the package's own tools, the others in a package of their own. */
const PLACES = ['../../package.json', '../../test/databases/package.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * A database's client.
 * @param {string} name of its package
 * @returns undefined where it is not installed
 */
export function driver(name) {
  for (const place of PLACES.filter((path) => existsSync(path))) {
    const require = createRequire(place);
    try {
      require.resolve(name);
    } catch {
      continue;
    }
    return require(name);
  }
  return undefined;
}
