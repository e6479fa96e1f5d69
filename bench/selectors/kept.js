import { writtenSelectors } from '../corpus/selector-sets/selector-sets.js';

/** So many selectors are read at a time. */
const LOT = 20_000;

/**
 * The selectors of a set as lots of JSON. They lie outside of the heap of the engine, and are no burden to it.
 *
 * @param {Parameters<typeof writtenSelectors>[0]} which
 * @returns {Buffer[]}
 */
export function writtenLots(which) {
  const lots = [];
  let lot = [];
  const write = () => {
    lots.push(Buffer.from(JSON.stringify(lot)));
    lot = [];
  };
  for (const { id, namespace, selector } of writtenSelectors(which)) {
    if (lot.push({ id, namespace, selector }) === LOT) write();
  }
  if (lot.length > 0) write();
  return lots;
}

/**
 * Selectors as a client has them: every text its own, the selector parsed. The clock, which is running, stands still while a
 * lot is read.
 *
 * @param {readonly Buffer[]} lots
 * @param {(text: string) => unknown} parse
 * @param {import('../measure/clock.js').Clock} clock
 * @returns {Generator<import('./engines.js').KeptSelector>}
 */
export function* parsedSelectors(lots, parse, clock) {
  for (const lot of lots) {
    clock.stop();
    const parsed = JSON.parse(lot.toString()).map(({ id, namespace, selector }) => ({
      id,
      namespace,
      selector: parse(selector),
    }));
    clock.start();
    yield* parsed;
  }
}
