import { describe, expect, test } from 'vitest';
import { anyOf, EVERYTHING, Membership, NOTHING, parseSelector } from '../../../src/index.ts';
import { contentOf, filledMembership, type Id, logOf, ToldPairs, written } from './memberships.ts';

const web = parseSelector('app=web');

describe('a change is told', () => {
  test('as who joined and who left, once for each call', () => {
    const membership = new Membership();
    const log = logOf(membership);
    membership.setObject('a', { app: 'web' });
    expect(log, 'there is no selector').toEqual([]);
    membership.setSelector('web', web);
    membership.setSelector('any', parseSelector('app'));
    membership.setObject('b', { app: 'web' });
    membership.setObject('b', { app: 'db' });
    membership.setObject('b', { app: 'web', tier: 'front' });
    membership.setSelector('web', parseSelector('tier'));
    membership.deleteObject('b');
    membership.deleteSelector('any');
    expect(log).toEqual([
      '+a web',
      '+a any',
      '+b any, +b web',
      '-b web',
      '+b web',
      '-a web',
      '-b any, -b web',
      '-a any',
    ]);
  });

  test('once for each selector, however many of its alternatives begin or cease to match', () => {
    const membership = new Membership();
    membership.setSelector('either', anyOf(parseSelector('a=b'), parseSelector('c=d'), parseSelector('e')));
    membership.setObject('o', {});
    const log = logOf(membership);
    membership.setObject('o', { a: 'b', c: 'd' });
    membership.setObject('o', { a: 'x', c: 'd' });
    membership.setObject('o', { a: 'b', c: 'x', e: '' });
    membership.setObject('o', { a: 'x' });
    expect(log).toEqual(['+o either', '-o either']);
  });

  test('where only a key comes or goes', () => {
    const membership = new Membership();
    for (const text of ['a', '!a', 'a!=b', 'a>5']) membership.setSelector(text, parseSelector(text));
    membership.setObject('o', {});
    const log = logOf(membership);
    membership.setObject('o', { a: 'c' });
    membership.setObject('o', { a: 'd' });
    membership.setObject('o', { a: '7' });
    membership.setObject('o', { a: '8' });
    membership.setObject('o', { a: 'b' });
    membership.setObject('o', {});
    expect(log).toEqual(['+o a, -o !a', '+o a>5', '-o a!=b, -o a>5', '+o !a, +o a!=b, -o a']);
  });

  test('where selectors come to speak of labels that objects had before, and cease to', () => {
    const membership = new Membership();
    const log = logOf(membership);
    membership.setSelector('other', parseSelector('a=x'));
    membership.setObject('o', { a: 'b', c: 'd' });
    membership.setSelector('pair', parseSelector('a=b'));
    membership.setSelector('key', parseSelector('c'));
    membership.setObject('o', { a: 'b', e: 'f' });
    membership.deleteSelector('pair');
    membership.deleteSelector('other');
    membership.setObject('o', { a: 'b', c: 'd' });
    membership.setSelector('pair', parseSelector('a=b'));
    membership.setObject('o', { c: 'd' });
    expect(log).toEqual(['+o pair', '+o key', '-o key', '-o pair', '+o key', '+o pair', '-o pair']);
  });

  test('where another key has the number that a key had', () => {
    const membership = new Membership();
    membership.setSelector('old', parseSelector('old'));
    membership.setSelector('new', parseSelector('new'));
    const log = logOf(membership);
    membership.setObject('o', { old: 'a' });
    membership.deleteObject('o');
    membership.setObject('o', { other: 'a' });
    membership.deleteObject('o');
    membership.setObject('o', { new: 'a' });
    expect(log).toEqual(['+o old', '-o old', '+o new']);
  });

  test('and nothing where memberships are as they were', () => {
    const membership = filledMembership();
    const log = logOf(membership);
    membership.setObject('a', { tier: 'front', app: 'web' }, 'prod');
    membership.setObject('a', new Map([['app', 'web']]).set('tier', 'front'), 'prod');
    membership.setObject('a', { app: 'web', tier: 'front', other: 'x' }, 'prod');
    membership.setSelector('web', parseSelector('app in (web)'));
    membership.setSelector('web', parseSelector('app in (web,nobody)'));
    membership.setSelector('new', NOTHING);
    membership.setSelector('new', parseSelector('nobody=has,this'));
    membership.deleteSelector('new');
    expect(membership.deleteObject('nobody')).toBe(false);
    expect(membership.deleteSelector('nobody')).toBe(false);
    membership.load([]);
    membership.load([
      ['c', { app: 'web' }],
      ['c', { app: 'db' }],
      ['c', { app: 'web' }],
    ]);
    expect(log).toEqual([]);
  });

  test('by namespaces', () => {
    const membership = new Membership();
    for (const namespace of [undefined, '', 'prod', 'test']) {
      membership.setSelector(`in ${namespace}`, web, namespace);
    }
    const log = logOf(membership);
    membership.setObject('a', { app: 'web' });
    membership.setObject('a', { app: 'web' }, '');
    membership.setObject('a', { app: 'web' }, 'prod');
    membership.setObject('a', { app: 'web' }, 'elsewhere');
    membership.setObject('a', { app: 'web' }, 'test');
    membership.setSelector('in test', web, 'prod');
    membership.setSelector('in test', web);
    membership.setSelector('in undefined', web, 'elsewhere');
    membership.setObject('a', { app: 'web' }, 'elsewhere');
    expect(log).toEqual([
      '+a in , +a in undefined',
      '+a in prod, -a in ',
      '-a in prod',
      '+a in test',
      '-a in test',
      '+a in test',
      '-a in undefined',
      '+a in undefined',
    ]);
  });

  test('of ids that are easily taken for one another', () => {
    const membership = new Membership<Id, Id>();
    const log: unknown[] = [];
    membership.subscribe(({ joined, left }) => log.push([joined.length, left.length]));
    const ids = [1, '1', NaN, 'NaN', 0, '', '__proto__'];
    for (const id of ids) membership.setSelector(id, EVERYTHING);
    for (const id of ids) membership.setObject(id, { a: 'b' });
    expect(log).toEqual(ids.map(() => [7, 0]));
    membership.setObject(-0, {});
    membership.setSelector(-0, EVERYTHING);
    membership.setObject(NaN, {});
    expect(log).toHaveLength(7);
    expect([membership.objects, membership.selectors]).toEqual([7, 7]);
    expect(new Set(membership.objectsOf(1))).toEqual(new Set(ids));
    expect(membership.deleteObject(-0)).toBe(true);
    expect(membership.deleteSelector(NaN)).toBe(true);
    expect(log.slice(7)).toEqual([
      [0, 7],
      [0, 6],
    ]);
  });

  test('after it is made: who asks sees it', () => {
    const membership = new Membership();
    membership.setSelector('web', web);
    const seen: unknown[] = [];
    membership.subscribe(({ joined, left }) => {
      for (const [object] of joined) {
        seen.push([membership.labelsOf(object), membership.objectsOf('web'), membership.selectorsOf(object)]);
      }
      for (const [object] of left) seen.push([membership.hasObject(object), membership.objectsOf('web')]);
    });
    membership.setObject('a', { app: 'web' });
    membership.deleteObject('a');
    expect(seen).toEqual([
      [{ app: 'web' }, ['a'], ['web']],
      [false, []],
    ]);
  });

  test('in data of the one who is told', () => {
    const membership = new Membership();
    membership.setSelector('web', web);
    const meddle = (change: object): void => {
      try {
        for (const list of Object.values(change) as unknown[][]) {
          for (const pair of list) if (Array.isArray(pair)) pair.reverse();
          list.reverse();
          list.length = 0;
        }
        Object.assign(change, { joined: 'nonsense', left: undefined });
      } catch (error) {
        // Frozen data refuses, which is as good.
        expect(error).toBeInstanceOf(TypeError);
      }
    };
    membership.subscribe(meddle);
    const told = new ToldPairs(membership);
    membership.watch(web, meddle);
    const log: string[] = [];
    membership.watch(web, (change) => log.push(written(change)));
    membership.setObject('a', { app: 'web' });
    membership.setObject('b', { app: 'web' });
    membership.deleteObject('a');
    expect(log).toEqual(['', '+a', '+b', '-a']);
    expect([...told.pairs]).toEqual(['b web']);
    expect(membership.objectsOf('web')).toEqual(['b']);
  });
});

describe('who asks', () => {
  test('gets data of their own', () => {
    const membership = filledMembership();
    const watch = membership.watch(web, () => undefined);
    const before = contentOf(membership);
    membership.objectsOf('web').length = 0;
    membership.selectorsOf('a').push('nonsense');
    watch.ids().length = 0;
    Object.assign(membership.labelsOf('a') ?? {}, { app: 'db' });
    expect(contentOf(membership)).toEqual(before);
    expect(watch.ids().sort()).toEqual(['a', 'c']);
  });

  test('is not told of what the caller does to labels or selectors later', () => {
    const membership = filledMembership();
    const log = logOf(membership);
    const labels: Record<string, string> = { app: 'web' };
    const map = new Map([['app', 'web']]);
    const requirement = { key: 'app', operator: '=' as const, values: ['x'] };
    membership.setObject('n', labels);
    membership.setObject('m', map);
    membership.setSelector('x', { alternatives: [[requirement]] });
    labels.app = 'x';
    map.set('app', 'x');
    requirement.values.push('web');
    expect(membership.labelsOf('n')).toEqual({ app: 'web' });
    expect(membership.objectsOf('x')).toEqual([]);
    membership.setObject('o', { app: 'x' });
    membership.setObject('p', { app: 'web' });
    expect(membership.objectsOf('x')).toEqual(['o']);
    membership.deleteSelector('x');
    expect(log.at(-1)).toBe('-o x');
  });

  test('is told nothing of what is not there', () => {
    const membership = filledMembership();
    expect(membership.objectsOf('nobody')).toEqual([]);
    expect(membership.selectorsOf('nobody')).toEqual([]);
    expect(membership.labelsOf('nobody')).toBe(undefined);
    expect(membership.hasObject('nobody')).toBe(false);
    expect(membership.hasSelector('nobody')).toBe(false);
    expect(membership.hasSelector('a'), 'an object is no selector').toBe(false);
    expect(membership.hasObject('web'), 'a selector is no object').toBe(false);
  });

  test('finds keys that every object has', () => {
    const membership = new Membership();
    const names = ['constructor', 'toString', '__proto__', 'length', ''];
    for (const name of names) {
      membership.setSelector(name, { alternatives: [[{ key: name, operator: 'exists', values: [] }]] });
    }
    membership.setObject('none', {});
    expect(membership.selectorsOf('none')).toEqual([]);
    for (const name of names) membership.setObject(name, new Map([[name, name]]));
    for (const name of names) {
      expect(membership.objectsOf(name)).toEqual([name]);
      expect(membership.labelsOf(name)).toEqual(Object.fromEntries([[name, name]]));
    }
  });
});

describe('unsubscribing', () => {
  test('ends what is told, however often it is done', () => {
    const membership = filledMembership();
    const log: string[] = [];
    const ends = ['one', 'two', 'three'].map((name) => membership.subscribe(() => log.push(name)));
    membership.setObject('new', {});
    ends[1]?.();
    ends[1]?.();
    membership.deleteObject('new');
    ends[0]?.();
    ends[1]?.();
    membership.setObject('new', {});
    expect(membership.statistics().subscribers).toBe(1);
    ends[2]?.();
    membership.deleteObject('new');
    expect(membership.statistics().subscribers).toBe(0);
    expect(log).toEqual(['one', 'two', 'three', 'one', 'three', 'three']);
  });

  test('is of one subscription, though a listener has several', () => {
    const membership = filledMembership();
    let told = 0;
    const listener = () => void told++;
    const end = membership.subscribe(listener);
    membership.subscribe(listener);
    membership.setObject('new', {});
    expect(told).toBe(2);
    end();
    end();
    membership.deleteObject('new');
    expect(told).toBe(3);
  });
});

describe('many objects and selectors', () => {
  test('are as the double loop has them', () => {
    const membership = new Membership<number, number>();
    const pairs = new Set<number>();
    const text = (object: number, selector: number) => object * 1000 + selector;
    membership.subscribe(({ joined, left }) => {
      for (const [object, selector] of left)
        if (!pairs.delete(text(object, selector))) throw new Error('left');
      for (const [object, selector] of joined) {
        if (pairs.has(text(object, selector))) throw new Error('joined');
        pairs.add(text(object, selector));
      }
    });
    const selectors = new Map<number, (labels: Record<string, string>) => boolean>();
    const objects = new Map<number, Record<string, string>>();
    const setSelector = (id: number, app: number, tier: number) => {
      membership.setSelector(id, parseSelector(`app=a${app},tier!=t${tier}`));
      selectors.set(id, (labels) => labels.app === `a${app}` && labels.tier !== `t${tier}`);
    };
    const setObject = (id: number, app: number, tier: number) => {
      const labels = { app: `a${app}`, tier: `t${tier}` };
      membership.setObject(id, labels);
      objects.set(id, labels);
    };
    const expectPairs = () => {
      const wanted = new Set<number>();
      for (const [selector, matches] of selectors) {
        for (const [object, labels] of objects) if (matches(labels)) wanted.add(text(object, selector));
      }
      expect(pairs.size).toBe(wanted.size);
      expect([...pairs].every((pair) => wanted.has(pair))).toBe(true);
      expect(membership.objectsOf(7).length).toBe([...wanted].filter((pair) => pair % 1000 === 7).length);
    };
    for (let id = 0; id < 300; id++) setSelector(id, id % 40, id % 3);
    for (let id = 0; id < 2000; id++) setObject(id, id % 50, id % 4);
    expectPairs();
    for (let id = 0; id < 2000; id += 3) setObject(id, (id + 1) % 50, id % 5);
    for (let id = 0; id < 300; id += 7) setSelector(id, (id + 5) % 40, id % 4);
    expectPairs();
    for (let id = 0; id < 2000; id += 2) {
      membership.deleteObject(id);
      objects.delete(id);
    }
    for (let id = 0; id < 300; id += 2) {
      membership.deleteSelector(id);
      selectors.delete(id);
    }
    expectPairs();
  });
});
