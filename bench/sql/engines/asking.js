/**
 * How those are asked that answer as a LabelIndex does: itself, and the adapters.
 *
 * @param {any} objects
 * @returns {import('../engines.js').SqlEngine['ask']}
 */
export function askingOf(objects) {
  return (selector, namespace) => ({
    count: () => objects.count(selector, { namespace }),
    first: (limit) => objects.select(selector, { namespace, limit }),
    ids: () => objects.select(selector, { namespace }),
  });
}
