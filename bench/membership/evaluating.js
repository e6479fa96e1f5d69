/**
 * Membership as one writes it without an index: at each event every selector is evaluated, compiled beforehand, and what
 * matches is held against what matched before.
 */
export class Evaluating {
  #selectors;
  /** @type {Map<string, Set<number>>} places of the selectors that an object matches */
  #matching = new Map();
  joined = 0;
  left = 0;

  /** @param {readonly { namespace: string | undefined, matches: (labels: Record<string, string>) => boolean }[]} selectors */
  constructor(selectors) {
    this.#selectors = selectors;
  }

  #placesOf({ labels, namespace }) {
    const places = new Set();
    for (let place = 0; place < this.#selectors.length; place++) {
      const each = this.#selectors[place];
      if ((each.namespace === undefined || each.namespace === namespace) && each.matches(labels))
        places.add(place);
    }
    return places;
  }

  /** How many selectors an object matches, by evaluating all. */
  count(object) {
    return this.#placesOf(object).size;
  }

  /** Takes in an object that is there already: nothing is counted. */
  begin(object) {
    this.#matching.set(object.id, this.#placesOf(object));
  }

  /** @param {import('./rolling.js').ObjectEvent} event */
  apply(event) {
    const before = this.#matching.get(event.id) ?? new Set();
    const after = event.labels === undefined ? new Set() : this.#placesOf(event);
    for (const place of after) if (!before.has(place)) this.joined++;
    for (const place of before) if (!after.has(place)) this.left++;
    if (event.labels === undefined) this.#matching.delete(event.id);
    else this.#matching.set(event.id, after);
  }
}
