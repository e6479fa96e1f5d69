import fc, { type Arbitrary } from 'fast-check';
import type { Churn } from './churn.ts';
import { ids, namespaces, type SelectorChange, selectorChanges } from './selector-histories.ts';
import { type Pool, pools, WAYS } from './selector-pools.ts';

/** A change of an object; its labels by their number in the pool, in one of the shapes a caller may give. */
export interface ObjectChange extends Churn {
  readonly side: 'object';
  readonly labels: number;
  readonly shape: number;
  readonly namespace: string | undefined;
}

/** Many objects at once; in vain where the iterable throws at its end, or ends with what is no entry. */
export interface Load {
  readonly kind: 'load';
  readonly objects: readonly ObjectChange[];
  readonly inVain: 'no' | 'throws' | 'no entry';
}

/** What a listener does when it is told: one step each time, as long as there are any. */
export interface Conduct {
  readonly reactions: readonly Step[];
  /** The times, from 0 on, at which it throws in the end. */
  readonly throws: readonly number[];
}

export type Step =
  | ObjectChange
  | SelectorChange
  | Load
  | { readonly kind: 'subscribe'; readonly conduct: Conduct }
  | {
      readonly kind: 'watch';
      readonly selector: number;
      readonly way: number;
      readonly namespace: string | undefined;
      readonly conduct: Conduct;
    }
  /** An observer, by number, open or not. */
  | { readonly kind: 'close'; readonly observer: number }
  /** A call with a wrong argument, by number. */
  | { readonly kind: 'refused'; readonly call: number; readonly id: SelectorChange['id'] };

export interface MembershipHistory extends Pool {
  /** Of those who are there from the start: a subscriber, a watch, and so on in turn. */
  readonly conducts: readonly Conduct[];
  readonly steps: readonly Step[];
}

const QUIET: Conduct = { reactions: [], throws: [] };

function objectChanges(labels: number): Arbitrary<ObjectChange> {
  return fc.record({
    kind: fc.constantFrom('set' as const, 'set' as const, 'set' as const, 'delete' as const),
    side: fc.constant('object' as const),
    id: ids,
    labels: fc.nat(labels - 1),
    shape: fc.nat(3),
    namespace: namespaces,
  });
}

function stepsOn(pool: Pool, conducts: Arbitrary<Conduct>, observers: number): Arbitrary<Step> {
  const objects = objectChanges(pool.labels.length);
  return fc.oneof(
    { weight: 10, arbitrary: objects },
    { weight: 8, arbitrary: selectorChanges(pool.selectors.length) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('load' as const),
        objects: fc.array(objects, { maxLength: 8, size: 'max' }),
        inVain: fc.constantFrom('no' as const, 'no' as const, 'throws' as const, 'no entry' as const),
      }),
    },
    {
      weight: observers,
      arbitrary: fc.record({ kind: fc.constant('subscribe' as const), conduct: conducts }),
    },
    {
      weight: observers,
      arbitrary: fc.record({
        kind: fc.constant('watch' as const),
        selector: fc.nat(pool.selectors.length - 1),
        way: fc.nat(WAYS - 1),
        namespace: namespaces,
        conduct: conducts,
      }),
    },
    {
      weight: observers,
      arbitrary: fc.record({ kind: fc.constant('close' as const), observer: fc.nat(30) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('refused' as const), call: fc.nat(30), id: ids }),
    },
  );
}

export interface MembershipShape {
  readonly steps: number;
  /** How often observers come and go, against 20 changes. */
  readonly observers: number;
  /** Whether listeners change what they are told of, and throw. */
  readonly unruly: boolean;
}

export function membershipHistories({
  steps,
  observers,
  unruly,
}: MembershipShape): Arbitrary<MembershipHistory> {
  return pools(7, 9).chain((pool) => {
    const quiet = fc.constant(QUIET);
    const conducts: Arbitrary<Conduct> = fc.oneof(
      { weight: 1, arbitrary: quiet },
      {
        weight: 2,
        arbitrary: fc.record({
          reactions: fc.array(stepsOn(pool, quiet, 4), { maxLength: 4, size: 'max' }),
          throws: fc.uniqueArray(fc.nat(9), { maxLength: 5, size: 'max' }),
        }),
      },
    );
    return fc.record({
      selectors: fc.constant(pool.selectors),
      labels: fc.constant(pool.labels),
      conducts: fc.array(unruly ? conducts : quiet, { minLength: 2, maxLength: 4 }),
      steps: fc.array(stepsOn(pool, unruly ? conducts : quiet, observers), {
        maxLength: steps,
        size: 'max',
      }),
    });
  });
}

export type MembershipChurn = ObjectChange | SelectorChange;

/** The changes of a history, one thing each. */
export function churnOf({ steps }: MembershipHistory): MembershipChurn[] {
  return steps.flatMap((step): MembershipChurn[] => {
    if (step.kind === 'set' || step.kind === 'delete') return [step];
    return step.kind === 'load' && step.inVain === 'no'
      ? step.objects.map((object) => ({ ...object, kind: 'set' }))
      : [];
  });
}

export function leaving(change: MembershipChurn): MembershipChurn {
  return { ...change, kind: 'delete' };
}
