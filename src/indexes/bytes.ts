/*
 * The writing of snapshots: numbers of 7 bits a byte, lowest first, the last byte below 128 (LEB128); texts by their
 * UTF-16 units, one byte each where all are below 256 and two otherwise, so that every string comes back as it was.
 */

/** Writes into bytes that grow. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** What was written; a view. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** @param number an integer from 0 to 2^53 - 1 */
  number(number: number): void {
    this.#reserve(8);
    let rest = number;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A number of any kind, as its 8 bytes. */
  float(number: number): void {
    this.#reserve(8);
    new DataView(this.#bytes.buffer).setFloat64(this.#length, number, true);
    this.#length += 8;
  }

  text(text: string): void {
    const isWide = hasWideUnit(text);
    this.number(text.length * 2 + (isWide ? 1 : 0));
    this.#reserve(text.length * 2);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.#bytes[this.#length++] = unit & 0xff;
      if (isWide) this.#bytes[this.#length++] = unit >>> 8;
    }
  }
}

function hasWideUnit(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return true;
  return false;
}

/** Texts are made of so many units at a time, since a call takes only so many arguments. */
const UNITS_AT_ONCE = 4096;

/** What a reader finds wrong with bytes. */
export class BytesError extends Error {}

/** Reads what a {@link ByteWriter} has written. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whether all has been read. */
  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /**
   * @param below what the number must be less than
   * @throws BytesError where it is not, or the bytes end
   */
  number(below: number): number {
    let number = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined || scale > 2 ** 49) throw new BytesError('a number is cut off');
      number += (byte & 0x7f) * scale;
      if (byte < 128) break;
    }
    if (number >= below) throw new BytesError(`a number is ${number}, and must be below ${below}`);
    return number;
  }

  /**
   * How many of something follow, each of at least a byte.
   * @throws BytesError where so many do not
   */
  count(): number {
    return this.number(this.#bytes.length - this.#at + 1);
  }

  /** @throws BytesError where the bytes end */
  float(): number {
    if (this.#at + 8 > this.#bytes.length) throw new BytesError('a number is cut off');
    const { buffer, byteOffset } = this.#bytes;
    this.#at += 8;
    return new DataView(buffer, byteOffset).getFloat64(this.#at - 8, true);
  }

  text(): string {
    const header = this.number(2 ** 40);
    const isWide = header % 2 === 1;
    const length = Math.floor(header / 2);
    const start = this.#at;
    const end = start + (isWide ? length * 2 : length);
    if (end > this.#bytes.length) throw new BytesError('a text is cut off');
    this.#at = end;
    if (!isWide && length <= UNITS_AT_ONCE) return unitsToText(this.#bytes.subarray(start, end));
    let text = '';
    for (let at = start; at < end; at += isWide ? UNITS_AT_ONCE * 2 : UNITS_AT_ONCE) {
      const part = this.#bytes.subarray(at, Math.min(end, at + (isWide ? UNITS_AT_ONCE * 2 : UNITS_AT_ONCE)));
      text += unitsToText(isWide ? wideUnits(part) : part);
    }
    return text;
  }
}

function unitsToText(units: Uint8Array | Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

function wideUnits(bytes: Uint8Array): Uint16Array {
  const units = new Uint16Array(bytes.length / 2);
  for (let i = 0; i < units.length; i++) units[i] = (bytes[i * 2] ?? 0) | ((bytes[i * 2 + 1] ?? 0) << 8);
  return units;
}
