import fc, { type Parameters } from 'fast-check';
import { expect } from 'vitest';
import { inOrder } from '../oracle/naive-index.ts';
import { denseAlternatives, denseNamespaces } from './dense-selectors.ts';
import type { DenseWorld } from './dense-world.ts';
import { selectorOf } from './index-agreement.ts';

/** Keys and values among the selected objects, counted by hand: key → value → objects. */
function facetsByScan(world: DenseWorld, selected: Uint8Array): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const [at, object] of world.objects.entries()) {
    if (selected[at] !== 1 || object === undefined) continue;
    for (const [key, value] of Object.entries(object.labels)) {
      const values = found.get(key) ?? new Map<string, number>();
      if (values.size === 0) found.set(key, values);
      values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return found;
}

/** The facets within random selectors are those of a scan. */
export function expectFacetsByScan(
  world: DenseWorld,
  parameters: Pick<Parameters<unknown>, 'numRuns' | 'seed'>,
): void {
  fc.assert(
    fc.property(denseAlternatives, denseNamespaces, (alternatives, namespace) => {
      const selector = selectorOf(alternatives);
      const scope = namespace === undefined ? {} : { namespace };
      const found = facetsByScan(world, world.scan(selector, namespace));
      const keys = [...found].map(([key, values]) => ({
        key,
        objects: [...values.values()].reduce((sum, one) => sum + one, 0),
        values: values.size,
      }));
      keys.sort((a, b) => b.objects - a.objects || inOrder(a.key, b.key));
      for (const index of world.indexes) {
        expect(index.keys(selector, scope), `keys within ${selector}`).toEqual(keys);
        for (const key of ['half', 'tier', 'rare', 'run', 'number', 'serial', 'island', 'nowhere']) {
          const values = [...(found.get(key) ?? [])]
            .map(([value, objects]) => ({ value, objects }))
            .sort((a, b) => b.objects - a.objects || inOrder(a.value, b.value));
          const told = index.values(key, selector, scope);
          // Matchers take seconds for lists of this size.
          if (JSON.stringify(told) !== JSON.stringify(values)) {
            expect(told.slice(0, 50), `values of ${key} within ${selector}`).toEqual(values.slice(0, 50));
            throw new Error(`values of ${key} within ${selector} are ${told.length}, not ${values.length}`);
          }
        }
      }
    }),
    parameters,
  );
}
