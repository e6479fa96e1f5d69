/**
 * What entries are of: a selector each, by number. An owner has as many entries as its selector has alternatives that can be
 * satisfied and differ, and knows its place among the owners of each. What stands for it outside is what is found.
 */
export class Owners<Owner> {
  /** By number: its entries and its places there, by turns; undefined where there is no such owner. */
  readonly #claims: (number[] | undefined)[] = [];
  /** By number: what stands for it. */
  readonly #owners: (Owner | undefined)[] = [];
  readonly #free: number[] = [];

  get size(): number {
    return this.#claims.length - this.#free.length;
  }

  /** One more than the highest number. */
  get end(): number {
    return this.#claims.length;
  }

  get bytes(): number {
    return this.#claims.length * 16 + this.size * 48;
  }

  /**
   * A new owner, without places. Returns its number.
   * @param entries the entries it is of
   */
  add(owner: Owner, entries: readonly number[]): number {
    const number = this.#free.pop() ?? this.#claims.length;
    this.#claims[number] =
      entries.length === 1 ? [entries[0] ?? 0, 0] : entries.flatMap((entry) => [entry, 0]);
    this.#owners[number] = owner;
    return number;
  }

  remove(number: number): void {
    this.#claims[number] = undefined;
    this.#owners[number] = undefined;
    this.#free.push(number);
  }

  /** What stands for an owner; undefined where there is none. */
  at(number: number): Owner | undefined {
    return this.#owners[number];
  }

  /** How many entries an owner has. */
  count(number: number): number {
    return (this.#claims[number]?.length ?? 0) / 2;
  }

  /** The entry of an owner with an index, below its count. */
  entryAt(number: number, index: number): number {
    return this.#claims[number]?.[index * 2] ?? 0;
  }

  /** The place of an owner among those of its entry with an index. */
  placeAt(number: number, index: number): number {
    return this.#claims[number]?.[index * 2 + 1] ?? 0;
  }

  /** An owner has a place among those of an entry. */
  place(number: number, entry: number, place: number): void {
    const claims = this.#claims[number] ?? [];
    for (let at = 0; at < claims.length; at += 2) if (claims[at] === entry) claims[at + 1] = place;
  }
}
