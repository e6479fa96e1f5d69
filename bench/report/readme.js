import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { QUESTIONS } from '../questions.js';
import { summaryTable } from './summary.js';

const PAGES = ['../README.md', '../../README.md', '../../docs/sql.md'].map(
  (path) => new URL(path, import.meta.url),
);

function resultOf(question) {
  const file = new URL(`../results/${question}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** One line on where the numbers come from. */
function origin({ measuredOn: { date, node, cpu, commit, uncommittedSources } }) {
  const changed = uncommittedSources ? ', with uncommitted changes' : '';
  return `Measured ${date.slice(0, 10)} on Node ${node}, ${cpu}; commit ${commit.slice(0, 12)}${changed}.`;
}

/** Every block of the pages that results fill: `<!-- parse.selectors -->` to `<!-- end -->`. */
function blocks() {
  const filled = new Map();
  for (const [question, { tables }] of Object.entries(QUESTIONS)) {
    const result = resultOf(question);
    if (result === undefined) continue;
    filled.set(`${question}.origin`, origin(result));
    for (const [name, text] of Object.entries(tables(result))) filled.set(`${question}.${name}`, text);
  }
  const results = Object.fromEntries(
    Object.keys(QUESTIONS).map((question) => [question, resultOf(question)]),
  );
  filled.set('bench.summary', summaryTable(results));
  return filled;
}

function withBlocks(text) {
  const filled = blocks();
  return text.replace(/<!-- ([a-z]+\.[a-z-]+) -->\n[\s\S]*?<!-- end -->/g, (block, name) => {
    const content = filled.get(name);
    return content === undefined ? block : `<!-- ${name} -->\n${content}\n<!-- end -->`;
  });
}

/** Every picture that results are drawn as, by its file in the folder of the results. */
function pictures() {
  return Object.entries(QUESTIONS).flatMap(([question, { plots }]) => {
    const result = plots && resultOf(question);
    return Object.entries(result === undefined ? {} : plots(result)).map(([name, svg]) => ({
      file: new URL(`../results/${question}-${name}.svg`, import.meta.url),
      svg,
    }));
  });
}

/** Puts the tables of the results into the pages that show them. */
export function writeTables() {
  for (const page of PAGES) writeFileSync(page, withBlocks(readFileSync(page, 'utf8')));
}

/** Draws the plots of the results. */
export function writePlots() {
  for (const { file, svg } of pictures()) writeFileSync(file, svg);
}

/** Whether the pages hold the tables of the results, and the plots are those of the results. */
export function reportInStep() {
  const pagesAre = PAGES.every((page) => {
    const text = readFileSync(page, 'utf8');
    return withBlocks(text) === text;
  });
  return (
    pagesAre && pictures().every(({ file, svg }) => existsSync(file) && readFileSync(file, 'utf8') === svg)
  );
}
