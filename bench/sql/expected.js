/** A number that depends on which ids there are, and not on their order. */
export function checksum(ids) {
  let sum = 0;
  for (const id of ids) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    sum = (sum + (hash >>> 0)) % 0x1_0000_0000;
  }
  return sum;
}

/**
 * What each query must find, the plain way.
 *
 * @param {readonly import('./queries.js').SqlQuery[]} queries
 * @param {readonly import('../index/engines.js').FleetObject[]} objects
 */
export function expectedOf(queries, objects) {
  return queries.map(({ matches }) => {
    const ids = objects.filter(matches).map(({ id }) => id);
    return { matching: ids.length, checksum: checksum(ids) };
  });
}
