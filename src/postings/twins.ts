import type { LabelReader } from './label-reader.ts';

const PLACES = 1024;
const NO_ROW = -1;

/** After so many label sets that were compared it is seen whether that was worth it. */
const TRIED = 256;

/** It was if one of so many had a twin; otherwise so many are let pass before it is tried again. */
const LEAST_FOUND = TRIED / 8;
const LET_PASS = 16 * TRIED;

/*
 * Reads are unchecked (`!`) here: label sets are those that were read.
 */

/**
 * Tells of label sets that are read one after another which are like one before, as those of the pods of a ReplicaSet are:
 * comparing two takes a fraction of looking up all labels of one. It may miss a twin, and takes for twins only what is one.
 */
export class Twins {
  /** By signature: the last label set that had it. */
  readonly #rows = new Int32Array(PLACES).fill(NO_ROW);
  #tried = 0;
  #found = 0;
  #letPass = 0;

  /**
   * The label set that the last one is like.
   *
   * @param labels whose last label set begins at `start`
   * @param ends where each of the ones before ends; the next one begins there
   * @param row the number of the last one
   * @returns the number of its twin, or its own where none is known
   */
  find(labels: LabelReader, ends: Uint32Array, row: number): number {
    if (this.#letPass > 0) {
      this.#letPass--;
      return row;
    }
    const place = signatureOf(labels) & (PLACES - 1);
    const candidate = this.#rows[place]!;
    const isTwin =
      candidate !== NO_ROW && isLike(labels, candidate === 0 ? 0 : ends[candidate - 1]!, ends[candidate]!);
    if (!isTwin) this.#rows[place] = row;
    this.#count(isTwin);
    return isTwin ? candidate : row;
  }

  #count(isTwin: boolean): void {
    if (isTwin) this.#found++;
    if (++this.#tried < TRIED) return;
    if (this.#found < LEAST_FOUND) this.#letPass = LET_PASS;
    this.#tried = 0;
    this.#found = 0;
  }

  /** Forgets all of them. */
  clear(): void {
    this.#rows.fill(NO_ROW);
  }
}

/** A number that twins share, of what is at hand of each value: its length, its first and its last character. */
function signatureOf({ values, start, end }: LabelReader): number {
  let signature = end - start;
  for (let at = start; at < end; at++) {
    const value = values[at]!;
    const { length } = value;
    const ends = length === 0 ? 0 : (value.charCodeAt(0) << 8) ^ value.charCodeAt(length - 1);
    signature = Math.imul(signature ^ ends ^ (length << 16), 0x9e3779b1);
    signature ^= signature >>> 15;
  }
  return signature;
}

/** Whether the last label set has the labels from one place to another, in the same order. */
function isLike({ keys, values, start, end }: LabelReader, otherStart: number, otherEnd: number): boolean {
  if (otherEnd - otherStart !== end - start) return false;
  for (let at = start, other = otherStart; at < end; at++, other++) {
    if (keys[at] !== keys[other] || values[at] !== values[other]) return false;
  }
  return true;
}
