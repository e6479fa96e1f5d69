import { isAdverse } from '../corpus/selector-sets/selector-sets.js';
import { figure, table } from '../report/table.js';
import { bySet, largestOf, largestOrdinary } from './shown.js';

const nameOf = ({ set, shape, size }) => `${set}, ${shape}, ${size.toLocaleString('en')}`;

/** The result of several that something is least for, told with what it is. */
function least(results, of, direction = 1) {
  const known = results.filter((result) => of(result) !== undefined);
  if (known.length === 0) return undefined;
  const found = known.reduce((a, b) => (direction * of(a) <= direction * of(b) ? a : b));
  return `${Number(of(found).toPrecision(3)).toLocaleString('en')} (${nameOf(found)})`;
}

const most = (results, of) => least(results, of, -1);

/** How much longer an object with few hits takes in the largest set than in the one before it. */
function growth(results) {
  const grown = bySet(results).flatMap(({ set, sizes }) => {
    if (isAdverse(set)) return [];
    const [before, after] = sizes.slice(-2);
    if (before?.few === undefined || after?.few === undefined) return [];
    return [{ ...after, growth: after.few.median / before.few.median }];
  });
  return most(grown, (result) => result.growth);
}

/** What the index is to be able to, and what it was measured to do: [what, aim, measured]. */
const AIMS = [
  [
    'times as fast as evaluating every selector, ordinary sets: least',
    'at least 300',
    (sets) => least(largestOrdinary(sets), ({ timesAsFast }) => timesAsFast),
  ],
  [
    'times as fast as Kubernetes’ evaluating every selector, in Go: least',
    '',
    (sets) => least(largestOrdinary(sets), ({ kubernetes, all }) => kubernetes && kubernetes / all.median),
  ],
  [
    'candidates per hit, ordinary sets: most',
    'at most 1.5',
    (sets) => most(largestOrdinary(sets), ({ candidatesPer }) => candidatesPer.hit),
  ],
  [
    'candidates per entry that matches, ordinary sets: most',
    'at most 1.5',
    (sets) => most(largestOrdinary(sets), ({ candidatesPer }) => candidatesPer.entry),
  ],
  [
    'candidates per hit, shared pair',
    'at most 3',
    (sets) => {
      const shared = largestOf(sets, 'shared-pair');
      return shared && figure(shared.candidatesPer.hit);
    },
  ],
  ['an object with few hits, times as long as with a tenth of the selectors: most', 'the same', growth],
  [
    'bytes allocated per candidate, crowd, lists of ids apart',
    'none',
    (sets) => {
      const crowd = largestOf(sets, 'crowd');
      if (crowd === undefined) return undefined;
      const { bytes, lists, candidates } = crowd.allocated;
      return figure(Math.max(0, bytes - lists) / candidates);
    },
  ],
];

/** The aims beside what was measured, in the largest sets. */
export function aims(sets) {
  return table(
    ['', 'aim', 'measured'],
    AIMS.map(([what, aim, measured]) => [what, aim, String(measured(sets) ?? '')]),
  );
}
