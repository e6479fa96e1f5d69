/**
 * A logarithmic axis.
 *
 * @param {readonly number[]} values all above 0; the axis goes from the power of ten below them to the one above
 * @param {number} from where the axis begins, in pixels
 * @param {number} to where it ends
 */
export function logScale(values, from, to) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    place: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  };
}
