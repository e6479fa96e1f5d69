import { askingOf } from './asking.js';

/**
 * The index in the program's own memory.
 *
 * @param {any} library
 * @returns {import('../engines.js').SqlEngine}
 */
export function labelwise({ LabelIndex }) {
  const index = new LabelIndex();
  return {
    waits: false,
    load: (objects) => index.load(entries(objects)),
    size: () => undefined,
    ask: askingOf(index),
    change: ({ id, labels, namespace }) => index.set(id, labels, namespace),
    changeMany: (objects) => {
      for (const { id, labels, namespace } of objects) index.set(id, labels, namespace);
    },
    nothing: undefined,
    remove: (id) => index.delete(id),
    close: () => {},
  };
}

function* entries(objects) {
  for (const { id, labels, namespace } of objects) yield [id, labels, namespace];
}
