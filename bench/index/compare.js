import { geometricMean, rounded } from '../measure/statistics.js';

/**
 * How many times as fast as the inverted index over RoaringBitmap in Go: the best of the batches on both sides.
 *
 * @param {string} verb of ours
 * @param {string} peer its row
 */
function ratios(rows, engine, verb, peer) {
  const compared = rows.flatMap((row) =>
    row[peer] === undefined || row[engine]?.[verb] === undefined
      ? []
      : [{ title: row.title, ratio: row[peer].best / row[engine][verb].best }],
  );
  if (compared.length === 0) return undefined;
  const least = compared.reduce((a, b) => (a.ratio <= b.ratio ? a : b));
  return {
    mean: rounded(geometricMean(compared.map(({ ratio }) => ratio))),
    least: { title: least.title, ratio: rounded(least.ratio) },
  };
}

function withGo({ engines, peers, rows }, engine) {
  const count = ratios(rows, engine, 'count', 'goCount');
  if (count === undefined) return undefined;
  const { build, bytes } = engines[engine];
  return {
    count,
    countAnew: ratios(rows, engine, 'countAnew', 'goCount'),
    ordinals: ratios(rows, engine, 'ordinals', 'goOrdinals'),
    ordinalsAnew: ratios(rows, engine, 'ordinalsAnew', 'goOrdinals'),
    ...(peers?.go && { build: rounded(peers.go.build / build), bytes: rounded(bytes / peers.go.bytes) }),
  };
}

/** Both of our kernels beside Go's index, where the peers have been there. */
export function comparison(fleet) {
  const compared = ['labelwise', 'typescript'].flatMap((engine) => {
    const ratio = fleet.engines[engine] && withGo(fleet, engine);
    return ratio ? [[engine, ratio]] : [];
  });
  return compared.length === 0 ? {} : { timesAsFastAsGo: Object.fromEntries(compared) };
}
