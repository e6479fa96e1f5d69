import { expect } from 'vitest';
import {
  compileSelector,
  EVERYTHING,
  Membership,
  NOTHING,
  parseSelector,
  type Selector,
  type WatchChange,
} from '../../../src/index.ts';
import { texts } from '../../oracle/selector-index-dump.ts';

export type Id = string | number;

/** Objects and selectors that were put, by their ids, for whoever wants to know what must match. */
export const SELECTORS: Readonly<Record<string, readonly [selector: Selector, namespace?: string]>> = {
  web: [parseSelector('app=web')],
  front: [parseSelector('app,tier=front'), 'prod'],
  'not web': [parseSelector('app!=web'), ''],
  all: [EVERYTHING],
  none: [NOTHING, 'prod'],
};

/** A membership with a few objects and selectors. */
export function filledMembership(): Membership {
  const membership = new Membership();
  for (const [id, [selector, namespace]] of Object.entries(SELECTORS)) {
    membership.setSelector(id, selector, namespace);
  }
  membership.load([
    ['a', { app: 'web', tier: 'front' }, 'prod'],
    ['b', { app: 'db' }, 'prod'],
    ['c', { app: 'web' }],
    ['d', {}],
  ]);
  return membership;
}

/** A membership with a selector of everything: each object that comes or goes is told. */
export function openMembership(): Membership<number> {
  const membership = new Membership<number>();
  membership.setSelector('all', EVERYTHING);
  return membership;
}

/** What a subscriber is told, one text a batch: `+object selector -object selector`. */
export function logOf<O extends Id, S extends Id>(membership: Membership<O, S>): string[] {
  const log: string[] = [];
  membership.subscribe(({ joined, left }) => {
    log.push(
      [...joined.map((pair) => `+${pair.join(' ')}`), ...left.map((pair) => `-${pair.join(' ')}`)]
        .sort()
        .join(', '),
    );
  });
  return log;
}

/** What a watch tells, the same way. */
export function written({ joined, left }: WatchChange<string>): string {
  return [...joined.map((id) => `+${id}`), ...left.map((id) => `-${id}`)].sort().join(', ');
}

/** All objects there may be. */
const OBJECTS = ['a', 'b', 'c', 'd', 'new', 'n', 'm'];

/** Everything that a membership tells when asked, pairs from either side. */
export function contentOf(membership: Membership): unknown {
  return {
    sizes: [membership.objects, membership.selectors],
    objects: OBJECTS.filter((id) => membership.hasObject(id)).map((id) => [id, membership.labelsOf(id)]),
    pairs: [...pairsOf(membership)].sort(),
    turned: Object.keys(SELECTORS)
      .flatMap((selector) => membership.objectsOf(selector).map((object) => `${object} ${selector}`))
      .sort(),
  };
}

/** Pairs of object and selector, as texts. */
export function pairsOf(membership: Membership): Set<string> {
  return new Set(
    OBJECTS.flatMap((object) => membership.selectorsOf(object).map((selector) => `${object} ${selector}`)),
  );
}

/** Whatever happened, pairs are the same from either side, and what selectors of no namespace match is by labels. */
export function expectCoherentMembership(membership: Membership): void {
  const ids = OBJECTS.filter((id) => membership.hasObject(id));
  expect(membership.objects).toBe(ids.length);
  for (const [id, [selector, namespace]] of Object.entries(SELECTORS)) {
    const told = membership.objectsOf(id);
    expect(texts(told), 'the same from either side').toEqual(
      texts(ids.filter((object) => membership.selectorsOf(object).includes(id))),
    );
    if (!membership.hasSelector(id) || namespace !== undefined) continue;
    const matches = compileSelector(selector);
    expect(texts(told), id).toEqual(
      texts(ids.filter((object) => matches(membership.labelsOf(object) ?? {}))),
    );
  }
}

/** The pairs there are by what is told from now on. */
export class ToldPairs {
  readonly pairs: Set<string>;
  batches = 0;
  readonly #membership: Membership;

  constructor(membership: Membership) {
    this.#membership = membership;
    this.pairs = pairsOf(membership);
    membership.subscribe(({ joined, left }) => {
      this.batches++;
      if (joined.length + left.length === 0) throw new Error('an empty batch');
      for (const pair of left)
        if (!this.pairs.delete(pair.join(' '))) throw new Error(`${pair} was not there`);
      for (const pair of joined) {
        if (this.pairs.has(pair.join(' '))) throw new Error(`${pair} was there`);
        this.pairs.add(pair.join(' '));
      }
    });
  }

  expectCurrent(): void {
    expect([...this.pairs].sort()).toEqual([...pairsOf(this.#membership)].sort());
  }
}
