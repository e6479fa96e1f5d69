import { SELECTORS, WRONG_TEXTS } from '../corpus/selectors.js';
import { writeCorpus } from '../corpus/write.js';
import { inFreshProcess } from '../measure/fresh-process.js';
import { geometricMean, rounded, summary } from '../measure/statistics.js';
import { code, figure, table } from '../report/table.js';

/**
 * How long does parsing one selector take, keys and values checked?
 *
 * @param {{ rounds: number, peer: import('../measure/peer.js').Peer, package?: string }} options
 */
export function ask({ rounds, peer, package: directory }) {
  const results = Array.from({ length: rounds }, () => {
    peer.run('varied', (folder) => writeCorpus('varied', folder));
    return inFreshProcess('parse', { package: directory });
  });
  const rows = SELECTORS.map(([selector], index) => {
    const parse = summary(results.map((round) => round.parse[index]));
    const tryParse = summary(results.map((round) => round.tryParse[index]));
    const kubernetes = peer.result('varied', 'k8s-parse', selector)?.median;
    return {
      selector,
      parse,
      tryParse,
      ...(kubernetes !== undefined && {
        kubernetes: rounded(kubernetes),
        ratio: rounded(kubernetes / parse.best),
      }),
    };
  });
  const compared = rows.filter(({ ratio }) => ratio !== undefined);
  return {
    question: 'parse',
    unit: 'ns per parse',
    rounds,
    geometricMean: {
      parse: rounded(geometricMean(rows.map(({ parse }) => parse.median))),
      parseBest: rounded(geometricMean(rows.map(({ parse }) => parse.best))),
      tryParse: rounded(geometricMean(rows.map(({ tryParse }) => tryParse.median))),
      ...(compared.length > 0 && {
        kubernetes: rounded(geometricMean(compared.map(({ kubernetes }) => kubernetes))),
        ratio: rounded(geometricMean(compared.map(({ ratio }) => ratio))),
      }),
    },
    inTurn: summary(results.map((round) => round.inTurn)),
    rows,
    wrong: WRONG_TEXTS.map((text, index) => ({
      text,
      codes: results[0].codes[index],
      tryParse: summary(results.map((round) => round.wrong[index])),
    })),
  };
}

/** The results as tables in Markdown. */
export function tables({ rows, geometricMean: means, inTurn, wrong }) {
  const selectors = table(
    [
      'selector',
      '`parseSelector` ns',
      'p10–p90',
      'best',
      '`tryParseSelector` ns',
      'Kubernetes ns',
      'times as fast',
    ],
    [
      ...rows.map(({ selector, parse, tryParse, kubernetes, ratio }) => [
        code(selector),
        figure(parse.median),
        `${figure(parse.low)}–${figure(parse.high)}`,
        figure(parse.best),
        figure(tryParse.median),
        figure(kubernetes),
        figure(ratio),
      ]),
      [
        '**geometric mean**',
        figure(means.parse),
        '',
        figure(means.parseBest),
        figure(means.tryParse),
        figure(means.kubernetes),
        figure(means.ratio),
      ],
      [
        'all in turn, per text',
        figure(inTurn.median),
        `${figure(inTurn.low)}–${figure(inTurn.high)}`,
        figure(inTurn.best),
      ].concat(Array(3).fill(undefined)),
    ],
  );
  const mistakes = table(
    ['wrong text', 'told', '`tryParseSelector` µs', 'best'],
    wrong.map(({ text, codes, tryParse }) => [
      code(text),
      codes.join(', '),
      figure(tryParse.median / 1000),
      figure(tryParse.best / 1000),
    ]),
  );
  return { selectors, mistakes };
}
