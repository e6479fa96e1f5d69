import { EVERYTHING, LabelIndex, type Selector } from 'labelwise';
import { entryOf, isPod, type Row } from './row.ts';

/** Which rows are asked: pods and what stands for pods, or everything that has labels. */
export type Subjects = 'pods' | 'all';

/** Which of the rows are shown. */
export type View = 'matched' | 'unmatched' | 'all';

/** How many values of a key the menus of the editor know. */
const KNOWN_VALUES = 300;

/** Rows, the index over them, and the answer to the last question. */
export class Collection {
  readonly rows: readonly Row[];
  readonly index: LabelIndex<number>;
  /** In milliseconds. */
  readonly loadTime: number;
  #selector: Selector = EVERYTHING;
  #namespace: string | undefined;
  #matched: Uint32Array = new Uint32Array();
  #unmatched: Uint32Array | undefined;

  constructor(all: readonly Row[], subjects: Subjects) {
    this.rows = subjects === 'all' ? all : all.filter(isPod);
    const start = performance.now();
    this.index = new LabelIndex<number>();
    this.index.load(this.rows.map(entryOf));
    this.loadTime = performance.now() - start;
    this.ask(EVERYTHING, undefined);
  }

  /** Asks for what a selector selects; views are of this from now on. */
  ask(selector: Selector, namespace: string | undefined): void {
    this.#selector = selector;
    this.#namespace = namespace;
    this.#matched = this.index.ordinals(selector, this.#scope);
    this.#unmatched = undefined;
  }

  get #scope(): { readonly namespace?: string } {
    return this.#namespace === undefined ? {} : { namespace: this.#namespace };
  }

  get selector(): Selector {
    return this.#selector;
  }

  get matches(): number {
    return this.#matched.length;
  }

  /** How many there are to be asked. */
  get total(): number {
    return this.#namespace === undefined ? this.index.size : this.index.count(EVERYTHING, this.#scope);
  }

  /** The rows of a view, by number, in the order read. O(rows) for what is not matched, when asked first. */
  view(view: View): Uint32Array {
    if (view === 'matched') return this.#matched;
    if (view === 'all') return this.index.ordinals(EVERYTHING, this.#scope);
    this.#unmatched ??= this.#without(this.#matched);
    return this.#unmatched;
  }

  #without(matched: Uint32Array): Uint32Array {
    const isMatched = new Uint8Array(this.rows.length);
    for (const number of matched) isMatched[number] = 1;
    return this.view('all').filter((number) => isMatched[number] === 0);
  }

  isMatched(number: number): boolean {
    let low = 0;
    let high = this.#matched.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#matched[middle] ?? 0;
      if (found === number) return true;
      if (found < number) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  /** The keys of all rows with the values that most rows have, most first. */
  vocabulary(): readonly (readonly [string, readonly string[]])[] {
    return this.index.keys().map(({ key }) => [
      key,
      this.index
        .values(key)
        .slice(0, KNOWN_VALUES)
        .map(({ value }) => value),
    ]);
  }
}
