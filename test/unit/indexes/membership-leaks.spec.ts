import { describe, expect, test } from 'vitest';
import { EVERYTHING, Membership, parseSelector, SelectorIndex } from '../../../src/index.ts';
import { held } from './collect-garbage.ts';

const MANY = 200;

/** Refers to what a function makes, which nobody else holds. */
function references(make: (at: number) => object): WeakRef<object>[] {
  return Array.from({ length: MANY }, (_, at) => new WeakRef(make(at)));
}

function filled(): Membership<number> {
  const membership = new Membership<number>();
  membership.setSelector('all', EVERYTHING);
  for (let id = 0; id < 50; id++) membership.setObject(id, { app: id % 2 === 0 ? 'web' : 'db' });
  return membership;
}

describe('what ended is held by nobody', () => {
  test('and what goes on is: this test can tell', async () => {
    const membership = filled();
    const listeners = references(() => {
      const listener = () => undefined;
      membership.subscribe(listener);
      return listener;
    });
    expect(await held(listeners)).toBe(MANY);
    membership.setObject(1, {});
  });

  test('listeners that unsubscribed', async () => {
    const membership = filled();
    // Who unsubscribes is kept, and is not what keeps the listener.
    const ends: (() => void)[] = [];
    const listeners = references(() => {
      const listener = () => undefined;
      ends.push(membership.subscribe(listener));
      return listener;
    });
    membership.setObject(60, {});
    for (const end of ends) end();
    expect(await held(listeners)).toBe(0);
    membership.setObject(61, {});
    expect(ends).toHaveLength(MANY);
  });

  test('listeners that unsubscribed while they were told', async () => {
    const membership = filled();
    const listeners = references(() => {
      const listener = () => end();
      const end = membership.subscribe(listener);
      return listener;
    });
    membership.setObject(60, {});
    expect(await held(listeners)).toBe(0);
    membership.setObject(61, {});
  });

  test('listeners of watches that were closed', async () => {
    const membership = filled();
    const watches: { close(): void }[] = [];
    const listeners = references((at) => {
      const listener = () => undefined;
      watches.push(
        membership.watch(at % 2 === 0 ? EVERYTHING : parseSelector(`app=web,at!=${at}`), listener),
      );
      return listener;
    });
    membership.setObject(60, { app: 'web' });
    for (const watch of watches) watch.close();
    expect(await held(listeners)).toBe(0);
    membership.setObject(61, { app: 'web' });
    expect(watches).toHaveLength(MANY);
  });

  test.each([
    [
      'an object comes',
      (membership: Membership<number>, at: number) => membership.setObject(1000 + at, { app: 'web' }),
    ],
    [
      'an object turns',
      (membership: Membership<number>, at: number) => {
        membership.setObject(1, { app: 'db', at: `${at}` });
        membership.setObject(1, { app: 'web' });
      },
    ],
    [
      'an object moves',
      (membership: Membership<number>, at: number) => membership.setObject(0, { app: 'web' }, `n${at % 2}`),
    ],
    [
      'an object goes',
      (membership: Membership<number>, at: number) => {
        membership.setObject(1000, { app: 'web', at: `${at}` });
        membership.deleteObject(1000);
      },
    ],
    ['objects are loaded', (membership: Membership<number>) => membership.load([[1, { app: 'web' }]])],
    ['somebody asks', (membership: Membership<number>) => membership.selectorsOf(0)],
    ['nothing happens', () => undefined],
  ])('selectors that were deleted or replaced after %s', async (_, happens) => {
    const membership = filled();
    membership.subscribe(() => undefined);
    const selectors = references((at) => {
      const selector = parseSelector(`app=web,at!=x${at}`);
      membership.setSelector(`${at}`, selector);
      happens(membership, at);
      if (at % 2 === 0) membership.setSelector(`${at}`, EVERYTHING);
      else membership.deleteSelector(`${at}`);
      return selector;
    });
    expect(await held(selectors)).toBe(0);
    expect(membership.selectors).toBe(MANY / 2 + 1);
  });

  test('selectors of watches that were closed', async () => {
    const membership = filled();
    const selectors = references((at) => {
      const selector = parseSelector(`app=web,at!=x${at}`);
      const watch = membership.watch(selector, () => undefined);
      membership.setObject(1000 + at, { app: 'web' });
      watch.close();
      return selector;
    });
    expect(await held(selectors)).toBe(0);
    expect(membership.statistics().watches).toBe(0);
  });

  test('selectors that are in an index no more', async () => {
    const index = new SelectorIndex<number>();
    const selectors = references((at) => {
      const selector = parseSelector(`app=web,at!=x${at}`);
      index.set(at, selector);
      index.matching({ app: 'web' });
      if (at % 2 === 0) index.set(at, EVERYTHING);
      else index.delete(at);
      return selector;
    });
    expect(await held(selectors)).toBe(0);
    expect(index.size).toBe(MANY / 2);
  });
});
