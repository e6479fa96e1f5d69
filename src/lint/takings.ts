import type { Controller } from './controllers.ts';
import type { TakenPods } from './taken-pods.ts';

/** As many others are looked at for one controller: nobody reads more names. */
export const MOST_OTHERS = 20;

/** One controller at the least. */
export type Some = readonly [Controller, ...Controller[]];

/** Whether there is one at the least. */
export function isNotEmpty(controllers: readonly Controller[]): controllers is Some {
  return controllers.length > 0;
}

/** Controllers that select the pods of others, all in the same way. */
export interface Taking {
  readonly takers: Some;
  readonly others: Some;
  /** Whether the others select theirs as well. */
  readonly isMutual: boolean;
}

/** What controllers do to others by selectors that mean something else: those that do the same to the same ones together. O(controllers). */
export function takingsOf(taken: TakenPods, controllers: readonly Controller[]): readonly Taking[] {
  const takings = new Map<string, { readonly takers: [Controller, ...Controller[]] } & Taking>();
  const meanings = new Map<unknown, number>();
  const known = new Set<string>();
  const add = (taker: Controller, others: readonly Controller[], isMutual: boolean): void => {
    if (!isNotEmpty(others)) return;
    const selected = taken.selectedBy(taker);
    const meaning = meanings.get(selected) ?? meanings.size;
    meanings.set(selected, meaning);
    const key = JSON.stringify([meaning, isMutual, others.map((other) => taken.numberOf(other))]);
    const taking = takings.get(key);
    if (taking === undefined) takings.set(key, { takers: [taker], others, isMutual });
    else taking.takers.push(taker);
  };
  for (const controller of controllers) {
    const own = taken.numberOf(controller);
    const mutual: Controller[] = [];
    const victims: Controller[] = [];
    for (const other of taken.firstFrom(controller, MOST_OTHERS)) {
      const number = taken.numberOf(other);
      const isMutual = taken.takes(other, controller);
      // What two do to each other is told at the second of them.
      if (isMutual && number > own) continue;
      const pair = `${own} ${number}`;
      if (!known.has(pair)) (isMutual ? mutual : victims).push(other);
      known.add(pair);
    }
    add(controller, mutual, true);
    add(controller, victims, false);
  }
  return [...takings.values()];
}
