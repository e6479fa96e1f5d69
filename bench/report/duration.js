const UNITS = [
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
  ['ns', 1],
];

/** A time with the unit it is best read in, to three digits. Not a text, so that tables put it at the right. */
class Duration {
  #text;

  constructor(ns) {
    const [unit, length] = UNITS.find(([, least]) => ns >= least) ?? UNITS.at(-1);
    this.#text = `${Number((ns / length).toPrecision(3))} ${unit}`;
  }

  toString() {
    return this.#text;
  }
}

/** @param {number | undefined} ns */
export function duration(ns) {
  return ns === undefined ? undefined : new Duration(ns);
}
