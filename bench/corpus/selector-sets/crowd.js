import {
  CANARY,
  CUSTOMER,
  ENVIRONMENT,
  INSTANCE,
  MANAGER,
  NAME,
  SHARD,
  TEAM,
  TIER,
  VERSION,
  ZONE,
} from '../fleet/key-names.js';
import { RARE_KEYS, TEMPLATE } from '../fleet/keys.js';
import { suffix } from '../fleet/names.js';
import { above, allOf, among, below, is, isNot, notAmong, notThere, there } from '../fleet/requirements.js';
import { Random } from '../random.js';
import { drawValue, drawValues } from './drawing.js';

const SEED = 20_140_606;

const drawn = (key) => (random) => is(key, drawValue(random, key));
const drawnSet = (key, count) => (random) => among(key, drawValues(random, key, count));
const notDrawn = (key) => (random) => isNot(key, drawValue(random, key));
const notDrawnSet = (key, count) => (random) => notAmong(key, drawValues(random, key, count));
const thisOne = (requirement) => () => requirement;
const rareKey = (random) => there(random.pick(RARE_KEYS));

/** Numbers within a hundred of the thousand. */
const hundred = (random) => {
  const bound = random.below(900);
  return [above(SHARD, String(bound)), below(SHARD, String(bound + 101))];
};

/** Which share of the selectors has which requirements, in hundredths. */
const FORMS = [
  [31, drawn(NAME), drawn(INSTANCE)],
  [20, drawn(NAME), drawn(TEMPLATE)],
  [5, drawn(INSTANCE)],
  [4, drawn(CUSTOMER)],
  [4, drawn(NAME), drawn(VERSION)],
  [5, drawn(NAME), drawn(TIER), drawn(ENVIRONMENT)],
  [4, drawn(NAME)],
  [1, drawn(TEAM)],
  [1, drawn(TEAM), drawn(TIER)],
  [4, drawn(NAME), drawnSet(VERSION, 3)],
  [3, drawnSet(CUSTOMER, 5), drawn(ENVIRONMENT)],
  [2.5, drawnSet(NAME, 3), drawn(MANAGER), drawnSet(ENVIRONMENT, 2)],
  [1, drawnSet(TIER, 2), drawn(TEAM), drawnSet(ZONE, 4)],
  [5, drawn(NAME), notDrawn(TIER), thisOne(notThere(CANARY))],
  [3, drawn(TEAM), notDrawnSet(ZONE, 2), drawn(VERSION)],
  [3, drawn(TEAM), notDrawnSet(NAME, 3)],
  [2, rareKey],
  [1.1, hundred, drawn(TEAM)],
  [0.15, notDrawnSet(TEAM, 2), thisOne(notThere(CANARY))],
  [0.25, notDrawn(ENVIRONMENT), notDrawnSet(TIER, 2)],
];

const WHOLE = FORMS.reduce((sum, [share]) => sum + share, 0);

function drawForm(random) {
  let left = random.next() * WHOLE;
  return FORMS.find(([share]) => {
    left -= share;
    return left < 0;
  });
}

/**
 * Selectors that all see every namespace, the keys and values of each drawn by themselves, as often as the fleet has them:
 * an object meets about a hundredth of all.
 *
 * @returns {Generator<import('./selector-sets.js').WrittenSelector>}
 */
export function* crowdSelectors() {
  const random = new Random(SEED);
  for (let number = 0; ; number++) {
    const [, ...parts] = drawForm(random);
    const requirements = parts.map((part) => part(random));
    // A range is two requirements.
    const flat = requirements.flatMap((part) => (typeof part[0] === 'string' ? [part] : part));
    yield { id: `policy-${suffix(number)}`, ...allOf(flat) };
  }
}
