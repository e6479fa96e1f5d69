export const MIN_INT64: bigint = -(2n ** 63n);
export const MAX_INT64: bigint = 2n ** 63n - 1n;

/** Any 18 digits fit into int64. */
const SAFE_DIGITS = 18;

/**
 * Whether a text without a sign is a base-10 int64, as {@link parseInt64} reads it, without making the integer where
 * its number of digits tells. O(length).
 */
export function isUnsignedInt64(text: string): boolean {
  if (text.length === 0 || text.length > SAFE_DIGITS) return parseInt64(text) !== undefined;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}

/**
 * A base-10 int64 as Go's `strconv.ParseInt(text, 10, 64)` reads it: an optional sign and ASCII digits, any number
 * of leading zeros; no blanks, points, exponents or underscores.
 *
 * @returns the integer, or undefined where the text is none or lies outside int64
 */
export function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const digits = text.replace(/^[+-]?0*/, '');
  // 19 digits hold int64; more cannot, and BigInt of a megabyte of digits is slow.
  if (digits.length > 19) return undefined;
  const magnitude = BigInt(digits === '' ? '0' : digits);
  const value = text.charCodeAt(0) === 0x2d ? -magnitude : magnitude;
  return value >= MIN_INT64 && value <= MAX_INT64 ? value : undefined;
}

/** Integers of at most this many digits are exact as numbers. */
const EXACT_DIGITS = 15;

/**
 * The integer that a text is in base 10, with or without a sign, as a number: exact up to 15 digits, without a BigInt.
 *
 * @returns NaN where it is no integer, and Infinity where it has more than 15 digits, or whatever else is as long
 * @complexity O(digits), at most 15.
 */
export function shortInteger(text: string): number {
  const first = text.charCodeAt(0);
  const signed = first === 0x2d || first === 0x2b;
  const digits = signed ? text.length - 1 : text.length;
  if (digits > EXACT_DIGITS) return Number.POSITIVE_INFINITY;
  if (digits === 0) return Number.NaN;
  let magnitude = 0;
  for (let i = signed ? 1 : 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    magnitude = magnitude * 10 + digit;
  }
  return first === 0x2d ? -magnitude : magnitude;
}
