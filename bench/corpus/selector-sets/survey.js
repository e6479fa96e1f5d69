import { createHash } from 'node:crypto';
import { writtenSelectors } from './selector-sets.js';

const NEGATIVE = new Set(['none of', 'not there']);
const RANGE = new Set(['above', 'below']);

/** Forms of selectors, each told by the first of these that it is: the title, and the test of its meaning. */
const FORMS = [
  ['everything', (meaning) => meaning.length === 0],
  ['a range', (meaning) => meaning.some(([, test]) => RANGE.has(test))],
  ['negative only', (meaning) => meaning.every(([, test]) => NEGATIVE.has(test))],
  ['a negation beside a positive', (meaning) => meaning.some(([, test]) => NEGATIVE.has(test))],
  ['a set', (meaning) => meaning.some(([, test, ...values]) => test === 'one of' && values.length > 1)],
  ['a key there', (meaning) => meaning.some(([, test]) => test === 'there')],
  ['equality', () => true],
];

export const FORM_TITLES = FORMS.map(([title]) => title).reverse();

/** A line of `selectors.ndjson`. */
export function selectorLine({ id, namespace, selector }) {
  return JSON.stringify({ id, ...(namespace !== undefined && { namespace }), selector });
}

/**
 * What a set is made of: shares of all its selectors, 0 to 1, and what tells it from another set.
 *
 * @param {{ set: import('./selector-sets.js').SetName, shape: import('../fleet/objects.js').Shape, size: number }} which
 */
export function surveySelectors(which) {
  const hash = createHash('sha256');
  const counts = new Map();
  const texts = new Set();
  let namespaced = 0;
  let size = 0;
  for (const written of writtenSelectors(which)) {
    hash.update(selectorLine(written)).update('\n');
    const [title] = FORMS.find(([, isForm]) => isForm(written.meaning));
    counts.set(title, (counts.get(title) ?? 0) + 1);
    texts.add(`${written.namespace ?? ''} ${written.selector}`);
    if (written.namespace !== undefined) namespaced++;
    size++;
  }
  const share = (count) => Number((count / size).toFixed(4));
  return {
    sha256: hash.digest('hex'),
    namespaced: share(namespaced),
    different: share(texts.size),
    forms: Object.fromEntries(
      FORM_TITLES.flatMap((title) => (counts.has(title) ? [[title, share(counts.get(title))]] : [])),
    ),
  };
}
