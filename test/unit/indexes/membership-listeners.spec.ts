import { describe, expect, test } from 'vitest';
import { EVERYTHING, type Membership, parseSelector, type Watch } from '../../../src/index.ts';
import { filledMembership, openMembership, ToldPairs } from './memberships.ts';

const web = parseSelector('app=web');

describe('a listener that changes what it is told of', () => {
  test('does so at once, and everyone is told in order', () => {
    const membership = openMembership();
    const log: string[] = [];
    membership.subscribe(({ joined }) => {
      const ids = joined.map(([id]) => id);
      log.push(`first ${ids}`);
      if (!ids.includes(1)) return;
      membership.setObject(2, {});
      membership.setObject(3, {});
      expect(membership.objectsOf('all').sort()).toEqual([1, 2, 3]);
      expect(membership.deleteObject(99)).toBe(false);
    });
    membership.subscribe(({ joined }) => log.push(`second ${joined.map(([id]) => id)}`));
    membership.watch(EVERYTHING, ({ joined }) => log.push(`watch ${joined}`));
    log.length = 0;
    membership.setObject(1, {});
    expect(log.slice(0, 3).sort()).toEqual(['first 1', 'second 1', 'watch 1']);
    expect(log.slice(3, 6).sort()).toEqual(['first 2', 'second 2', 'watch 2']);
    expect(log.slice(6).sort()).toEqual(['first 3', 'second 3', 'watch 3']);
  });

  test('undoes what it is told, and both are told to all', () => {
    const membership = openMembership();
    const told: string[] = [];
    membership.subscribe(({ joined }) => {
      for (const [id] of joined) expect(membership.deleteObject(id)).toBe(true);
    });
    membership.subscribe(({ joined, left }) => {
      told.push(`+${joined.map(([id]) => id)} -${left.map(([id]) => id)} of ${membership.objects}`);
    });
    membership.setObject(1, {});
    membership.load([
      [2, {}],
      [3, {}],
    ]);
    expect(told).toEqual(['+1 - of 0', '+ -1 of 0', '+2,3 - of 0', '+ -2 of 0', '+ -3 of 0']);
    expect(membership.objects).toBe(0);
  });

  test('may do so over and over, without a deep stack', () => {
    const membership = openMembership();
    let most = 0;
    let depth = 0;
    membership.subscribe(({ joined }) => {
      depth++;
      most = Math.max(most, depth);
      for (const [id] of joined) if (id < 20_000) membership.setObject(id + 1, {});
      depth--;
    });
    const seen: number[] = [];
    membership.subscribe(({ joined }) => {
      for (const [id] of joined) seen.push(id);
    });
    membership.setObject(1, {});
    expect(most).toBe(1);
    expect(seen).toEqual(Array.from({ length: 20_000 }, (_, at) => at + 1));
  });

  test.each<[string, (membership: Membership) => unknown]>([
    ['replaces the object', (membership) => membership.setObject('n', { app: 'db' }, 'prod')],
    ['deletes the object', (membership) => membership.deleteObject('n')],
    [
      'deletes every object',
      (membership) => ['a', 'b', 'c', 'd', 'n'].map((id) => membership.deleteObject(id)),
    ],
    ['replaces the selector', (membership) => membership.setSelector('web', parseSelector('tier'))],
    ['deletes the selector', (membership) => membership.deleteSelector('web')],
    [
      'deletes every selector',
      (membership) => ['web', 'front', 'all', 'none'].map((id) => membership.deleteSelector(id)),
    ],
    [
      'loads',
      (membership) =>
        membership.load([
          ['n', {}],
          ['a', { app: 'db' }],
          ['m', { app: 'web' }],
        ]),
    ],
  ])('tells as much as it changes: it %s', (_, react) => {
    const membership = filledMembership();
    let times = 0;
    membership.subscribe(() => {
      if (times++ < 2) react(membership);
    });
    const told = new ToldPairs(membership);
    const seen: number[] = [];
    membership.watch(web, ({ joined, left }) => {
      const before = seen.at(-1) ?? 0;
      seen.push(before + joined.length - left.length);
      if (times++ < 4) react(membership);
    });
    membership.setObject('n', { app: 'web', tier: 'front' }, 'prod');
    told.expectCurrent();
    membership.setObject('m', { app: 'web' });
    told.expectCurrent();
    const count = membership.watch(web, () => undefined).count;
    expect(seen.at(-1)).toBe(count);
  });
});

describe('a listener that subscribes others', () => {
  test('has them told of later changes only', () => {
    const membership = openMembership();
    const log: string[] = [];
    membership.subscribe(({ joined: [first] }) => {
      const id = first?.[0] ?? 0;
      log.push(`told ${id}`);
      if (id !== 1) return;
      // This change is made before there is anyone else, though it is told of later.
      membership.setObject(2, {});
      membership.subscribe(({ joined }) => log.push(`new ${joined.map(([other]) => other)}`));
      membership.setObject(3, {});
    });
    membership.setObject(1, {});
    membership.setObject(4, {});
    expect(log.slice(0, 2)).toEqual(['told 1', 'told 2']);
    expect(log.slice(2, 4).sort()).toEqual(['new 3', 'told 3']);
    expect(log.slice(4).sort()).toEqual(['new 4', 'told 4']);
  });

  test('has a watch begin in its turn', () => {
    const membership = openMembership();
    const log: string[] = [];
    let watch: Watch<number> | undefined;
    membership.subscribe(({ joined }) => {
      log.push(`told ${joined.map(([id]) => id)}`);
      if (watch !== undefined) return;
      membership.setObject(2, {});
      watch = membership.watch(EVERYTHING, (change) => log.push(`watch +${change.joined}`));
      expect([watch.count, watch.ids().sort()]).toEqual([2, [1, 2]]);
      membership.setObject(3, {});
      log.push('returns');
    });
    membership.subscribe(({ joined }) => log.push(`too ${joined.map(([id]) => id)}`));
    membership.setObject(1, {});
    expect(log.slice(0, 3)).toEqual(['told 1', 'returns', 'too 1']);
    expect(log.slice(3, 5).sort()).toEqual(['told 2', 'too 2']);
    expect(log[5]).toMatch(/^watch \+(1,2|2,1)$/);
    expect(log.slice(6).sort()).toEqual(['told 3', 'too 3', 'watch +3']);
  });

  test('may subscribe itself without end', () => {
    const membership = openMembership();
    let told = 0;
    const listener = () => {
      told++;
      membership.subscribe(listener);
    };
    membership.subscribe(listener);
    for (let id = 0; id < 5; id++) membership.setObject(id, {});
    expect(told).toBe(1 + 2 + 4 + 8 + 16);
  });
});

describe('a listener that unsubscribes', () => {
  test('others has them not told, if before their turn', () => {
    for (const gone of [0, 1, 2]) {
      const membership = openMembership();
      const told: number[] = [];
      const ends = [0, 1, 2].map((own) =>
        membership.subscribe(() => {
          told.push(own);
          if (told.length === 1) for (const end of ends) end();
        }),
      );
      ends[gone]?.();
      membership.setObject(1, {});
      membership.setObject(2, {});
      expect(told, 'the first who is told is the last').toHaveLength(1);
    }
  });

  test('itself has others told all the same', () => {
    const membership = openMembership();
    const told: string[] = [];
    const end = membership.subscribe(() => {
      told.push('once');
      end();
    });
    membership.subscribe(() => told.push('ever'));
    const watch = membership.watch(EVERYTHING, ({ joined }) => {
      if (joined.length === 0) return;
      told.push('watch');
      watch.close();
    });
    membership.watch(EVERYTHING, ({ joined }) => joined.length > 0 && told.push('watch ever'));
    membership.setObject(1, {});
    membership.setObject(2, {});
    expect(told.slice(0, 4).sort()).toEqual(['ever', 'once', 'watch', 'watch ever']);
    expect(told.slice(4).sort()).toEqual(['ever', 'watch ever']);
  });

  test('has nothing more told of what is queued', () => {
    const membership = openMembership();
    const told: string[] = [];
    let watch: Watch<number> | undefined;
    const end = membership.subscribe(({ joined }) => told.push(`subscriber ${joined.map(([id]) => id)}`));
    membership.subscribe(({ joined: [first] }) => {
      if (first?.[0] !== 1) return;
      membership.setObject(2, {});
      membership.setObject(3, {});
      end();
      watch?.close();
    });
    watch = membership.watch(EVERYTHING, ({ joined }) => told.push(`watch ${joined}`));
    told.length = 0;
    membership.setObject(1, {});
    membership.setObject(4, {});
    expect(told.filter((text) => !/ 1$/.test(text))).toEqual([]);
  });

  test('a watch that was opened but has not begun has it never begin', () => {
    const membership = openMembership();
    let told = 0;
    membership.subscribe(() => membership.watch(EVERYTHING, () => told++).close());
    membership.setObject(1, {});
    expect(told).toBe(0);
  });
});

describe('a watch that changes what it begins with', () => {
  test('is told of that after', () => {
    const membership = openMembership();
    membership.setObject(1, {});
    const log: string[] = [];
    membership.subscribe(({ joined, left }) => {
      log.push(`+${joined.map(([id]) => id)} -${left.map(([id]) => id)}`);
    });
    const watch = membership.watch(EVERYTHING, ({ joined, left }) => {
      log.push(`watch +${joined} -${left}`);
      if (!joined.includes(1)) return;
      membership.setObject(2, {});
      membership.deleteObject(1);
      log.push('returns');
    });
    expect(log.slice(0, 2)).toEqual(['watch +1 -', 'returns']);
    expect(log.slice(2, 4).sort()).toEqual(['+2 -', 'watch +2 -']);
    expect(log.slice(4).sort()).toEqual(['+ -1', 'watch + -1']);
    expect(watch.ids()).toEqual([2]);
  });
});
