import { FORM_TITLES } from '../corpus/selector-sets/survey.js';
import { duration } from '../report/duration.js';
import { figure, table } from '../report/table.js';
import { aims } from './aims.js';
import { bySet } from './shown.js';

const percent = (share) => (share === undefined ? undefined : `${Number((share * 100).toPrecision(3))} %`);

/** A ratio that may be near one: two digits after the point. */
const ratio = (number) => (number === undefined ? undefined : Number(number.toFixed(2)));

function matchingTable(sets) {
  return table(
    [
      'selectors',
      'objects',
      'number',
      'hits per object',
      'candidates per hit',
      'per entry that matches',
      'labelwise',
      'p10–p90',
      'every selector evaluated',
      'times as fast',
      'Kubernetes, in Go',
      'times as fast',
    ],
    sets.map(({ set, shape, size, hits, candidatesPer, all, evaluated, timesAsFast, kubernetes }) => [
      set,
      shape,
      size,
      figure(hits.mean),
      ratio(candidatesPer.hit),
      ratio(candidatesPer.entry),
      duration(all.median),
      `${duration(all.low)}–${duration(all.high)}`,
      duration(evaluated.median),
      figure(timesAsFast),
      duration(kubernetes),
      kubernetes && figure(kubernetes / all.median),
    ]),
  );
}

/** How an object with few hits fares as the sets grow. */
function fewTable(sets) {
  const groups = bySet(sets).filter(({ sizes }) => sizes.some(({ few }) => few));
  return table(
    ['selectors', 'objects', 'number', 'hits', 'candidates per hit', 'labelwise', 'p10–p90'],
    groups.flatMap(({ set, shape, sizes }) =>
      sizes.flatMap(({ size, few }) =>
        few === undefined
          ? []
          : [
              [
                set,
                shape,
                size,
                ratio(few.hits),
                ratio(few.candidatesPerHit),
                duration(few.median),
                `${duration(few.low)}–${duration(few.high)}`,
              ],
            ],
      ),
    ),
  );
}

function keptTable(sets) {
  return table(
    [
      'selectors',
      'objects',
      'number',
      'entries',
      'to set one',
      'bytes each',
      'by its own account',
      'of them Selectors and ids',
      'compiled predicates: bytes each',
      'to set another',
      'to delete and set',
      'candidates per object',
      'bytes allocated for it',
      'of them a list of ids',
    ],
    sets.map(({ set, shape, size, entries, kept, update, replace, allocated }) => [
      set,
      shape,
      size,
      entries,
      duration(kept.build),
      kept.bytes,
      kept.accounted,
      kept.selectorBytes,
      kept.evaluatedBytes,
      duration(update.median),
      duration(replace.median),
      figure(allocated.candidates),
      Math.round(allocated.bytes),
      Math.round(allocated.lists),
    ]),
  );
}

/** Which forms the selectors of a set have, and what share of them is in a namespace. */
function formsTable(sets) {
  return table(
    ['selectors', 'objects', 'number', 'in a namespace', 'different', ...FORM_TITLES],
    bySet(sets).map(({ set, shape, sizes }) => {
      const { size, namespaced, different, forms } = sizes.at(-1);
      return [
        set,
        shape,
        size,
        percent(namespaced),
        percent(different),
        ...FORM_TITLES.map((title) => percent(forms[title]) ?? ''),
      ];
    }),
  );
}

/** The results as tables in Markdown. */
export function tables({ sets }) {
  return {
    aims: aims(sets),
    matching: matchingTable(sets),
    few: fewTable(sets),
    kept: keptTable(sets),
    forms: formsTable(sets),
  };
}
