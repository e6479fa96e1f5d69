import { CANARY, CUSTOMER, INSTANCE, MANAGER, NAME, SHARD, VERSION, ZONE } from './key-names.js';
import { KEYS, POD_NAME, RARE_KEYS, TEMPLATE } from './keys.js';
import { fleetLines } from './objects.js';
import { above, allOf, among, below, is, isNot, notAmong, notThere, there } from './requirements.js';

const valuesOf = (wanted) => KEYS.find(({ key }) => key === wanted).values;

/** Values of a key from most of its range, frequent ones and rare ones. */
function spread(key, count) {
  const values = valuesOf(key);
  const step = Math.floor(values.length / count);
  return Array.from({ length: count }, (_, index) => values[index * step + Math.floor(step / 2)]);
}

/** The labels of the first object in production, from number 5,000 on, that has a key: in a fleet of any size. */
function labelsWith(shape, isWanted) {
  let number = 0;
  for (const line of fleetLines(shape, 10_000)) {
    if (number++ < 5_000) continue;
    const { labels } = JSON.parse(line);
    if (labels.environment === 'production' && Object.keys(labels).some(isWanted)) return labels;
  }
  throw new Error(`nothing like that in ${shape}`);
}

const valueIn = (shape, key) => labelsWith(shape, (known) => known === key)[key];

function rareKeyIn(shape) {
  const isRare = (key) => RARE_KEYS.includes(key);
  return Object.keys(labelsWith(shape, isRare)).find(isRare);
}

const production = is('environment', 'production');
const helm = is(MANAGER, 'Helm');
const checkout = is(NAME, 'checkout-api');

/** What is asked, by the title it has in tables and plots: roughly from the needle to the haystack. */
const questions = (shape) => ({
  'a value nobody has': [is(NAME, 'no-such-application')],
  'a key nobody has': [is('acme.example/no-such-key', 'true')],
  'two values of one key at once': [production, is('environment', 'staging')],
  'a key there and not there': [there('team'), notThere('team')],
  'the one pod of a name': [is(POD_NAME, valueIn(shape, POD_NAME))],
  'that pod, in production': [is(POD_NAME, valueIn(shape, POD_NAME)), production],
  'one template': [is(TEMPLATE, valueIn(shape, TEMPLATE))],
  'a rare key': [there(rareKeyIn(shape))],
  'sparse ∧ sparse': [checkout, is(VERSION, '1.0.7')],
  'one value of 3,000': [is(CUSTOMER, 'customer-20')],
  'sparse, and an empty value': [checkout, is(CANARY, '')],
  'a narrow range': [above(SHARD, '990')],
  'a set of 40 values': [among(CUSTOMER, spread(CUSTOMER, 40))],
  'sparse ∧ dense ∧ dense': [checkout, production, is('tier', 'backend')],
  'a set of 500 values': [among(INSTANCE, spread(INSTANCE, 500))],
  'one value of 300': [checkout],
  'a set of 500 values, in production': [among(TEMPLATE, valuesOf(TEMPLATE).slice(0, 500)), production],
  'a range ∧ dense': [above(SHARD, '99'), below(SHARD, '500'), production],
  'dense ∧ dense ∧ dense': [production, helm, is('tier', 'backend')],
  'dense ∧ dense': [production, helm],
  'dense, less two': [production, isNot('tier', 'frontend'), notThere(CUSTOMER)],
  'a wide range': [above(SHARD, '9')],
  'negative only': [notAmong('team', ['checkout-core', 'payments-core']), isNot('tier', 'backend')],
  'one dense value': [production],
  absent: [notThere(CUSTOMER)],
  'none of 12 zones': [notAmong(ZONE, valuesOf(ZONE).slice(12))],
  'a key most have': [there('team')],
  everything: [],
});

/**
 * The queries of the fleet.
 *
 * @param {import('./objects.js').Shape} shape
 * @returns {{ title: string, selector: string, meaning: import('../naive-scan.js').Meaning }[]} each with its meaning
 * written beside its text, so that the naive scan judges parser and index alike
 */
export function fleetQueries(shape) {
  return Object.entries(questions(shape)).map(([title, requirements]) => ({
    title,
    ...allOf(requirements),
  }));
}
