import { workloadSelectors } from '../corpus/selector-sets/workloads.js';

/** Objects and selectors are of a cluster whose pods are those of replicas. */
export const SHAPE = 'replicas';

/**
 * So many selectors of the workloads of a fleet, from all over it, each with the text of one that is left out.
 *
 * @param {number} objects how many the fleet has
 * @param {number} count fewer than half of what its workloads have
 * @returns {{ id: string, namespace: string | undefined, before: string, after: string, meaning: any }[]}
 */
export function spreadSelectors(objects, count) {
  const all = [...workloadSelectors(SHAPE, objects)];
  const step = all.length / count;
  if (step < 2) throw new Error(`${all.length} selectors are too few to choose ${count} from`);
  return Array.from({ length: count }, (_, index) => {
    const place = Math.floor(index * step);
    const { id, namespace, selector, meaning } = all[place];
    return { id, namespace, before: selector, after: all[place + 1].selector, meaning };
  });
}
