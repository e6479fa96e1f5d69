import { duration } from '../report/duration.js';
import { figure, table } from '../report/table.js';

const number = (value) => value.toLocaleString('en');
const seconds = (value) => duration(value * 1e9);
const spread = ({ low, high }) => `${seconds(low)}–${seconds(high)}`;

/** The aims beside what was measured, in the largest deployment. */
function aims(deployments) {
  const { documents, whole, memory } = deployments.at(-1);
  const what = `${number(documents)} documents`;
  return table(
    ['', 'aim', 'measured'],
    [
      [`${what}: the whole, by the clock`, 'under 5 s', String(seconds(whole.median))],
      [`${what}: memory at the peak`, 'under 1,000 MB', `${number(Math.round(memory.median))} MB`],
    ],
  );
}

/** The results as tables in Markdown. */
export function tables({ deployments }) {
  return {
    aims: aims(deployments),
    whole: table(
      [
        'documents',
        'namespaces',
        'MB of YAML',
        'reading',
        'linting',
        'the whole',
        'p10–p90',
        'processor time',
        'MB of memory',
        'findings',
      ],
      deployments.map(
        ({ documents, namespaces, bytes, reading, linting, whole, processor, memory, findings }) => [
          documents,
          namespaces,
          figure(bytes / 1e6),
          seconds(reading.median),
          seconds(linting.median),
          seconds(whole.median),
          spread(whole),
          seconds(processor.median),
          Math.round(memory.median),
          findings,
        ],
      ),
    ),
  };
}
