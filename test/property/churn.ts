import type { NaiveId } from '../oracle/naive-index.ts';
import { idText } from '../oracle/naive-selector-index.ts';

/** A change of one thing: it is put, or it is taken away. Things know nothing of each other. */
export interface Churn {
  readonly kind: 'set' | 'delete';
  /** What kind of thing it is. */
  readonly side: 'object' | 'selector';
  readonly id: NaiveId;
}

function thingOf({ side, id }: Churn): string {
  return `${side} ${idText(id)}`;
}

/** The changes of each thing, in their order; things in the order they first came. */
function byThing<C extends Churn>(history: readonly C[]): C[][] {
  const found = new Map<string, C[]>();
  for (const change of history) {
    const own = found.get(thingOf(change));
    if (own === undefined) found.set(thingOf(change), [change]);
    else own.push(change);
  }
  return [...found.values()];
}

/** What is there after a history, each as one change. */
export function whatIsLeft<C extends Churn>(history: readonly C[]): C[] {
  return byThing(history)
    .flatMap((changes) => changes.slice(-1))
    .filter(({ kind }) => kind === 'set');
}

/** Neither the order things came in nor its reverse: every other one, then the rest backwards. */
export function shuffled<T>(list: readonly T[]): T[] {
  const even = list.filter((_, at) => at % 2 === 0);
  return [...even, ...list.filter((_, at) => at % 2 === 1).reverse()];
}

/** Others come before each change, stay for a while, and are all gone in the end. */
function amongStrangers<C extends Churn>(history: readonly C[], leaving: (change: C) => C): C[] {
  const stay = 5;
  const strangers = history
    .filter(({ kind }) => kind === 'set')
    .map((change, at): C => ({ ...change, id: `stranger ${at}` }));
  const inTurn = (at: number): C[] => strangers.slice(at, at + 1);
  const through = history.flatMap((change, at) => [
    ...inTurn(at),
    change,
    ...strangers.slice(Math.max(0, at - stay), Math.max(0, at - stay + 1)).map(leaving),
  ]);
  return [...through, ...strangers.map(leaving)];
}

/**
 * Histories that end as the given one does.
 * @param leaving the change that takes away what a change put
 */
export function replaysOf<C extends Churn>(
  history: readonly C[],
  leaving: (change: C) => C,
): Record<string, readonly C[]> {
  const left = whatIsLeft(history);
  const half = shuffled(left).slice(0, left.length >> 1);
  return {
    'as it was': history,
    'each thing for itself, in reverse order': byThing(history).reverse().flat(),
    'what is left of it': shuffled(left),
    'what is left of it, in reverse': left.toReversed(),
    'each change twice': history.flatMap((change) => [change, change]),
    'as a whole twice': [...history, ...history],
    'among others that come and go': amongStrangers(history, leaving),
    'and torn down in another order, and rebuilt': [...history, ...shuffled(left).map(leaving), ...left],
    'and torn down in reverse, twice, and rebuilt': [
      ...history,
      ...left.toReversed().flatMap((change) => [leaving(change), leaving(change)]),
      ...shuffled(left),
    ],
    'and half torn down, and all of it put again': [...history, ...half.map(leaving), ...left],
  };
}

/** A history, and then half of what is left taken away. */
export function halfTornDown<C extends Churn>(history: readonly C[], leaving: (change: C) => C): C[] {
  const left = whatIsLeft(history);
  return [
    ...history,
    ...shuffled(left)
      .slice(0, left.length >> 1)
      .map(leaving),
  ];
}

/** A history, and then all that is left taken away, by id. */
export function tornDown<C extends Churn>(history: readonly C[], leaving: (change: C) => C): C[] {
  return [...history, ...shuffled(whatIsLeft(history)).map(leaving)];
}
