/*
 * What tables and plots have in common: which fleets they show, and how who answered is called and looks.
 */

/** Tables and plots of single queries are of this size, or of the largest one below it that was measured. */
const SHOWN_SIZE = 1_000_000;

/** @returns one fleet of each shape */
export function shownFleets(fleets) {
  const shapes = [...new Set(fleets.map(({ shape }) => shape))];
  return shapes.map((shape) => {
    const sizes = sizesOf(fleets, shape);
    return sizes.findLast(({ size }) => size <= SHOWN_SIZE) ?? sizes[0];
  });
}

/** @returns {any[]} the fleets of a shape, by size */
export function sizesOf(fleets, shape) {
  return fleets.filter((fleet) => fleet.shape === shape).sort((a, b) => a.size - b.size);
}

export const objects = (size) => `${size.toLocaleString('en')} objects`;

/** Everybody who can be seen in a table or a plot, ours first. */
export const STYLES = {
  labelwise: { name: 'labelwise', style: { colour: '#d55e00', shape: 'disc' } },
  anew: { name: 'labelwise, asked anew', style: { colour: '#d55e00', shape: 'ring' } },
  typescript: { name: 'labelwise without WebAssembly', style: { colour: '#e69f00', shape: 'triangle' } },
  go: { name: 'RoaringBitmap, in Go', style: { colour: '#0072b2', shape: 'square' } },
  roaring: { name: 'roaring-wasm', style: { colour: '#56b4e9', shape: 'diamond' } },
  prometheus: { name: 'Prometheus, in Go', style: { colour: '#009e73', shape: 'triangle down' } },
  kubernetes: { name: 'Kubernetes’ scan, in Go', style: { colour: '#000000', shape: 'bar' } },
  scan: { name: 'compiled matcher', style: { colour: '#cc79a7', shape: 'plus' } },
  sift: { name: 'sift', style: { colour: '#8c6d31', shape: 'cross' } },
  mingo: { name: 'mingo', style: { colour: '#7f7f7f', shape: 'dash' } },
};

/**
 * Where a row of results has the time of somebody. Ours, and whoever else is measured in this run, have a median; the
 * peers print their best. Plots show medians of the former, and so leave the peers the advantage.
 *
 * @param {'count' | 'first' | 'ids' | 'ordinals'} verb
 * @returns {number | undefined} ns
 */
export function timeOf(row, who, verb) {
  if (who === 'anew') return row.labelwise?.[`${verb}Anew`]?.median;
  if (who === 'go')
    return verb === 'count' ? row.goCount?.best : verb === 'ordinals' ? row.goOrdinals?.best : undefined;
  if (who === 'kubernetes') return verb === 'count' ? row.kubernetes?.best : undefined;
  // Their postings have no count of their own: results are listed, and the list has a length.
  if (who === 'prometheus') return verb === 'count' || verb === 'ordinals' ? row.prometheus?.best : undefined;
  return row[who]?.[verb]?.median;
}
