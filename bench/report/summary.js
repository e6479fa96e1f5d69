import { shownFleets } from '../index/shown.js';
import { geometricMean } from '../measure/statistics.js';
import { largestOf } from '../selectors/shown.js';
import { duration } from './duration.js';
import { table } from './table.js';

/*
 * What the front page says of all questions together: a row for each thing that a user waits for, beside what else does the
 * same. Where a question was asked of several fleets, the row is of pods in replicas, as clusters have them.
 */

const SHAPE = 'replicas';

/** Three digits, and no more than two after the point. */
const short = (number) => Number(number >= 100 ? number.toPrecision(3) : number.toFixed(2));
const beside = (ns, whose) => (ns === undefined ? undefined : `${duration(ns)}, ${whose}`);
const count = (number) => number.toLocaleString('en');

/** The best batches on both sides, as the ratio has them. */
function parsing({ geometricMean: { parseBest, kubernetes, ratio }, rows }) {
  return [
    [
      `parse and check a selector, mean of ${rows.length}`,
      String(duration(parseBest)),
      beside(kubernetes, 'Kubernetes in Go'),
      ratio,
    ],
  ];
}

function matching({ corpora }) {
  const titles = { cluster: 'match the labels of a pod', varied: 'match objects that all have other keys' };
  return corpora
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, mean: { objects, kubernetes } }) => [
      titles[name],
      String(duration(objects.best)),
      beside(kubernetes, 'Kubernetes in Go'),
      objects.ratio,
    ]);
}

/** The mean of a query in the index and in Go, over the queries that both answered. */
function meanOf(rows, ours, theirs) {
  const both = rows.filter((row) => theirs(row) !== undefined);
  return [geometricMean(both.map(ours)), geometricMean(both.map(theirs))];
}

function indexing({ fleets }) {
  const fleet = shownFleets(fleets).find(({ shape }) => shape === SHAPE);
  const { engines, peers, rows, size, timesAsFastAsGo } = fleet;
  const go = timesAsFastAsGo?.labelwise;
  if (go === undefined) return [];
  const ways = [
    ['count what a selector selects', 'count', 'goCount', go.count.mean],
    ['the same, asked for the first time', 'countAnew', 'goCount', go.countAnew.mean],
    ['list the numbers of these objects, asked before', 'ordinals', 'goOrdinals', go.ordinals.mean],
  ];
  const whose = 'RoaringBitmap in Go';
  return [
    ...ways.map(([title, verb, theirs, ratio], i) => {
      const [mine, other] = meanOf(
        rows,
        (row) => row.labelwise[verb].best,
        (row) => row[theirs]?.best,
      );
      const of = i === 0 ? ` of ${count(size)} objects, asked before, mean of ${rows.length}` : '';
      return [`${title}${of}`, String(duration(mine)), beside(other, whose), ratio];
    }),
    ['load the index', String(duration(engines.labelwise.build)), beside(peers.go.build, whose), go.build],
    [
      'memory for an object, its id and labels',
      `${engines.labelwise.bytes} B`,
      `${peers.go.bytes} B, ${whose}, without these`,
      undefined,
    ],
  ];
}

function reversing({ sets }) {
  const crowd = largestOf(
    sets.filter(({ shape }) => shape === 'unique'),
    'crowd',
  );
  if (crowd?.kubernetes === undefined) return [];
  return [
    [
      `which of ${count(crowd.size)} selectors match an object`,
      String(duration(crowd.all.median)),
      beside(crowd.kubernetes, 'each evaluated in Go'),
      crowd.kubernetes / crowd.all.median,
    ],
  ];
}

function following({ objects, selectors, rolling, evaluated, timesAsFast }) {
  return [
    [
      `who joins and leaves by an event of a rolling update: ${count(objects)} pods, ${count(selectors)} selectors`,
      String(duration(rolling.nsPerEvent)),
      beside(evaluated.median, 'each evaluated'),
      timesAsFast,
    ],
  ];
}

function relating({ pairs, overlaps }) {
  const { fresh } = pairs.means.find(({ verb }) => verb === 'implies');
  const among = overlaps.find(({ size, namespaced }) => size === 10_000 && namespaced);
  return [
    ['whether one selector implies another', String(duration(fresh.mean)), undefined, undefined],
    [
      `every overlap among ${count(among.size)} controllers, at first`,
      String(duration(among.first)),
      beside(among.doubleLoop?.median, 'all pairs'),
      among.doubleLoop && among.doubleLoop.median / among.first,
    ],
  ];
}

const DATABASES = [
  ['postgres', 'PostgreSQL'],
  ['sqliteRows', 'SQLite'],
  ['clickhouse', 'ClickHouse'],
];

/** The mean count in databases. */
function storing({ fleets }) {
  const fleet = fleets.filter(({ shape }) => shape === SHAPE).at(-1);
  const asked = DATABASES.filter(([name]) => fleet?.rows.every(({ count }) => count[name] !== undefined));
  if (asked.length === 0) return [];
  const times = asked.map(([name]) =>
    duration(geometricMean(fleet.rows.map(({ count }) => count[name].median))),
  );
  const titles = asked.map(([, title]) => title).join(', ');
  return [[`count in ${titles}, of ${count(fleet.size)} objects`, times.join(', '), undefined, undefined]];
}

function linting({ deployments }) {
  const { documents, bytes, whole } = deployments.at(-1);
  return [
    [
      `read and lint ${count(documents)} manifests, ${short(bytes / 1e6)} MB of YAML`,
      String(duration(whole.median * 1e9)),
      undefined,
      undefined,
    ],
  ];
}

function loading({ steps }) {
  return [
    ['import the package', `${short(steps.import.median)} ms`, undefined, undefined],
    [
      'the first wrong text, which loads the parser library',
      `${short(steps.firstError.median)} ms`,
      undefined,
      undefined,
    ],
  ];
}

const ROWS = {
  parse: parsing,
  match: matching,
  index: indexing,
  sql: storing,
  selectors: reversing,
  membership: following,
  algebra: relating,
  lint: linting,
  startup: loading,
};

/**
 * @param {Record<string, any>} results by question; what is missing is left out
 * @returns {string} a table in Markdown
 */
export function summaryTable(results) {
  const rows = Object.entries(ROWS).flatMap(([question, rowsOf]) =>
    results[question] === undefined ? [] : rowsOf(results[question]),
  );
  return table(
    ['', 'labelwise', 'beside', 'times as fast'],
    rows.map(([what, ours, theirs, ratio]) => [
      what,
      ours,
      theirs ?? '',
      ratio === undefined ? undefined : short(ratio),
    ]),
  );
}
