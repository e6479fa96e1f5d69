import { STYLES } from '../index/shown.js';
import { duration } from '../report/duration.js';
import { panelPlot } from '../report/plot/panels.js';
import { bySet } from './shown.js';

/** Who is in the plot, and where a result has their time. */
const SERIES = [
  { name: 'labelwise', style: STYLES.labelwise.style, of: ({ all }) => all.median },
  { name: 'labelwise, 1 to 3 hits', style: STYLES.anew.style, of: ({ few }) => few?.median },
  { name: 'every selector evaluated', style: STYLES.scan.style, of: ({ evaluated }) => evaluated.median },
  {
    name: 'the same by Kubernetes, in Go',
    style: STYLES.kubernetes.style,
    of: ({ kubernetes }) => kubernetes,
  },
];

/** @returns {Record<string, string>} SVG by the name of the file */
export function plots({ sets }) {
  const growing = bySet(sets).filter(({ sizes }) => sizes.length > 1);
  if (growing.length === 0) return {};
  return {
    growth: panelPlot({
      title: 'Time of an object by the number of selectors',
      series: SERIES,
      panels: growing.map(({ title, sizes }) => ({
        title,
        show: duration,
        lines: SERIES.map(({ of }) =>
          sizes.flatMap((result) => (of(result) === undefined ? [] : [[result.size, of(result)]])),
        ),
      })),
    }),
  };
}
