import { INSTANCE, NAME } from '../fleet/key-names.js';
import { is } from '../fleet/requirements.js';

/*
 * By which labels the controllers of a namespace tell their pods apart: the habits of whoever runs it. Within one habit the
 * selectors of different workloads are disjoint; those of two habits overlap, since nothing keeps a pod from having both.
 */

const COMPONENT = 'app.kubernetes.io/component';

/**
 * @typedef {{ name: string, application: string, part: string, instance: string }} Workload
 * @typedef {object} Convention
 * @property {number} share how many namespaces of a hundred follow it
 * @property {(workload: Workload) => import('../fleet/requirements.js').WrittenRequirement[]} own what all parts of an
 * installation have, or the only one
 * @property {(workload: Workload) => import('../fleet/requirements.js').WrittenRequirement[]} [part] what tells its parts from
 * each other, where it has several
 */

/** @type {readonly Convention[]} */
export const CONVENTIONS = [
  { share: 35, own: ({ name }) => [is('app', name)] },
  { share: 30, own: ({ name, instance }) => [is(NAME, name), is(INSTANCE, instance)] },
  {
    share: 20,
    own: ({ application, instance }) => [is(NAME, application), is(INSTANCE, instance)],
    part: ({ part }) => [is(COMPONENT, part)],
  },
  { share: 10, own: ({ name }) => [is('k8s-app', name)] },
  {
    share: 5,
    own: ({ application, instance }) => [is('app', application), is('release', instance)],
    part: ({ part }) => [is('component', part)],
  },
];

/** @param {import('../random.js').Random} random */
export function drawConvention(random) {
  let left = random.below(100);
  return CONVENTIONS.find(({ share }) => {
    left -= share;
    return left < 0;
  });
}
