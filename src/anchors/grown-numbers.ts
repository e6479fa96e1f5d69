/** A table with room for at least `needed` numbers, twice as long as it was at least, and its content. */
export function grownNumbers(numbers: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
