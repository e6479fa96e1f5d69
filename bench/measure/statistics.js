/** @param {readonly number[]} numbers at least one */
export function median(numbers) {
  return quantile(numbers, 0.5);
}

/**
 * @param {readonly number[]} numbers at least one
 * @param {number} share 0 to 1
 * @returns {number} the quantile, between two numbers by their distance to it
 */
function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

/** @param {readonly number[]} numbers at least one, all above 0 */
export function geometricMean(numbers) {
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
}

/** @param {readonly number[]} numbers at least one */
export function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/**
 * What a row of results says of its rounds: the median of all batches, the range that nine of ten are above and nine
 * of ten below, and the best batch of a round (the median over the rounds), which is what the peers print.
 *
 * @param {readonly (readonly number[])[]} rounds ns per call, by round and batch
 */
export function summary(rounds) {
  const batches = rounds.flat();
  return {
    median: rounded(median(batches)),
    low: rounded(quantile(batches, 0.1)),
    high: rounded(quantile(batches, 0.9)),
    best: rounded(median(rounds.map((round) => Math.min(...round)))),
  };
}

/** Three digits are more than any of this is worth. */
export function rounded(number) {
  return Number(number.toPrecision(3));
}
