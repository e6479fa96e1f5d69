/**
 * What is compared: who keeps selectors, and says which of them see an object.
 *
 * @typedef {{ id: string, namespace: string | undefined, selector: unknown }} KeptSelector the selector as parsed
 *
 * @typedef {object} Engine
 * @property {(kept: KeptSelector) => void} add
 * @property {(labels: Record<string, string>, namespace: string) => string[]} matching
 */

/** The index of this package. */
export function labelwise(SelectorIndex) {
  const index = new SelectorIndex();
  return {
    index,
    add: ({ id, selector, namespace }) => index.set(id, selector, namespace),
    matching: (labels, namespace) => index.matching(labels, namespace),
  };
}

/**
 * Every selector is evaluated, compiled beforehand.
 *
 * @returns {Engine}
 */
export function evaluatingAll(compileSelector) {
  const kept = [];
  return {
    add: ({ id, selector, namespace }) => {
      kept.push({ id, namespace, matches: compileSelector(selector) });
    },
    matching: (labels, namespace) => {
      const found = [];
      for (let i = 0; i < kept.length; i++) {
        const each = kept[i];
        if ((each.namespace === undefined || each.namespace === namespace) && each.matches(labels))
          found.push(each.id);
      }
      return found;
    },
  };
}
