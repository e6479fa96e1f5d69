export const MIN_INT64: bigint = -(2n ** 63n);
export const MAX_INT64: bigint = 2n ** 63n - 1n;

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
