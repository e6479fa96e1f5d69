import { describe, expect, test } from 'vitest';
import { EVERYTHING, Membership, NOTHING, parseSelector, type WatchChange } from '../../../src/index.ts';
import { filledMembership, logOf, written } from './memberships.ts';

const web = parseSelector('app=web');

describe('a watch', () => {
  test('begins with what matches now, and then tells differences', () => {
    const membership = filledMembership();
    const log: string[] = [];
    const watch = membership.watch(web, (change) => log.push(written(change)));
    expect(log).toEqual(['+a, +c']);
    expect(watch.selector).toBe(web);
    expect(watch.namespace).toBe(undefined);
    membership.setObject('b', { app: 'web' }, 'elsewhere');
    membership.setObject('b', { app: 'web', more: 'x' });
    membership.setObject('a', {});
    membership.deleteObject('c');
    membership.deleteObject('d');
    expect(log).toEqual(['+a, +c', '+b', '-a', '-c']);
    expect(watch.count).toBe(1);
    expect(watch.ids()).toEqual(['b']);
  });

  test('begins also where nothing matches', () => {
    const membership = new Membership();
    const log: WatchChange<string>[] = [];
    membership.watch(web, (change) => log.push(change));
    membership.watch(NOTHING, (change) => log.push(change));
    expect(log).toMatchObject([
      { joined: [], left: [] },
      { joined: [], left: [] },
    ]);
    membership.setObject('a', { app: 'web' });
    expect(log).toHaveLength(3);
  });

  test('is of a namespace, if of one', () => {
    const membership = filledMembership();
    const log: string[] = [];
    const watch = membership.watch(EVERYTHING, (change) => log.push(written(change)), 'prod');
    const outside = membership.watch(EVERYTHING, (change) => log.push(`outside ${written(change)}`), '');
    expect([watch.namespace, outside.namespace]).toEqual(['prod', '']);
    membership.setObject('c', {}, 'prod');
    expect(log.slice(0, 2)).toEqual(['+a, +b', 'outside +c, +d']);
    expect(log.slice(2).sort()).toEqual(['+c', 'outside -c']);
    expect([watch.count, outside.count]).toEqual([3, 1]);
  });

  test('is not among the selectors, and nobody else is told of it', () => {
    const membership = filledMembership();
    const log = logOf(membership);
    const watch = membership.watch(parseSelector('app=db'), () => undefined);
    expect(membership.selectors).toBe(5);
    expect(membership.selectorsOf('b').sort()).toEqual(['all']);
    watch.close();
    expect(log).toEqual([]);
  });

  test('may be one of many with the same selector and listener', () => {
    const membership = filledMembership();
    const log: string[] = [];
    const listener = (change: WatchChange<string>) => void log.push(written(change));
    const watches = [0, 1, 2].map(() => membership.watch(web, listener));
    membership.setSelector('web', web);
    watches[1]?.close();
    log.length = 0;
    membership.setObject('new', { app: 'web' });
    expect(log).toEqual(['+new', '+new']);
    expect(watches.map((watch) => watch.selector)).toEqual([web, web, web]);
    watches[0]?.close();
    expect(watches[2]?.count).toBe(3);
    expect(membership.objectsOf('web').sort()).toEqual(['a', 'c', 'new']);
  });

  test('tells nothing once it is closed, however often it is', () => {
    const membership = filledMembership();
    const log: string[] = [];
    const watch = membership.watch(web, (change) => log.push(written(change)));
    const other = membership.watch(web, (change) => log.push(`other ${written(change)}`));
    watch.close();
    watch.close();
    log.length = 0;
    membership.setObject('new', { app: 'web' });
    expect(log).toEqual(['other +new']);
    watch.close();
    membership.deleteObject('new');
    expect(log).toEqual(['other +new', 'other -new']);
    expect(other.count).toBe(2);
  });
});
