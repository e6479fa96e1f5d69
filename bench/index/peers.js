import { rounded } from '../measure/statistics.js';

/** Rows of a peer for one query, by the name they have in results. */
const QUERY_ROWS = {
  goCount: { what: 'roaring-count', exact: true },
  goOrdinals: { what: 'roaring-select', exact: true },
  prometheus: { what: 'prom-select', exact: false },
  kubernetes: { what: 'k8s-scan', exact: true, perObject: true },
};

/** And for a whole fleet. */
const FLEET_ROWS = { go: 'roaring-build', prometheus: 'prom-build' };

const corpusOf = ({ shape, size }) => `${shape}-${size}`;

/**
 * What the peers took for a query, in ns, the best of their batches.
 *
 * Prometheus takes an empty value for an absent label, and so may find other objects: then the row has its count.
 *
 * @throws {Error} where a peer that must find the same objects finds others
 */
export function peerQuery(peer, fleet, selector, matching) {
  const found = Object.entries(QUERY_ROWS).map(([name, { what, exact, perObject }]) => {
    const row = peer.result(corpusOf(fleet), what, selector);
    if (row === undefined) return [];
    const differs = row.count !== matching;
    if (differs && exact)
      throw new Error(`${selector}: ${matching} match here, ${row.count} for the peer (${what})`);
    const best = rounded(perObject ? row.best * fleet.size : row.best);
    return [[name, { best, ...(differs && { matching: row.count }) }]];
  });
  return Object.fromEntries(found.flat());
}

/** What building their indexes took the peers, in ns, the best of the runs, and bytes per object. */
export function peerFleet(peer, fleet) {
  const built = Object.entries(FLEET_ROWS).flatMap(([name, what]) => {
    const row = peer.result(corpusOf(fleet), what);
    return row === undefined
      ? []
      : [[name, { build: rounded(row.best), bytes: rounded(row.bytes / fleet.size) }]];
  });
  return built.length === 0 ? {} : { peers: Object.fromEntries(built) };
}
