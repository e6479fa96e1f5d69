import { shownFleets, sizesOf } from '../index/shown.js';
import { geometricMean } from '../measure/statistics.js';
import { duration } from '../report/duration.js';
import { code, figure, table } from '../report/table.js';
import { ENGINES } from './titles.js';

/** Those that are shown query by query; the others differ in their indexes alone. */
const SHOWN = ['labelwise', 'postgres', 'postgresRows', 'sqlite', 'sqliteRows', 'clickhouse'];
const LAYOUTS = ['postgres', 'postgresPairs', 'postgresKeys', 'postgresRows'];

const number = (value) => value?.toLocaleString('en');
const aSecond = (ns) => (ns === undefined ? undefined : number(Number((1e9 / ns).toPrecision(3))));

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** Parts of a table that are no index. */
const OF_TABLES = ['objects', 'labels', 'memory', 'file', 'parts'];

function bytesOf(bytes) {
  const indexes = Object.entries(bytes).filter(([part]) => !OF_TABLES.includes(part));
  return {
    all: Math.round(sum(Object.values(bytes))),
    indexes: indexes.length === 0 ? undefined : Math.round(sum(indexes.map(([, each]) => each))),
  };
}

function wholeTable(fleets) {
  const rows = fleets.flatMap(({ shape, size, whole }) =>
    Object.entries(whole).map(([name, of]) => {
      const bytes = bytesOf(of.bytes);
      return [
        shape,
        number(size),
        ENGINES[name],
        duration(of.load.median),
        bytes.all,
        bytes.indexes,
        duration(of.nothing?.median),
        aSecond(of.change?.median),
        aSecond(of.changeMany.median),
      ];
    }),
  );
  return table(
    [
      'shape',
      'objects',
      '',
      'filled in',
      'bytes per object',
      'of these, indexes',
      '`SELECT 1`',
      'label changes a second, one by one',
      '1,000 at a time',
    ],
    rows,
  );
}

function verbTable({ rows }, verb) {
  const some = rows.filter((row) => row[verb] !== undefined);
  const names = SHOWN.filter((name) => some.some((row) => row[verb][name] !== undefined));
  const hasRatio = names.includes('labelwise') && names.includes('postgres');
  return table(
    [
      'query',
      'matching',
      ...names.map((name) => ENGINES[name]),
      ...(hasRatio ? ['PostgreSQL, column / index'] : []),
    ],
    some.map(({ title, matching, [verb]: times }) => [
      title,
      matching,
      ...names.map((name) => duration(times[name]?.median)),
      ...(hasRatio ? [number(figure(times.postgres.median / times.labelwise.median))] : []),
    ]),
  );
}

/** What the queries ask for, for means over several of them. */
const KINDS = [
  ['one rare pair', ['a value nobody has', 'the one pod of a name', 'one template']],
  ['pairs', ['sparse ∧ sparse', 'sparse ∧ dense ∧ dense', 'dense ∧ dense']],
  ['a frequent pair', ['one value of 300', 'one dense value']],
  ['sets', ['a set of 40 values', 'a set of 500 values']],
  ['a rare key', ['a rare key']],
  ['a range', ['a narrow range', 'a range ∧ dense']],
  ['exclusions', ['dense, less two', 'negative only', 'absent']],
];

function indexesTable(fleets) {
  const rows = fleets.flatMap(({ shape, whole, rows: queries }) =>
    LAYOUTS.filter((name) => whole[name] !== undefined).map((name) => {
      const bytes = bytesOf(whole[name].bytes);
      const means = KINDS.map(([, titles]) => {
        const asked = queries.filter(({ title }) => titles.includes(title));
        return duration(geometricMean(asked.map(({ count }) => count[name].median)));
      });
      return [
        shape,
        ENGINES[name],
        duration(whole[name].load.median),
        bytes.all,
        bytes.indexes,
        aSecond(whole[name].change?.median),
        ...means,
      ];
    }),
  );
  return table(
    [
      'shape',
      '',
      'filled in',
      'bytes per object',
      'of these, indexes',
      'changes a second',
      ...KINDS.map(([kind]) => `count: ${kind}`),
    ],
    rows,
  );
}

/** How counting grows with the fleet. */
function growthTable(fleets) {
  const [{ shape }] = fleets;
  const sizes = sizesOf(fleets, shape);
  const names = ['labelwise', 'postgres', 'postgresRows', 'sqliteRows'].filter(
    (name) => sizes[0].whole[name],
  );
  return table(
    ['query', ...names.flatMap((name) => sizes.map(({ size }) => `${ENGINES[name]}, ${number(size)}`))],
    sizes[0].rows.map(({ title }, i) => [
      title,
      ...names.flatMap((name) => sizes.map(({ rows }) => duration(rows[i].count[name]?.median))),
    ]),
  );
}

const OF_LAYOUT = { both: 'postgres', rows: 'postgresRows' };

/** How much longer a statement takes that is planned for all values, in the mean and at worst. */
function waysTable(fleets) {
  const rows = fleets.flatMap(({ shape, size, ways }) =>
    Object.keys(OF_LAYOUT).flatMap((layout) =>
      ['count', 'first'].flatMap((verb) => {
        const of = ways.filter((row) => row.layout === layout);
        if (of.length === 0) return [];
        const ratios = of
          .map(({ title, once, prepared }) => ({
            title,
            ratio: prepared[verb] === null ? Number.POSITIVE_INFINITY : prepared[verb] / once[verb],
            prepared: prepared[verb],
            once: once[verb],
          }))
          .sort((a, b) => b.ratio - a.ratio);
        const [worst] = ratios;
        const finite = ratios.filter(({ ratio }) => Number.isFinite(ratio));
        const once = geometricMean(of.map((row) => row.once[verb] / row.planned[verb]));
        return [
          [
            shape,
            number(size),
            ENGINES[OF_LAYOUT[layout]],
            verb === 'count' ? 'count' : 'a page of ten',
            figure(once),
            figure(geometricMean(finite.map(({ ratio }) => ratio))),
            `${worst.title}: ${worst.prepared === null ? 'over 5 s' : duration(worst.prepared)} instead of ${duration(worst.once)}`,
          ],
        ];
      }),
    ),
  );
  return table(
    [
      'shape',
      'objects',
      '',
      '',
      'sent each time / prepared, planned each time: mean',
      'prepared, planned as the server likes / sent each time: mean',
      'worst',
    ],
    rows,
  );
}

function databasesTable({ postgres, sqlite, clickhouse }) {
  const rows = [];
  if (postgres) {
    const settings = Object.entries(postgres.settings).map(([name, value]) => `${name}=${value}`);
    rows.push(['PostgreSQL', postgres.version, `over ${postgres.via}, by pg; ${settings.join(', ')}`]);
  }
  if (sqlite) rows.push(['SQLite', sqlite, 'in the process, by better-sqlite3; WAL, synchronous=NORMAL']);
  if (clickhouse) rows.push(['ClickHouse', clickhouse, 'in the process, by chdb']);
  return table(['', 'version', 'how'], rows);
}

/** The results as tables in Markdown. */
export function tables({ databases, queries, fleets }) {
  const shown = shownFleets(fleets);
  return {
    databases: databasesTable(databases),
    whole: wholeTable(fleets),
    ...Object.fromEntries(
      shown.flatMap((fleet) =>
        ['count', 'first', 'ids'].map((verb) => [`${verb}-${fleet.shape}`, verbTable(fleet, verb)]),
      ),
    ),
    indexes: indexesTable(shown),
    growth: growthTable(fleets),
    ways: waysTable(fleets),
    queries: table(
      ['query', 'selector', 'namespace'],
      queries.map(({ title, selector, namespace }) => [title, code(selector), namespace]),
    ),
  };
}
