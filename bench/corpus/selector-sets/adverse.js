import { CANARY, CUSTOMER, ENVIRONMENT, MANAGER, NAME, TEAM, TIER, ZONE } from '../fleet/key-names.js';
import { RARE_KEYS } from '../fleet/keys.js';
import { suffix } from '../fleet/names.js';
import { allOf, is, isNot, notAmong, notThere, there } from '../fleet/requirements.js';
import { Random } from '../random.js';
import { crowdSelectors } from './crowd.js';
import { drawValue, drawValues, valuesOf } from './drawing.js';

/*
 * Selectors that are made to be hard: on an index that files each under one of its requirements, and on one that files it
 * under none.
 */

const SEED = 20_190_920;

/** The one key of a selector that all share the rest. */
export function checkKey(number) {
  return `checks.acme.example/check-${number}`;
}

/** Selectors that share the pair most objects have, and have a key each that hardly any object has. */
export function* sharedPairSelectors() {
  for (let number = 0; ; number++) {
    yield {
      id: `check-${suffix(number)}`,
      ...allOf([is(ENVIRONMENT, 'production'), there(checkKey(number))]),
    };
  }
}

/** Values that a great many objects have, a place for each key; in the last one, which objects are left out. */
const PLACES = [
  ...[ENVIRONMENT, TIER, TEAM, ZONE, MANAGER].map((key) => valuesOf(key).map((value) => [is(key, value)])),
  [[], [notThere(CANARY)]],
];

const COMMON_PAIRS = PLACES.reduce((product, { length }) => product * length, 1);

/** Shares no factor with the number of choices, so that all are gone through, and neighbours are not alike. */
const STEP = 53_881;

/** Selectors no two of which are alike, though no pair of them is rare: only all of it together selects little. */
export function* commonPairSelectors() {
  for (let number = 0; number < COMMON_PAIRS; number++) {
    let rest = (number * STEP) % COMMON_PAIRS;
    const requirements = PLACES.flatMap((choices) => {
      const chosen = choices[rest % choices.length];
      rest = Math.floor(rest / choices.length);
      return chosen;
    });
    yield { id: `corner-${suffix(number)}`, ...allOf(requirements) };
  }
}

/** So many of them beside each ordinary one. */
const EXCLUDING = 5;

/** What an object must not have, in forms that thousands of different selectors can be made of. */
const EXCLUSIONS = [
  (random) => [notAmong(NAME, drawValues(random, NAME, 3))],
  (random) => [notAmong(TEAM, drawValues(random, TEAM, 2)), isNot(ZONE, drawValue(random, ZONE))],
  (random) => [notThere(random.pick(RARE_KEYS)), isNot(TIER, drawValue(random, TIER))],
  (random) => [
    isNot(CUSTOMER, drawValue(random, CUSTOMER)),
    isNot(ENVIRONMENT, drawValue(random, ENVIRONMENT)),
  ],
  (random) => [isNot(NAME, drawValue(random, NAME)), notAmong(ZONE, drawValues(random, ZONE, 2))],
];

function* excludingSelectors(random) {
  const known = new Set();
  for (;;) {
    const written = allOf(random.pick(EXCLUSIONS)(random));
    if (known.has(written.selector)) continue;
    known.add(written.selector);
    yield { id: `exclusion-${suffix(known.size)}`, ...written };
  }
}

/** Ordinary selectors, and among them many that nothing can be looked up for: what they say is what must not be. */
export function* negativeSelectors() {
  const excluding = excludingSelectors(new Random(SEED));
  for (const ordinary of crowdSelectors()) {
    yield ordinary;
    for (let i = 0; i < EXCLUDING; i++) yield excluding.next().value;
  }
}
