const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

/**
 * An int64 in base 10 with an optional sign, or undefined ("Matching": no blanks, points, exponents,
 * underscores or non-ASCII digits).
 */
export function naiveInt64(text: string): bigint | undefined {
  const signed = text.startsWith('+') || text.startsWith('-');
  const digits = signed ? text.slice(1) : text;
  if (digits === '') return undefined;
  for (const c of digits) if (!'0123456789'.includes(c)) return undefined;
  const size = BigInt(digits);
  const number = text.startsWith('-') ? -size : size;
  return number < SMALLEST || number > LARGEST ? undefined : number;
}
