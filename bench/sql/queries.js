import { NAMESPACES } from '../corpus/fleet/keys.js';
import { fleetQueries } from '../corpus/fleet/queries.js';
import { allOf, is, there } from '../corpus/fleet/requirements.js';
import { naiveMatcher } from '../corpus/naive-scan.js';

/** What is asked of databases, of the queries of the fleet: from the needle to the haystack, and every operator. */
const TITLES = [
  'a value nobody has',
  'the one pod of a name',
  'one template',
  'a rare key',
  'sparse ∧ sparse',
  'one value of 300',
  'sparse ∧ dense ∧ dense',
  'a narrow range',
  'a set of 40 values',
  'a set of 500 values',
  'a range ∧ dense',
  'dense ∧ dense',
  'dense, less two',
  'one dense value',
  'negative only',
  'absent',
  'a key most have',
];

const CHECKOUT = is('app.kubernetes.io/name', 'checkout-api');
const PRODUCTION = is('environment', 'production');

/** What the index is not asked: several alternatives, and one namespace. */
const MORE = [
  {
    title: 'any of three',
    alternatives: [
      [CHECKOUT, is('tier', 'backend')],
      [is('app.kubernetes.io/name', 'search-api'), PRODUCTION],
      [is('acme.example/customer', 'customer-20')],
    ],
  },
  { title: 'one value of 300, in a namespace', alternatives: [[CHECKOUT]], namespace: NAMESPACES[3] },
  { title: 'one dense value, in a namespace', alternatives: [[PRODUCTION]], namespace: NAMESPACES[3] },
  { title: 'a key most have, in a namespace', alternatives: [[there('team')]], namespace: NAMESPACES[3] },
];

/**
 * @typedef {object} SqlQuery
 * @property {string} title
 * @property {readonly string[]} selectors the texts of its alternatives
 * @property {string} [namespace]
 * @property {(object: { namespace: string, labels: Record<string, string> }) => boolean} matches by the written-down
 * meanings, without any of the library's code
 */

/** @returns {SqlQuery[]} what is asked of a fleet of a shape */
export function sqlQueries(shape) {
  const known = new Map(fleetQueries(shape).map((query) => [query.title, [query]]));
  const asked = [
    ...TITLES.map((title) => ({ title, alternatives: known.get(title), namespace: undefined })),
    ...MORE.map(({ alternatives, ...query }) => ({ ...query, alternatives: alternatives.map(allOf) })),
  ];
  return asked.map(({ title, alternatives, namespace }) => {
    const matchers = alternatives.map(({ meaning }) => naiveMatcher(meaning));
    return {
      title,
      selectors: alternatives.map(({ selector }) => selector),
      namespace,
      matches: (object) =>
        (namespace === undefined || object.namespace === namespace) &&
        matchers.some((isMatch) => isMatch(object.labels)),
    };
  });
}
