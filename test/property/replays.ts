import { byId } from '../oracle/index-dump.ts';
import { type NaiveId, NaiveIndex } from '../oracle/naive-index.ts';
import { shuffled } from './churn.ts';
import { type Change, changeNaively, type Given } from './index-histories.ts';

type SetChange = Extract<Change, { kind: 'set' }>;

/** The objects there are after a history, each as one change, by id. */
export function outcome(history: readonly Change[]): SetChange[] {
  const naive = new NaiveIndex();
  for (const change of history) changeNaively(naive, change);
  return [...naive.objects]
    .map(
      ([id, { labels, namespace }]): SetChange => ({
        kind: 'set',
        given: { id, labels: [...labels], namespace, shape: 3 },
      }),
    )
    .sort((a, b) => byId(a.given.id, b.given.id));
}

/** A history as changes of one object each. */
function singly(history: readonly Change[]): (SetChange | Extract<Change, { kind: 'delete' }>)[] {
  return history.flatMap((change) => {
    if (change.kind === 'load') return change.given.map((given): SetChange => ({ kind: 'set', given }));
    return change.kind === 'load in vain' ? [] : [change];
  });
}

/** Objects do not know of each other: the changes of each one in their order, the last object first. */
function objectByObject(history: readonly Change[]): Change[] {
  const byObject = new Map<NaiveId, Change[]>();
  for (const change of singly(history)) {
    const id = change.kind === 'set' ? change.given.id : change.id;
    byObject.set(id, [...(byObject.get(id) ?? []), change]);
  }
  return [...byObject.values()].reverse().flat();
}

/** Other objects come before each change, stay for a while, and are all gone in the end. */
function amongStrangers(history: readonly Change[], strangers: readonly Given[]): Change[] {
  const stay = 5;
  const named = (at: number): NaiveId => `stranger ${at}`;
  const leave = (at: number): Change => ({ kind: 'delete', id: named(at) });
  return [
    ...history.flatMap((change, at): Change[] => {
      const stranger = strangers[at % strangers.length];
      if (stranger === undefined) return [change];
      return [{ kind: 'set', given: { ...stranger, id: named(at) } }, change, leave(at - stay)];
    }),
    ...Array.from({ length: stay }, (_, at) => leave(history.length - 1 - at)),
  ];
}

const leaving = ({ given: { id } }: SetChange): Change => ({ kind: 'delete', id });

/** Histories that end as the given one does. */
export function replays(history: readonly Change[]): Record<string, readonly Change[]> {
  const end = outcome(history);
  const load: Change = { kind: 'load', given: end.map(({ given }) => given) };
  const strangers = singly(history).flatMap((change) => (change.kind === 'set' ? [change.given] : []));
  const half = shuffled(end).slice(0, end.length >> 1);
  return {
    'as it was': history,
    'each object for itself, in reverse order': objectByObject(history),
    'what is left of it, set': shuffled(end),
    'what is left of it, loaded': [load],
    'each change twice': history.flatMap((change) => [change, change]),
    'among others that come and go': amongStrangers(history, strangers),
    'and torn down in another order, and rebuilt': [...history, ...shuffled(end).map(leaving), ...end],
    'and torn down in reverse, and loaded': [...history, ...end.toReversed().map(leaving), load],
    'and half torn down, and loaded over': [...history, ...half.map(leaving), load],
  };
}

/** A history, and then half of what is left deleted: first every other object, by id. */
export function halfTornDown(history: readonly Change[]): Change[] {
  const end = outcome(history);
  return [
    ...history,
    ...shuffled(end)
      .slice(0, end.length >> 1)
      .map(leaving),
  ];
}
