/**
 * The index of this package, with one of its kernels.
 *
 * @param {string} entry
 * @param {{ kernel: 'webassembly' | 'typescript' }} options
 * @returns {Promise<import('../engines.js').Engine>}
 */
export async function labelwise(entry, { kernel }) {
  const { LabelIndex, parseSelector } = await import(entry);
  let index = new LabelIndex({ kernel });

  function* entries(objects) {
    for (const { id, labels, namespace } of objects) yield [id, labels, namespace];
  }

  return {
    remembers: true,
    load: (objects) => index.load(entries(objects)),
    asked: ({ selector }) => parseSelector(selector),
    count: (selector) => index.count(selector),
    first: (selector, limit) => index.select(selector, { limit }),
    ids: (selector) => index.select(selector),
    ordinals: (selector) => index.ordinals(selector),
    idAt: (ordinal) => index.idAt(ordinal),
    change: (_, { id, labels, namespace }) => index.set(id, labels, namespace),
    remove: ({ id }) => index.delete(id),
    insert: ({ id, labels, namespace }) => index.set(id, labels, namespace),
    snapshot: () => index.snapshot(),
    restore: (bytes) => {
      index = LabelIndex.restore(bytes, { kernel });
    },
    describe: () => {
      const { bytes, kernel: used } = index.statistics();
      // Where nothing is dense there is no kernel to choose.
      if (used !== kernel && used !== 'none') throw new Error(`${kernel} was asked for, ${used} is used`);
      return { accounted: bytes.total, kernel: used };
    },
    plan: (selector) => index.explain(selector).count.kind,
  };
}
