import { compileSelector, fromAlternatives, type LabelIndex, type Selector } from 'labelwise';
import type { Row } from './row.ts';

/** How long answers take, in nanoseconds. */
export interface Times {
  /** To count what a selector selects that was not asked before: finding out what it means, planning, and running it. */
  readonly count: number;
  /** To ask every object, one by one, with a compiled predicate. */
  readonly scan: number;
}

/** The clocks of browsers are coarse: what is timed has to take this long, in milliseconds. */
const LEAST = 2;

/** Of so many that take this long the best is told: others had to wait for something. */
const TIMES = 3;

function fresh(selector: Selector): Selector {
  return fromAlternatives(selector.alternatives);
}

/**
 * The time of one call, in nanoseconds.
 *
 * @param prepare makes what so many calls need, which is not timed, and gives back what makes the calls
 */
function timeOf(prepare: (calls: number) => () => void): number {
  const spentOn = (calls: number): number => {
    const run = prepare(calls);
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  // Growing numbers of calls also give the engine the time to compile what is called.
  for (let calls = 1; ; calls *= 4) {
    let best = Number.POSITIVE_INFINITY;
    for (let time = 0; time < TIMES; time++) best = Math.min(best, spentOn(calls));
    if (best >= LEAST) return (best / calls) * 1e6;
  }
}

/**
 * How long it takes to count what a selector selects, by the index and by asking every object. Every selector that is
 * counted is one that the index has not seen.
 *
 * @param rows what the index has
 */
export function measure(
  index: LabelIndex<number>,
  rows: readonly Row[],
  selector: Selector,
  namespace: string | undefined,
): Times {
  const scope = namespace === undefined ? {} : { namespace };
  let counted = 0;
  const count = timeOf((calls) => {
    const selectors = Array.from({ length: calls }, () => fresh(selector));
    return () => {
      for (const one of selectors) counted = index.count(one, scope);
    };
  });
  const matches = compileSelector(selector);
  let scanned = 0;
  const scan = timeOf((calls) => () => {
    for (let call = 0; call < calls; call++) {
      scanned = 0;
      for (const row of rows) {
        if ((namespace === undefined || row.namespace === namespace) && matches(row.labels)) scanned++;
      }
    }
  });
  // What is not used may be left out by the engine; and both had better count the same.
  if (counted !== scanned) throw new Error(`the index counts ${counted}, and asking each ${scanned}`);
  return { count, scan };
}
