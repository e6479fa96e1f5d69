import { objectLines } from '../corpus/label-sets.js';
import { countNaively } from '../corpus/naive-scan.js';
import { SELECTORS } from '../corpus/selectors.js';
import { timeByTurns } from '../measure/batches.js';

const MATCH_PLAN = { warmUp: 60, batch: 4, batches: 12 };
const COMPILE_PLAN = { warmUp: 20, batch: 1, batches: 5 };

/** A loop over all label sets; one call is one pass. Every answer is counted. */
function scanning(matches, labelSets) {
  return (calls) => {
    let count = 0;
    for (let call = 0; call < calls; call++) {
      for (let i = 0; i < labelSets.length; i++) if (matches(labelSets[i])) count++;
    }
    return count;
  };
}

function compiling(compileSelector, selector) {
  return (calls) => {
    let parameters = 0;
    for (let i = 0; i < calls; i++) parameters += compileSelector(selector).length;
    return parameters;
  };
}

/**
 * @param {string} entry
 * @param {{ corpus?: import('../corpus/label-sets.js').CorpusName, shape?: 'objects' | 'maps' }} options
 * @returns for each selector, how many label sets match, ns per match of each batch, and ns to compile it
 */
export async function round(entry, { corpus = 'varied', shape = 'objects' }) {
  const { compileSelector, parseSelector } = await import(entry);
  const objects = objectLines(corpus).map((line) => JSON.parse(line).labels);
  const labelSets = shape === 'maps' ? objects.map((labels) => new Map(Object.entries(labels))) : objects;
  const scans = SELECTORS.map(([text]) => scanning(compileSelector(parseSelector(text)), labelSets));
  const counts = SELECTORS.map(([text, meaning], index) => {
    const count = scans[index](1);
    const expected = countNaively(meaning, objects);
    if (count !== expected)
      throw new Error(`${text}: matches ${count} ${shape}; the naive scan finds ${expected}`);
    return count;
  });
  const match = timeByTurns(scans, MATCH_PLAN).map((batches) => batches.map((ns) => ns / labelSets.length));
  const compile = timeByTurns(
    SELECTORS.map(([text]) => compiling(compileSelector, parseSelector(text))),
    COMPILE_PLAN,
  );
  return { counts, match, compile };
}
