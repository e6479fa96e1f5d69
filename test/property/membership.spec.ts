import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Membership } from '../../src/index.ts';
import { checkMembership } from '../../src/indexes/invariants.ts';
import type { NaiveId } from '../oracle/naive-index.ts';
import { NaiveMembership, type NaivePair, naiveDifference, pairText } from '../oracle/naive-membership.ts';
import { structureOf, texts } from '../oracle/selector-index-dump.ts';
import { halfTornDown, replaysOf, tornDown, whatIsLeft } from './churn.ts';
import { IDS } from './index-histories.ts';
import type { Entries } from './label-sets.ts';
import {
  churnOf,
  leaving,
  type MembershipChurn,
  type MembershipHistory,
  membershipHistories,
} from './membership-histories.ts';
import { MembershipWorld } from './membership-world.ts';
import { runs, TIMEOUT } from './runs.ts';
import { type Pool, selectorIn, WAYS } from './selector-pools.ts';
import { SHIFTS, Shifting } from './selector-shifts.ts';

const QUIET = { reactions: [], throws: [] };

/** Plays a history, all of which must be told as the oracle has it. */
function play(history: MembershipHistory): MembershipWorld['seen'] {
  const world = new MembershipWorld(history);
  for (const [at, conduct] of history.conducts.entries()) {
    if (at % 2 === 0) world.perform({ kind: 'subscribe', conduct });
    else world.perform({ kind: 'watch', selector: 0, way: at, namespace: undefined, conduct });
  }
  for (const step of history.steps) {
    world.perform(step);
    world.expectAgreement();
  }
  world.expectContent();
  return world.seen;
}

/** Plays changes before a subscriber and a watch, who must end with what is there. */
function replayed(changes: readonly MembershipChurn[], pool: Pool): MembershipWorld {
  const world = new MembershipWorld(pool);
  world.perform({ kind: 'subscribe', conduct: QUIET });
  world.perform({ kind: 'watch', selector: 0, way: 1, namespace: undefined, conduct: QUIET });
  for (const change of changes) world.perform(change);
  world.expectAgreement();
  world.expectContent();
  return world;
}

/** All that is to be equal of two memberships with the same objects and selectors. */
function stateOf({ membership, observers }: MembershipWorld): unknown {
  return {
    sizes: [membership.objects, membership.selectors],
    objects: IDS.map((id) => [membership.labelsOf(id), texts(membership.selectorsOf(id))]),
    selectors: IDS.map((id) => [membership.hasSelector(id), texts(membership.objectsOf(id))]),
    structure: structureOf(membership.statistics().reverse),
    told: observers.map(({ told }) => [...told].sort()),
  };
}

/** Objects and selectors by the hundred, so that a change is told by what mentions it, or by finding all anew. */
function playMany(world: Shifting, isCrowded: boolean): number {
  const selectors = isCrowded ? 400 : 150;
  const membership = new Membership<NaiveId, NaiveId>();
  const naive = new NaiveMembership();
  const told = new Map<string, NaivePair>();
  let batches = 0;
  membership.subscribe(({ joined, left }) => {
    batches++;
    for (const pair of left)
      if (!told.delete(pairText(pair))) throw new Error(`${pair} leaves, and is not there`);
    for (const pair of joined) {
      if (told.has(pairText(pair))) throw new Error(`${pair} joins, and is there`);
      told.set(pairText(pair), pair);
    }
  });
  const namespace = () => world.pick(['', 'n', 'n', 'n'], '');
  const setSelector = (id: number) => {
    const alternatives = isCrowded ? world.crowded() : world.selector();
    const sees = world.pick([undefined, undefined, undefined, 'n'], undefined);
    membership.setSelector(id, selectorIn(alternatives, world.number(WAYS)), sees);
    naive.setSelector(id, { alternatives, namespace: sees });
  };
  const setObject = (id: number, labels: Entries, where: string) => {
    membership.setObject(id, new Map(labels), where);
    naive.setObject({ id, labels, namespace: where });
  };
  const labelsAt = (shift: number) => (isCrowded ? world.crowdedLabels() : world.labels(shift));
  for (let id = 0; id < selectors; id++) setSelector(id);
  for (let shift = 0; shift < SHIFTS; shift++) {
    for (let change = 0; change < 60; change++) {
      const id = world.number(40);
      const object = naive.objects.get(id);
      const what = world.number(10);
      if (object === undefined || what < 3) {
        setObject(id, labelsAt(shift), namespace());
      } else if (what < 8) {
        // One label or two of it.
        const labels = new Map([...object.labels].filter(() => world.number(5) > 0));
        const others = labelsAt(shift);
        const [key, value] = others[world.number(others.length)] ?? ['k0', ''];
        setObject(id, [...labels.set(key, value)], object.namespace);
      } else if (what < 9) {
        setSelector(world.number(selectors));
      } else if (membership.deleteObject(id) !== naive.objects.delete(id)) {
        throw new Error(`deleting ${id} told wrong`);
      }
      const after = naive.objects.get(id);
      if (texts(membership.selectorsOf(id)).join() !== [...naive.selectorsOf(after).keys()].sort().join()) {
        throw new Error(`the selectors of ${id}: ${membership.selectorsOf(id)}`);
      }
    }
    expect(naiveDifference(naive.pairs(), told)).toEqual({ joined: [], left: [] });
    checkMembership(membership);
  }
  for (const id of [...naive.objects.keys()].reverse()) membership.deleteObject(id);
  expect(told.size, 'nothing is left of objects that are gone').toBe(0);
  for (const id of naive.selectors.keys()) membership.deleteSelector(id);
  checkMembership(membership);
  expect(membership.statistics().reverse).toMatchObject({ entries: 0, keys: 0, pairs: 0, anchors: 0 });
  return batches;
}

/* The law: the sum of what was told is the difference of the states, whatever happens. */
describe('a membership', () => {
  test('tells every change once, as the double loop has it', { timeout: TIMEOUT }, () => {
    let batches = 0;
    fc.assert(
      fc.property(membershipHistories({ steps: 60, observers: 1, unruly: false }), (history) => {
        batches += play(history).batches;
      }),
      runs(80),
    );
    expect(batches, 'batches told').toBeGreaterThan(1000);
  });

  test('tells in order what listeners change, and what others make of it', { timeout: TIMEOUT }, () => {
    const seen = { nested: 0, thrown: 0 };
    fc.assert(
      fc.property(membershipHistories({ steps: 40, observers: 3, unruly: true }), (history) => {
        const { nested, thrown } = play(history);
        seen.nested += nested;
        seen.thrown += thrown;
      }),
      runs(120),
    );
    expect(seen.nested, 'batches of calls within listeners').toBeGreaterThan(200);
    expect(seen.thrown, 'errors of listeners').toBeGreaterThan(200);
  });

  test.each([
    ['while frequencies shift', false],
    ['that only several labels together tell apart', true],
  ])(
    'tells every change once among many selectors, %s',
    (_, isCrowded) => {
      let fewest = Number.POSITIVE_INFINITY;
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          fewest = Math.min(fewest, playMany(new Shifting(seed), isCrowded));
        }),
        runs(2),
      );
      expect(fewest, 'batches told').toBeGreaterThan(200);
    },
    TIMEOUT,
  );

  test('is the same whichever way a history is replayed', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(membershipHistories({ steps: 30, observers: 0, unruly: false }), (history) => {
        const changes = churnOf(history);
        const fresh = stateOf(replayed(whatIsLeft(changes), history));
        for (const [way, others] of Object.entries(replaysOf(changes, leaving))) {
          expect(stateOf(replayed(others, history)), way).toEqual(fresh);
        }
        const half = halfTornDown(changes, leaving);
        const freshHalf = stateOf(replayed(whatIsLeft(half), history));
        expect(stateOf(replayed(half, history)), 'half torn down').toEqual(freshHalf);
        const empty = stateOf(replayed([], history));
        expect(stateOf(replayed(tornDown(changes, leaving), history)), 'torn down').toEqual(empty);
      }),
      runs(20),
    );
  });
});
