import { fleetLines } from '../corpus/fleet/objects.js';
import { Random } from '../corpus/random.js';

/** So many objects are parsed at a time. They are more than the processor's caches hold, as a client's are. */
const LOT = 20_000;

/**
 * The objects of a fleet as a client gets them: parsed from JSON, every text its own. They come in lots, so that a fleet
 * need not be in memory as a whole, and the clock, which is running, stands still while a lot is made.
 */
export function* parsedObjects(shape, size, clock) {
  let lot = [];
  clock.stop();
  for (const line of fleetLines(shape, size)) {
    if (lot.push(JSON.parse(line)) < LOT) continue;
    clock.start();
    yield* lot;
    clock.stop();
    lot = [];
  }
  clock.start();
  yield* lot;
}

const ENVIRONMENTS = ['production', 'staging', 'development'];

/** What happens to labels: a workload moves on to another environment, to another version, or in or out of a trial. */
const CHANGES = [
  (labels, random) => {
    const others = ENVIRONMENTS.filter((environment) => environment !== labels.environment);
    return { ...labels, environment: random.pick(others) };
  },
  (labels, random) => {
    const version = `${1 + random.below(10)}.${random.below(10)}.${random.below(10)}`;
    return {
      ...labels,
      'app.kubernetes.io/version': version === labels['app.kubernetes.io/version'] ? '1.0.99' : version,
    };
  },
  ({ 'acme.example/canary': canary, ...labels }) =>
    canary === undefined ? { 'acme.example/canary': 'true', ...labels } : labels,
];

/**
 * Objects from all over a fleet, in no order, each with what becomes of it when one of its labels changes.
 *
 * @param {number} count how many at most
 * @returns {{ before: import('./engines.js').FleetObject, after: import('./engines.js').FleetObject }[]}
 */
export function changedObjects(shape, size, count) {
  const random = new Random(size);
  const step = Math.ceil(size / count);
  const sample = [];
  let number = 0;
  for (const line of fleetLines(shape, size)) {
    if (number++ % step !== 0) continue;
    const before = JSON.parse(line);
    const labels = CHANGES[sample.length % CHANGES.length](before.labels, random);
    const after = JSON.parse(JSON.stringify({ ...before, labels }));
    // Anywhere among those before it: so none stays in the order it came in.
    const place = random.below(sample.length + 1);
    sample.push(sample[place]);
    sample[place] = { before, after };
  }
  return sample;
}
