import { duration } from '../report/duration.js';
import { code, figure, table } from '../report/table.js';
import { aims } from './aims.js';
import { STYLES, shownFleets, sizesOf, timeOf } from './shown.js';

const number = (value) => value?.toLocaleString('en');

/** A column of times for each of those who have any, and what a row has for it. */
function timeColumns(rows, names, verb) {
  return names
    .filter((name) => rows.some((row) => timeOf(row, name, verb) !== undefined))
    .map((name) => [STYLES[name].name, (row) => duration(timeOf(row, name, verb))]);
}

/** How many times as fast as Go's index, and how many when the selector is asked anew. */
function ratioColumns(rows, verb, peer) {
  return [
    ['times as fast as Go', verb],
    ['anew', `${verb}Anew`],
  ]
    .filter(([, of]) => rows.some((row) => row[peer] && row.labelwise?.[of]))
    .map(([heading, of]) => [
      heading,
      (row) => row[peer] && row.labelwise && figure(row[peer].best / row.labelwise[of].best),
    ]);
}

function columnsTable(rows, columns) {
  return table(
    columns.map(([heading]) => heading),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  );
}

const WHAT = [
  ['query', ({ title }) => title],
  ['matching', ({ matching }) => matching],
];

function countTable({ rows }) {
  return columnsTable(rows, [
    ...WHAT,
    ['plan', ({ labelwise }) => labelwise?.plan ?? ''],
    ...timeColumns(rows, ['labelwise', 'anew', 'typescript', 'go'], 'count'),
    ...ratioColumns(rows, 'count', 'goCount'),
    ...timeColumns(rows, ['roaring', 'kubernetes', 'scan', 'sift', 'mingo'], 'count'),
  ]);
}

function numbersTable({ rows }) {
  return columnsTable(rows, [
    ...WHAT,
    ...timeColumns(rows, ['labelwise', 'anew', 'typescript', 'go'], 'ordinals'),
    ...ratioColumns(rows, 'ordinals', 'goOrdinals'),
    ...timeColumns(rows, ['roaring', 'prometheus'], 'ordinals'),
  ]);
}

function idsTable({ rows }) {
  const columns = (verb, heading) =>
    timeColumns(rows, ['labelwise', 'typescript', 'roaring', 'scan'], verb).map(([name, cell]) => [
      `${heading}: ${name}`,
      cell,
    ]);
  const perId = ({ labelwise, matching }) =>
    labelwise && matching > 0 ? figure(labelwise.ids.median / matching) : undefined;
  return columnsTable(rows, [
    ...WHAT,
    ...columns('first', 'first 10'),
    ...columns('ids', 'all'),
    ['ours, ns per id', perId],
  ]);
}

/** How a count grows with the fleet. */
function growthTable(sizes) {
  const [{ rows }] = sizes;
  return table(
    ['query', ...sizes.map(({ size }) => number(size))],
    rows.map(({ title }, index) => [
      title,
      ...sizes.map((fleet) => duration(fleet.rows[index].labelwise?.count.median)),
    ]),
  );
}

function wholeTable(fleets) {
  const rows = fleets.flatMap(({ shape, size, engines, peers = {} }) =>
    Object.keys(STYLES).flatMap((name) => {
      const of = engines[name] ?? peers[name];
      if (of === undefined) return [];
      return [
        [
          shape,
          size,
          STYLES[name].name,
          duration(of.build),
          of.bytes,
          of.accounted,
          of.change && Math.round(1e9 / of.change.median),
          of.replace && Math.round(1e9 / of.replace.median),
          duration(of.snapshot?.median),
          of.snapshotBytes,
          duration(of.restore?.median),
        ],
      ];
    }),
  );
  return table(
    [
      'shape',
      'objects',
      '',
      'build',
      'bytes per object',
      'by its own account',
      'label changes a second',
      'deleted and inserted a second',
      'snapshot',
      'its bytes per object',
      'restore',
    ],
    rows,
  );
}

/** The results as tables in Markdown. */
export function tables({ queries, fleets }) {
  const shown = shownFleets(fleets);
  const [first] = shown;
  return {
    aims: aims(fleets),
    whole: wholeTable(fleets),
    ...Object.fromEntries(
      shown.flatMap((fleet) => [
        [`count-${fleet.shape}`, countTable(fleet)],
        [`numbers-${fleet.shape}`, numbersTable(fleet)],
        [`ids-${fleet.shape}`, idsTable(fleet)],
      ]),
    ),
    growth: growthTable(sizesOf(fleets, first.shape)),
    queries: table(
      ['query', 'selector'],
      queries[first.shape].map(({ title, selector }) => [title, selector === '' ? '' : code(selector)]),
    ),
  };
}
