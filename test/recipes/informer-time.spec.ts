import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FollowedCluster, PATIENCE, until } from './followed-cluster.ts';

/* examples/informer: what silences, pauses and short watches come to, by a clock that the tests move. */

const WEB = { app: 'web' };

/** Options of a follower that are no others than those it has by itself. */
const DEFAULTS = { shortestPause: undefined, longestPause: undefined, longestSilence: undefined };
const MINUTE = 60_000;

/** Goes on to what is set to happen next; how long that took. */
function next(): number {
  const before = Date.now();
  vi.advanceTimersToNextTimer();
  return Date.now() - before;
}

describe('a follower waits', { timeout: PATIENCE * 3 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a silence is long when it lasts five minutes: a connection may die without a word', async () => {
    const it = await FollowedCluster.start();
    it.put('shop', 'a', WEB);
    it.cluster.hold();
    it.follow(DEFAULTS);
    await until(() => expect(it.cluster.holding).toBe(1));
    // The list is not answered.
    const silence = next();
    expect(silence).toBeGreaterThan(4 * MINUTE);
    expect(silence).toBeLessThanOrEqual(5 * MINUTE);
    expect(it.errors.map(String)).toEqual(['Error: nothing was heard of /api/v1/pods for too long']);
    it.delete('shop', 'a');
    it.put('shop', 'b', WEB);
    next();
    await until(() => expect(it.cluster.holding).toBe(2));
    it.cluster.release();
    await it.settled();
    // The watch is not told.
    it.cluster.mute(true);
    it.put('shop', 'c', WEB);
    vi.advanceTimersByTime(5 * MINUTE);
    expect(it.errors.length).toBe(2);
    next();
    await until(() => expect(it.membership.hasObject('shop/c')).toBe(true));
    expect(it.ledger.wrong).toEqual([]);
  });

  test('whatever is heard ends a silence', async () => {
    const it = await FollowedCluster.start();
    it.follow(DEFAULTS);
    for (const name of ['a', 'b', 'c']) {
      await it.settled();
      vi.advanceTimersByTime(4 * MINUTE);
      it.put('shop', name, WEB);
    }
    await it.settled();
    vi.advanceTimersByTime(4 * MINUTE);
    it.cluster.tick();
    it.cluster.bookmark();
    it.cluster.end();
    await until(() => expect(it.cluster.seen.watches).toBe(2));
    vi.advanceTimersByTime(4 * MINUTE);
    expect(it.cluster.seen.lists).toBe(1);
    expect(it.errors).toEqual([]);
  });

  test('a watch may go on from a version that a restored server has yet to reach: a silence mends it', async () => {
    const it = await FollowedCluster.start();
    it.follow();
    const backup = it.cluster.history.backup();
    for (const name of ['a', 'b', 'c']) it.put('shop', name, WEB);
    await it.settled();
    it.restore(backup);
    it.put('shop', 'd', WEB);
    it.cluster.end();
    await until(() => expect(it.cluster.seen.watches).toBe(2));
    next();
    await it.settled();
    expect(Object.keys(it.state())).toEqual(['shop/d']);
  });

  test('pauses get longer, to half a minute, and are short again after a life that lasted', async () => {
    const it = await FollowedCluster.start();
    it.cluster.down(true);
    it.follow(DEFAULTS);
    for (const longest of [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
      const told = it.errors.length;
      await until(() => expect(it.errors.length).toBeGreaterThan(told));
      const pause = next();
      expect(pause).toBeGreaterThan(longest / 2 - 100);
      expect(pause).toBeLessThanOrEqual(longest);
    }
    it.cluster.down(false);
    await it.settled();
    vi.advanceTimersByTime(MINUTE);
    const told = it.errors.length;
    it.cluster.drop('reset');
    await until(() => expect(it.errors.length).toBeGreaterThan(told));
    expect(next()).toBeLessThanOrEqual(500);
  });

  test('a watch that ends as soon as it begins is an error, and not begun again at once', async () => {
    const it = await FollowedCluster.start();
    it.follow({ shortestPause: MINUTE, longestPause: MINUTE });
    await it.settled();
    it.cluster.end();
    await until(() => expect(it.errors.map(String)).toHaveLength(1));
    expect(String(it.errors[0])).toBe('Error: the watch of /api/v1/pods ended as soon as it began');
    expect(next()).toBeGreaterThan(MINUTE / 2 - 5000);
    await it.settled();
    // One that lasted, or told something, may end.
    vi.advanceTimersByTime(2 * MINUTE);
    it.cluster.end();
    await it.settled();
    it.put('shop', 'a', WEB);
    await it.settled();
    it.cluster.end();
    await it.settled();
    expect(it.cluster.seen).toMatchObject({ lists: 2, watches: 4 });
  });

  test('for nothing once it is stopped, even in the middle of what it hears', async () => {
    const it = await FollowedCluster.start();
    it.follow();
    await it.settled();
    it.membership.subscribe(() => it.stop());
    // Written at once, and so read at once.
    for (const name of ['a', 'b', 'c', 'd']) it.put('shop', name, WEB);
    await until(() => expect(it.cluster.watching).toBe(0));
    expect(it.membership.objects).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
