import { chosenSets } from '../corpus/selector-sets/selector-sets.js';
import { surveySelectors } from '../corpus/selector-sets/survey.js';
import { writeSelectors } from '../corpus/write.js';
import { inFreshProcess } from '../measure/fresh-process.js';
import { median, rounded, summary } from '../measure/statistics.js';

export { plots } from './plots.js';
export { tables } from './tables.js';

const PROCESS = { flags: ['--expose-gc', '--max-old-space-size=8192'], timeout: 1_800_000 };

const corpusOf = ({ set, shape, size }) => `${set}-${shape}-${size}`;

/** What keeping the selectors takes, in ns and bytes for each of them. */
function kept(rounds, size) {
  const each = (of) => rounded(median(rounds.map(of)) / size);
  return {
    build: each(({ ours }) => ours.build),
    bytes: each(({ ours }) => ours.bytes),
    accounted: each(({ ours }) => ours.accounted),
    selectorBytes: each(({ selectorBytes }) => selectorBytes),
    evaluatedBuild: each(({ naive }) => naive.build),
    evaluatedBytes: each(({ naive }) => naive.bytes),
  };
}

/**
 * What the peer took, which evaluates every selector too.
 *
 * @throws {Error} where it finds another number of selectors
 */
function kubernetes(peer, which, { checkedHits }) {
  const row = peer.result(corpusOf(which), 'k8s-reverse-naive');
  if (row === undefined) return {};
  if (Math.abs(row.hitsPerObject - checkedHits) > 1e-9) {
    throw new Error(
      `${corpusOf(which)}: ${checkedHits} selectors see an object, ${row.hitsPerObject} for the peer`,
    );
  }
  return { kubernetes: rounded(row.median) };
}

function setResult(which, survey, rounds, peer) {
  const [first] = rounds;
  const all = summary(rounds.map(({ times }) => times.all));
  const evaluated = summary(rounds.map(({ times }) => times.evaluated));
  const middle = (of) => rounded(median(rounds.map(of)));
  return {
    ...which,
    ...survey,
    entries: first.ours.entries,
    anchors: first.ours.anchors,
    unanchored: first.ours.unanchored,
    refiled: first.ours.refiled,
    hits: { mean: rounded(first.hits.mean), most: first.hits.most },
    candidatesPer: {
      hit: middle(({ candidatesPer }) => candidatesPer.settled.hit),
      entry: middle(({ candidatesPer }) => candidatesPer.settled.entry),
      entryAtFirst: middle(({ candidatesPer }) => candidatesPer.first.entry),
    },
    all,
    ...(first.few && {
      few: {
        hits: rounded(first.few.hits),
        candidatesPerHit: middle(({ few }) => few.candidatesPer.hit),
        candidatesPerEntry: middle(({ few }) => few.candidatesPer.entry),
        ...summary(rounds.map(({ times }) => times.fewHits)),
      },
    }),
    evaluated,
    timesAsFast: rounded(evaluated.median / all.median),
    ...kubernetes(peer, which, first),
    kept: kept(rounds, which.size),
    update: summary(rounds.map(({ update }) => update)),
    replace: summary(rounds.map(({ replace }) => replace)),
    allocated: {
      bytes: middle(({ allocated }) => allocated.bytes),
      lists: middle(({ allocated }) => allocated.lists),
      candidates: middle(({ allocated }) => allocated.candidates),
    },
  };
}

function measure(which, { rounds, peer, directory }) {
  const survey = surveySelectors(which);
  const start = performance.now();
  process.stderr.write(`${which.set}, ${which.shape}, ${which.size.toLocaleString('en')} selectors`);
  const results = [];
  for (let i = 0; i < rounds; i++) {
    // The peer knows nothing of namespaces.
    if (survey.namespaced === 0) peer.run(corpusOf(which), (folder) => writeSelectors(which, folder));
    results.push(inFreshProcess('selectors', { package: directory, ...which }, PROCESS));
  }
  process.stderr.write(` (${Math.round((performance.now() - start) / 1000)} s)\n`);
  return setResult(which, survey, results, peer);
}

/**
 * How long does it take to find the selectors that see an object, and what does it take to keep them?
 *
 * @param {{ rounds: number, peer: import('../measure/peer.js').Peer, package?: string,
 *   sets: readonly import('../corpus/selector-sets/selector-sets.js').SetName[],
 *   shapes: readonly import('../corpus/fleet/objects.js').Shape[], selectors: readonly number[] }} options numbers of
 * selectors, ascending
 */
export function ask({ rounds, peer, package: directory, sets, shapes, selectors }) {
  return {
    question: 'selectors',
    unit: 'ns per object, or per selector; bytes per selector',
    rounds,
    sets: chosenSets(sets, shapes, selectors).map((which) => measure(which, { rounds, peer, directory })),
  };
}
