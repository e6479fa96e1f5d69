/*
 * CHANGELOG.md and versions. `node scripts/changelog.js 1.2.3` prints what it says of a version. As npm's `version` script
 * (`npm version minor`), what stands under "Unreleased" becomes the new version, with today's date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = new URL('../CHANGELOG.md', import.meta.url);
const UNRELEASED = '## Unreleased';

/** What a changelog says under the heading of a version; undefined where there is none. */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const found = sections.find((section) => /^\S+/.exec(section)?.[0] === version);
  return found?.slice(found.indexOf('\n') + 1).trim();
}

/** A changelog in which what was not released is of a version, and nothing is unreleased. */
export function released(changelog, version, date) {
  if (notesOf(changelog, version) !== undefined) throw new Error(`CHANGELOG.md has ${version} already`);
  if (!notesOf(changelog, 'Unreleased')) {
    throw new Error(
      `CHANGELOG.md says nothing under "${UNRELEASED}": a version in which nothing changed is none`,
    );
  }
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## ${version} – ${date}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , asked] = process.argv;
  const changelog = readFileSync(path, 'utf8');
  if (asked === undefined) {
    const version = process.env.npm_package_version ?? '';
    writeFileSync(path, released(changelog, version, new Date().toISOString().slice(0, 10)));
  } else {
    const notes = notesOf(changelog, asked);
    if (notes === undefined) throw new Error(`CHANGELOG.md says nothing of ${asked}`);
    console.log(notes);
  }
}
