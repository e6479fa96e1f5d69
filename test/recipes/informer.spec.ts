import { describe, expect, test } from 'vitest';
import { FollowedCluster, PATIENCE, until } from './followed-cluster.ts';

/* examples/informer: a Membership follows a cluster by an informer, whatever happens to the connection. */

const WEB = { app: 'web' };
const DB = { app: 'db', tier: 'back' };

/** A cluster of two pods that is being followed; what was told of the beginning is taken off. */
async function followed(): Promise<FollowedCluster> {
  const it = await FollowedCluster.start();
  it.put('shop', 'a', WEB);
  it.put('test', 'b', DB);
  it.follow();
  await it.settled();
  it.told();
  // A watch that ends within the shortest pause, a millisecond here, counts as one that could not begin: this one has begun.
  await new Promise((resolve) => setTimeout(resolve, 5));
  return it;
}

describe('a cluster that is followed', { timeout: PATIENCE * 3 }, () => {
  test('is listed once, which is told at once, and then watched', async () => {
    const it = await FollowedCluster.start();
    it.put('shop', 'a', WEB);
    it.put('test', 'b', DB);
    it.follow();
    await it.settled();
    expect(it.told()).toEqual([
      '+shop/a all',
      '+shop/a no-tier',
      '+shop/a shop-web',
      '+shop/a web',
      '+test/b all',
    ]);
    expect(it.ledger.batches).toBe(1);
    it.put('shop', 'c', WEB);
    it.put('shop', 'a', { ...WEB, tier: 'front' });
    it.put('shop', 'a', { ...WEB, tier: 'front' });
    it.delete('test', 'b');
    await it.settled();
    expect(it.told()).toEqual([
      '+shop/a front',
      '+shop/c all',
      '+shop/c no-tier',
      '+shop/c shop-web',
      '+shop/c web',
      '-shop/a no-tier',
      '-test/b all',
    ]);
    expect(it.state()).toEqual({
      'shop/a': { labels: { app: 'web', tier: 'front' }, by: ['all', 'front', 'shop-web', 'web'] },
      'shop/c': { labels: { app: 'web' }, by: ['all', 'no-tier', 'shop-web', 'web'] },
    });
    expect(it.cluster.seen).toMatchObject({ lists: 1, watches: 1 });
    expect(it.errors).toEqual([]);
  });

  test('is watched on from where a watch ended, without a list', async () => {
    const it = await followed();
    for (let name = 0; name < 20; name += 1) {
      // Changes and the end come in one piece.
      it.put('shop', `c${name}`, WEB);
      it.delete('shop', `c${name}`);
      it.cluster.end();
      it.put('shop', 'a', name % 2 === 0 ? DB : WEB);
      await it.settled();
    }
    expect(it.cluster.seen).toMatchObject({ lists: 1, ends: 20 });
    expect(it.errors).toEqual([]);
  });

  test('is not listed again when a bookmark tells how far the watch has come', async () => {
    const it = await followed();
    it.cluster.tick();
    it.cluster.bookmark();
    it.cluster.history.compact();
    it.cluster.end();
    await until(() => expect(it.cluster.seen.watches).toBe(2));
    expect(it.cluster.lastWatched).toBe(String(it.cluster.history.version));
    it.put('shop', 'a', DB);
    await it.settled();
    expect(it.cluster.seen).toMatchObject({ lists: 1, bookmarks: 1, goneEvents: 0 });
  });

  describe.each(['answer', 'event'] as const)('410 Gone as an %s', (gone) => {
    test('brings a list, and what was deleted meanwhile goes', async () => {
      const it = await followed();
      it.cluster.gone = gone;
      it.cluster.mute(true);
      it.delete('test', 'b');
      it.put('shop', 'a', { ...WEB, tier: 'edge' });
      it.put('shop', 'brief', WEB);
      it.delete('shop', 'brief');
      it.put('shop', 'c', DB);
      it.cluster.history.compact();
      it.cluster.end();
      it.cluster.mute(false);
      await it.settled();
      expect(it.told()).toEqual(['+shop/a front', '+shop/c all', '-shop/a no-tier', '-test/b all']);
      expect(it.cluster.seen).toMatchObject({
        lists: 2,
        [gone === 'answer' ? 'goneAnswers' : 'goneEvents']: 1,
      });
      it.delete('shop', 'c');
      await it.settled();
    });

    test('tells nothing of what stayed', async () => {
      const it = await followed();
      it.cluster.gone = gone;
      it.cluster.tick();
      it.cluster.history.compact();
      it.cluster.end();
      await until(() => expect(it.cluster.seen.lists).toBe(2));
      await it.settled();
      expect(it.told()).toEqual([]);
    });
  });

  test('is listed again when a watch that is open falls too far behind', async () => {
    const it = await followed();
    it.cluster.mute(true);
    it.delete('shop', 'a');
    it.cluster.history.compact();
    it.cluster.mute(false);
    await it.settled();
    expect(it.told()).toEqual(['-shop/a all', '-shop/a no-tier', '-shop/a shop-web', '-shop/a web']);
    expect(it.cluster.seen.goneEvents).toBe(1);
  });
});

describe('a connection that is lost', { timeout: PATIENCE * 3 }, () => {
  test.each(['close', 'reset'] as const)('loses and doubles nothing (%s)', async (how) => {
    const it = await followed();
    it.put('shop', 'c', WEB);
    it.cluster.drop(how);
    it.delete('shop', 'c');
    it.put('shop', 'd', WEB);
    await it.settled();
    expect(it.told().filter((pair) => pair.includes('shop/d'))).toEqual([
      '+shop/d all',
      '+shop/d no-tier',
      '+shop/d shop-web',
      '+shop/d web',
    ]);
    expect(it.errors.length).toBeGreaterThan(0);
  });

  test('may be cut in the middle of a line', async () => {
    const it = await followed();
    it.cluster.cutNext();
    it.put('shop', 'a', DB);
    await it.settled();
    expect(it.told()).toEqual(['-shop/a no-tier', '-shop/a shop-web', '-shop/a web']);
    expect(it.cluster.seen.cuts).toBe(1);
  });

  test('is told of as if nothing had been when nothing was', async () => {
    const it = await followed();
    it.cluster.drop('close');
    await until(() => expect(it.cluster.seen.lists).toBe(2));
    await it.settled();
    expect(it.told()).toEqual([]);
  });

  test('may end with an error of the server', async () => {
    const it = await followed();
    it.cluster.fail('the store is confused');
    it.put('shop', 'a', DB);
    await it.settled();
    expect(it.errors.map(String)).toEqual(['Error: the store is confused']);
    expect(it.cluster.seen.lists).toBe(2);
  });
});

describe('an outage', { timeout: PATIENCE * 3 }, () => {
  test('tells afterwards what came of it', async () => {
    const it = await followed();
    for (const name of ['relabelled', 'deleted', 'replaced', 'remade']) it.put('shop', name, WEB);
    await it.settled();
    it.told();
    const uids = () =>
      ['replaced', 'remade'].map((name) => it.cluster.history.pods.get(`shop/${name}`)?.metadata.uid);
    const before = uids();
    it.cluster.down(true);
    await until(() => expect(it.cluster.seen.refusals).toBeGreaterThan(2));
    it.put('shop', 'relabelled', DB);
    it.delete('shop', 'deleted');
    it.put('shop', 'brief', WEB);
    it.delete('shop', 'brief');
    it.delete('shop', 'replaced');
    it.put('shop', 'replaced', DB);
    it.delete('shop', 'remade');
    it.put('shop', 'remade', WEB);
    it.put('shop', 'new', DB);
    it.cluster.down(false);
    await it.settled();
    expect(uids().filter((uid) => before.includes(uid))).toEqual([]);
    expect(it.told()).toEqual([
      '+shop/new all',
      '-shop/deleted all',
      '-shop/deleted no-tier',
      '-shop/deleted shop-web',
      '-shop/deleted web',
      '-shop/relabelled no-tier',
      '-shop/relabelled shop-web',
      '-shop/relabelled web',
      '-shop/replaced no-tier',
      '-shop/replaced shop-web',
      '-shop/replaced web',
    ]);
  });

  test('may be a restart of a server that has forgotten what changed', async () => {
    const it = await followed();
    it.cluster.down(true);
    it.delete('test', 'b');
    it.put('shop', 'c', DB);
    it.cluster.history.compact();
    it.cluster.down(false);
    await it.settled();
    expect(it.told()).toEqual(['+shop/c all', '-test/b all']);
  });

  test('may end with a server restored from a backup, where versions mean other changes', async () => {
    const it = await followed();
    const backup = it.cluster.history.backup();
    it.put('shop', 'a', DB);
    it.put('shop', 'lost', DB);
    await it.settled();
    it.told();
    it.cluster.down(true);
    it.restore(backup);
    // The version that the informer has of shop/a, with other labels.
    it.put('shop', 'a', { ...WEB, tier: 'edge' });
    it.cluster.down(false);
    await it.settled();
    expect(it.told()).toEqual(['+shop/a front', '+shop/a shop-web', '+shop/a web', '-shop/lost all']);
  });
});

describe('a follower', { timeout: PATIENCE * 3 }, () => {
  test('stops while it watches', async () => {
    const it = await followed();
    const state = it.state();
    it.put('shop', 'c', WEB);
    it.stop();
    it.stop();
    await until(() => expect(it.cluster.watching).toBe(0));
    await it.witnessed();
    expect(it.state()).toEqual(state);
    expect(it.cluster.seen).toMatchObject({ lists: 2, watches: 2 });
    expect(it.errors).toEqual([]);
  });

  test('stops while it waits for a list, or for a watch', async () => {
    const it = await FollowedCluster.start();
    it.put('shop', 'a', WEB);
    it.cluster.hold();
    it.follow();
    await until(() => expect(it.cluster.holding).toBe(1));
    it.stop();
    it.cluster.release();
    await it.witnessed();
    expect(it.membership.objects).toBe(0);
    expect(it.cluster.seen).toMatchObject({ lists: 2, watches: 1 });

    it.follow();
    await it.settled();
    const state = it.state();
    it.cluster.hold();
    it.cluster.end();
    await until(() => expect(it.cluster.holding).toBe(1));
    it.stop();
    it.put('shop', 'b', WEB);
    it.cluster.release();
    await it.witnessed();
    expect(it.state()).toEqual(state);
    expect(it.errors).toEqual([]);
  });

  test('stops while it pauses', async () => {
    const it = await followed();
    it.cluster.down(true);
    await until(() => expect(it.errors.length).toBeGreaterThan(2));
    it.stop();
    const told = it.errors.length;
    it.cluster.down(false);
    await it.witnessed();
    expect(it.cluster.seen).toMatchObject({ lists: 2, watches: 2 });
    expect(it.errors.length).toBe(told);
  });

  test('stops in the middle of a list that is being taken', async () => {
    const it = await followed();
    const unsubscribe = it.membership.subscribe(() => it.stop());
    it.cluster.mute(true);
    it.delete('shop', 'a');
    it.delete('test', 'b');
    it.put('shop', 'c', WEB);
    it.cluster.drop('close');
    await until(() => expect(it.ledger.told.length).toBeGreaterThan(0));
    unsubscribe();
    it.cluster.mute(false);
    await it.witnessed();
    // The first deletion was told, and who heard of it stopped the rest.
    expect(it.membership.objects).toBe(1);
    expect(it.membership.hasObject('shop/c')).toBe(false);
  });

  test('is not stopped by a listener that throws', async () => {
    const it = await followed();
    it.membership.subscribe(() => {
      throw new Error('a listener gives up');
    });
    it.put('shop', 'a', DB);
    await it.settled();
    it.cluster.drop('reset');
    it.delete('shop', 'a');
    it.put('shop', 'c', DB);
    await it.settled();
    expect(it.errors.map(String)).toContain('Error: a listener gives up');
    expect(it.cluster.seen.lists).toBe(2);
  });

  test('tries again where a watch could not begin', async () => {
    const it = await followed();
    const { applyToFetchOptions } = it.kubeConfig;
    let refusals = 0;
    it.kubeConfig.applyToFetchOptions = () => {
      refusals += 1;
      it.kubeConfig.applyToFetchOptions = applyToFetchOptions;
      return Promise.reject(new Error('no token could be had'));
    };
    it.cluster.end();
    await until(() => expect(refusals).toBe(1));
    it.put('shop', 'a', DB);
    await it.settled();
    expect(it.errors.map(String)).toEqual(['Error: no token could be had']);
  });

  test('leaves objects alone that are not of the cluster', async () => {
    const it = await FollowedCluster.start();
    it.membership.setObject('elsewhere', { app: 'db', tier: 'back' });
    it.follow();
    it.put('shop', 'a', WEB);
    await until(() => expect(it.membership.hasObject('shop/a')).toBe(true));
    it.cluster.drop('close');
    it.delete('shop', 'a');
    await until(() => expect(it.membership.hasObject('shop/a')).toBe(false));
    expect(it.membership.hasObject('elsewhere')).toBe(true);
  });
});
