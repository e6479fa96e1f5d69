import { inFreshProcess } from '../measure/fresh-process.js';
import { rounded, summary } from '../measure/statistics.js';
import { shortened } from '../report/json.js';
import { sqlQueries } from './queries.js';

export { tables } from './tables.js';

/** A million objects are in memory while databases are filled, and filling takes minutes. */
const PROCESS = { flags: ['--expose-gc', '--max-old-space-size=16384'], timeout: 14_400_000 };

const each = (object, of) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, of(value, key)]));

/** What is measured once for an engine: load in ns, bytes per object by part, changes in ns for each. */
function wholeOf(rounds, size) {
  const [first] = rounds;
  return each(first.whole, (_, name) => {
    const of = rounds.map((round) => round.whole[name]);
    const changes = rounds.map((round) => round.changes[name]);
    const nothing = rounds.map((round) => round.nothing[name]).filter((times) => times !== undefined);
    return {
      load: summary(of.map(({ load }) => [load])),
      bytes: each(of[0].size, (bytes) => rounded(bytes / size)),
      ...(nothing.length > 0 && { nothing: summary(nothing) }),
      ...(changes[0].one && { change: summary(changes.map(({ one }) => one)) }),
      changeMany: summary(changes.map(({ many }) => many)),
    };
  });
}

function rowsOf(rounds) {
  return rounds[0].rows.map(({ title, matching, times }, i) => ({
    title,
    matching,
    ...each(times, (engines, verb) =>
      each(engines, (_, name) => summary(rounds.map((round) => round.rows[i].times[verb][name]))),
    ),
  }));
}

/** ns by verb; null where a statement was given up in any round. */
function waysOf(rounds) {
  return rounds[0].ways.map(({ layout, title, ...ways }, i) => ({
    layout,
    title,
    ...each(ways, (verbs, way) =>
      each(verbs, (_, verb) => {
        const times = rounds.map((round) => round.ways[i][way][verb]);
        return times.some((some) => some === null || some === undefined) ? null : summary(times).median;
      }),
    ),
  }));
}

/**
 * What do the same questions take in databases, beside the index in memory?
 *
 * @param {{ rounds: number, package?: string, shapes: readonly import('../corpus/fleet/objects.js').Shape[],
 *   sizes: readonly number[], engines: readonly import('./titles.js').SqlEngineName[] }} options sizes ascending
 */
export function ask({ rounds, package: directory, shapes, sizes, engines }) {
  const url = process.env.LABELWISE_POSTGRES;
  const fleets = shapes.flatMap((shape) =>
    sizes.map((size) => {
      process.stderr.write(`${shape}, ${size.toLocaleString('en')} objects\n`);
      const task = { package: directory, shape, size, engines, url };
      const results = Array.from({ length: rounds }, () => inFreshProcess('sql', task, PROCESS));
      return {
        databases: results[0].databases,
        fleet: { shape, size, whole: wholeOf(results, size), rows: rowsOf(results), ways: waysOf(results) },
      };
    }),
  );
  return {
    question: 'sql',
    unit: 'ns per call, bytes per object',
    rounds,
    databases: fleets[0].databases,
    queries: sqlQueries(shapes[0]).map(({ title, selectors, namespace }) => ({
      title,
      selector: shortened(selectors.join(' || ')),
      ...(namespace !== undefined && { namespace }),
    })),
    fleets: fleets.map(({ fleet }) => fleet),
  };
}
