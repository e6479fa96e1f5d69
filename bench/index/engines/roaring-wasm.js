import { createRequire } from 'node:module';

/** One of the package is enough: it is CommonJS, and finds its WebAssembly beside itself. */
const { RoaringBitmap32 } = createRequire(import.meta.url)('roaring-wasm');

/**
 * Temporary bitmaps live in the memory of WebAssembly, and are disposed of when the answer is there.
 *
 * @param {(temporary: (bitmap: RoaringBitmap32) => RoaringBitmap32) => T} answer
 * @returns {T}
 * @template T
 */
function withTemporaries(answer) {
  const bitmaps = [];
  const temporary = (bitmap) => {
    bitmaps.push(bitmap);
    return bitmap;
  };
  try {
    return answer(temporary);
  } finally {
    for (const bitmap of bitmaps) bitmap.dispose();
  }
}

/**
 * An inverted index as one writes it over a library of bitmaps: for each key the objects that have it, for each value of
 * it those with that value. It keeps ids; the labels of an object that changes are told by whoever changes it.
 */
class Inverted {
  ids = [];
  #ordinals = new Map();
  #free = [];
  #all = new RoaringBitmap32();
  #nothing = new RoaringBitmap32();
  /** @type {Map<string, { present: RoaringBitmap32, values: Map<string, RoaringBitmap32> }>} */
  #keys = new Map();

  #entryOf(key) {
    let entry = this.#keys.get(key);
    if (entry === undefined) {
      entry = { present: new RoaringBitmap32(), values: new Map() };
      this.#keys.set(key, entry);
    }
    return entry;
  }

  #add(ordinal, key, value) {
    const { present, values } = this.#entryOf(key);
    present.add(ordinal);
    const bitmap = values.get(value);
    if (bitmap !== undefined) bitmap.add(ordinal);
    else values.set(value, new RoaringBitmap32([ordinal]));
  }

  #drop(ordinal, key, value, keyStays) {
    const { present, values } = this.#keys.get(key);
    if (!keyStays) present.delete(ordinal);
    values.get(value).delete(ordinal);
  }

  insert({ id, labels }) {
    const ordinal = this.#free.pop() ?? this.ids.length;
    this.ids[ordinal] = id;
    this.#ordinals.set(id, ordinal);
    this.#all.add(ordinal);
    for (const key of Object.keys(labels)) this.#add(ordinal, key, labels[key]);
  }

  remove({ id, labels }) {
    const ordinal = this.#ordinals.get(id);
    for (const key of Object.keys(labels)) this.#drop(ordinal, key, labels[key], false);
    this.#all.delete(ordinal);
    this.#ordinals.delete(id);
    this.#free.push(ordinal);
  }

  change(before, after) {
    const ordinal = this.#ordinals.get(before.id);
    for (const key of Object.keys(before.labels)) {
      if (after.labels[key] !== before.labels[key])
        this.#drop(ordinal, key, before.labels[key], key in after.labels);
    }
    for (const key of Object.keys(after.labels)) {
      if (after.labels[key] !== before.labels[key]) this.#add(ordinal, key, after.labels[key]);
    }
  }

  /** The bitmap of one requirement; a union of several is a temporary. */
  #bitmapOf([key, test, ...values], temporary) {
    const entry = this.#keys.get(key);
    if (entry === undefined) return this.#nothing;
    if (test === 'there' || test === 'not there') return entry.present;
    const bitmaps = [];
    if (test === 'above' || test === 'below') {
      const bound = Number(values[0]);
      for (const [value, bitmap] of entry.values) {
        if (/^\d+$/.test(value) && (test === 'above' ? Number(value) > bound : Number(value) < bound))
          bitmaps.push(bitmap);
      }
    } else for (const value of values) bitmaps.push(entry.values.get(value) ?? this.#nothing);
    return bitmaps.length === 1 ? bitmaps[0] : temporary(RoaringBitmap32.orMany(bitmaps));
  }

  /** The requirements as bitmaps: those to be in, the smallest first, and those not to be in. */
  #operands(meaning, temporary) {
    const wanted = [];
    const unwanted = [];
    for (const requirement of meaning) {
      const negative = requirement[1] === 'none of' || requirement[1] === 'not there';
      (negative ? unwanted : wanted).push(this.#bitmapOf(requirement, temporary));
    }
    wanted.sort((a, b) => a.size - b.size);
    return { wanted: wanted.length === 0 ? [this.#all] : wanted, unwanted };
  }

  /** All steps but the last one, which a count can do without making a bitmap. */
  #allButLast({ wanted, unwanted }, temporary) {
    const steps = [
      ...wanted.slice(1).map((bitmap) => ({ bitmap, negative: false })),
      ...unwanted.map((bitmap) => ({ bitmap, negative: true })),
    ];
    const last = steps.pop();
    let result = wanted[0];
    for (const [index, { bitmap, negative }] of steps.entries()) {
      if (index === 0) result = temporary(RoaringBitmap32[negative ? 'andNot' : 'and'](result, bitmap));
      else if (negative) result.andNotInPlace(bitmap);
      else result.andInPlace(bitmap);
    }
    return { result, last };
  }

  count(meaning) {
    return withTemporaries((temporary) => {
      const { result, last } = this.#allButLast(this.#operands(meaning, temporary), temporary);
      if (last === undefined) return result.size;
      return last.negative ? result.andNotCardinality(last.bitmap) : result.andCardinality(last.bitmap);
    });
  }

  /** @param {number} [limit] how many at most */
  ordinals(meaning, limit) {
    return withTemporaries((temporary) => {
      const { result, last } = this.#allButLast(this.#operands(meaning, temporary), temporary);
      const whole =
        last === undefined
          ? result
          : temporary(RoaringBitmap32[last.negative ? 'andNot' : 'and'](result, last.bitmap));
      return whole.toUint32Array(limit);
    });
  }
}

/** @returns {import('../engines.js').Engine} */
export function roaringWasm() {
  const index = new Inverted();
  const idsOf = (ordinals) => {
    const ids = new Array(ordinals.length);
    for (let i = 0; i < ordinals.length; i++) ids[i] = index.ids[ordinals[i]];
    return ids;
  };
  return {
    load: (objects) => {
      for (const object of objects) index.insert(object);
    },
    asked: ({ meaning }) => meaning,
    count: (meaning) => index.count(meaning),
    first: (meaning, limit) => idsOf(index.ordinals(meaning, limit)),
    ids: (meaning) => idsOf(index.ordinals(meaning)),
    ordinals: (meaning) => index.ordinals(meaning),
    idAt: (ordinal) => index.ids[ordinal],
    change: (before, after) => index.change(before, after),
    remove: (object) => index.remove(object),
    insert: (object) => index.insert(object),
  };
}
