/**
 * Turns the bytes of one input into objects, a chunk at a time. What it found goes to the sink it was made with.
 * A chunk is lent: it may be overwritten once {@link push} has returned.
 */
export interface Decoder {
  /** Takes the next bytes. */
  push(chunk: Uint8Array): void;
  /** Says that there are no more bytes. Call it once, last. */
  end(): void;
}

/** The most bytes one line, or one value of a JSON list, may have: what is being read is held in memory. */
export const LARGEST_UNIT: number = 64 * 2 ** 20;

/** Bytes gathered over several chunks, in one growing buffer. */
export class ByteBuffer {
  #bytes = new Uint8Array(0);
  length = 0;

  /** Copies `chunk` to the end. Complexity: amortised O(chunk). */
  append(chunk: Uint8Array): void {
    const needed = this.length + chunk.length;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length, 4096));
      grown.set(this.#bytes.subarray(0, this.length));
      this.#bytes = grown;
    }
    this.#bytes.set(chunk, this.length);
    this.length = needed;
  }

  /** What has been gathered; valid until the next append. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** Forgets everything, and gives back the memory of an unusually large unit. */
  clear(): void {
    this.length = 0;
    if (this.#bytes.length > 2 ** 20) this.#bytes = new Uint8Array(0);
  }
}

/** A size for people: `64 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
