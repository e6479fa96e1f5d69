import { CORPUS_NAMES, describeCorpus, objectLines } from '../corpus/label-sets.js';
import { SELECTORS } from '../corpus/selectors.js';
import { writeCorpus } from '../corpus/write.js';
import { inFreshProcess } from '../measure/fresh-process.js';
import { mean, rounded, summary } from '../measure/statistics.js';
import { code, figure, table } from '../report/table.js';

const SHAPES = ['objects', 'maps'];

function row(index, corpus, results, peer) {
  const [selector] = SELECTORS[index];
  const kubernetes = peer.result(corpus, 'k8s-scan', selector);
  const [{ counts }] = results.objects;
  if (kubernetes !== undefined && kubernetes.count !== counts[index]) {
    throw new Error(
      `${selector} on ${corpus}: ${counts[index]} match here, ${kubernetes.count} for the peer`,
    );
  }
  return {
    selector,
    matching: counts[index],
    ...Object.fromEntries(
      SHAPES.map((shape) => [shape, summary(results[shape].map(({ match }) => match[index]))]),
    ),
    compile: summary(results.objects.map(({ compile }) => compile[index])),
    ...(kubernetes !== undefined && { kubernetes: rounded(kubernetes.median) }),
  };
}

function means(rows) {
  const kubernetes = rows.flatMap((row) => row.kubernetes ?? []);
  const peerMean = kubernetes.length === rows.length ? mean(kubernetes) : undefined;
  return {
    ...Object.fromEntries(
      SHAPES.map((shape) => {
        const best = mean(rows.map((row) => row[shape].best));
        return [
          shape,
          {
            median: rounded(mean(rows.map((row) => row[shape].median))),
            best: rounded(best),
            ...(peerMean !== undefined && { ratio: rounded(peerMean / best) }),
          },
        ];
      }),
    ),
    compile: rounded(mean(rows.map(({ compile }) => compile.median))),
    ...(peerMean !== undefined && { kubernetes: rounded(peerMean) }),
  };
}

/**
 * How long does matching one label set take?
 *
 * @param {{ rounds: number, peer: import('../measure/peer.js').Peer, package?: string }} options
 */
export function ask({ rounds, peer, package: directory }) {
  const results = Object.fromEntries(CORPUS_NAMES.map((name) => [name, { objects: [], maps: [] }]));
  for (let i = 0; i < rounds; i++) {
    for (const corpus of CORPUS_NAMES) {
      peer.run(corpus, (folder) => writeCorpus(corpus, folder));
      for (const shape of SHAPES) {
        results[corpus][shape].push(inFreshProcess('match', { package: directory, corpus, shape }));
      }
    }
  }
  const corpora = CORPUS_NAMES.map((name) => {
    const rows = SELECTORS.map((_, index) => row(index, name, results[name], peer));
    return { name, ...describeCorpus(objectLines(name)), mean: means(rows), rows };
  });
  return { question: 'match', unit: 'ns per match', rounds, corpora };
}

/** The results as tables in Markdown, one for each corpus, and one that sums them up. */
export function tables({ corpora }) {
  const summary = table(
    [
      'label sets',
      'key sets',
      'objects ns',
      'Maps ns',
      'Kubernetes ns',
      'objects: times as fast',
      'Maps: times as fast',
      'to compile ns',
    ],
    corpora.map(({ name, keySets, mean: { objects, maps, kubernetes, compile } }) => [
      name,
      keySets,
      figure(objects.best),
      figure(maps.best),
      figure(kubernetes),
      figure2(objects.ratio),
      figure2(maps.ratio),
      figure(compile),
    ]),
  );
  const detail = Object.fromEntries(
    corpora.map(({ name, rows }) => [
      name,
      table(
        [
          'selector',
          'matching',
          'objects ns',
          'p10–p90',
          'best',
          'Maps ns',
          'p10–p90',
          'best',
          'Kubernetes ns',
        ],
        rows.map(({ selector, matching, objects, maps, kubernetes }) => [
          code(selector),
          matching,
          ...[objects, maps].flatMap(({ median, low, high, best }) => [
            figure(median),
            `${figure(low)}–${figure(high)}`,
            figure(best),
          ]),
          figure(kubernetes),
        ]),
      ),
    ]),
  );
  return { summary, ...detail };
}

/** A ratio near 1, with two digits after the point. */
function figure2(number) {
  return number === undefined ? undefined : Number(number.toFixed(2));
}
