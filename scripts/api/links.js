/*
 * Holds that every link within the reference leads somewhere. The plugin numbers headings by all of its pages, and readers by
 * the page alone: a number too much is taken off.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../docs/api/', import.meta.url));
const pages = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => [join(folder, path), readFileSync(join(folder, path), 'utf8')]),
);

/** The places of a page that links may lead to: its headings, as readers number them, and what is marked. */
function anchorsOf(text) {
  const seen = new Map();
  const anchors = new Set([...text.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id));
  for (const [, heading] of text.matchAll(/^#+ (.+)$/gm)) {
    const slug = heading
      .toLowerCase()
      .replaceAll('\\', '')
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
}

const anchors = new Map([...pages].map(([path, text]) => [path, anchorsOf(text)]));
const lost = [];
for (const [path, text] of pages) {
  const mended = text.replace(/\]\(([^)#\s]*)#([^)\s]+)\)/g, (link, page, anchor) => {
    const there = anchors.get(page === '' ? path : resolve(dirname(path), page));
    if (there === undefined || there.has(anchor)) return link;
    const shorter = anchor.replace(/-\d+$/, '');
    if (there.has(shorter)) return `](${page}#${shorter})`;
    lost.push(`${path}: ${page}#${anchor}`);
    return link;
  });
  writeFileSync(path, mended);
}
for (const link of lost) console.error(`leads nowhere: ${link}`);
if (lost.length > 0) process.exit(1);
