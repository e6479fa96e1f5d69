import { describe, expect, test } from 'vitest';
import { EVERYTHING, LabelIndex } from '../../../src/index.ts';

function filled(): LabelIndex<string | number> {
  const index = new LabelIndex<string | number>();
  index.load([
    ['web-0', { app: 'web', __proto__x: '' }, 'shop'],
    ['db-0', { app: 'db' }],
    [7, {}, 'blog'],
    ['gone', { app: 'web' }, 'shop'],
  ]);
  index.delete('db-0');
  index.delete('gone');
  index.set('late', new Map([['__proto__', 'x']]), 'shop');
  return index;
}

describe('the entries of an index', () => {
  test('are its objects with labels and namespaces, in the order that ids have', () => {
    const index = filled();
    const entries = [...index.entries()];
    expect(entries.map(([id]) => id)).toEqual(index.select(EVERYTHING));
    expect(new Map(entries.map(([id, labels, namespace]) => [id, { labels, namespace }]))).toEqual(
      new Map<string | number, unknown>([
        ['web-0', { labels: { app: 'web', __proto__x: '' }, namespace: 'shop' }],
        [7, { labels: {}, namespace: 'blog' }],
        ['late', { labels: Object.fromEntries([['__proto__', 'x']]), namespace: 'shop' }],
      ]),
    );
  });

  test('fill another index that answers alike', () => {
    const index = filled();
    const other = new LabelIndex<string | number>();
    other.load(index.entries());
    expect([...other.entries()].sort()).toEqual([...index.entries()].sort());
  });

  test('are copies', () => {
    const index = filled();
    for (const [, labels] of index.entries()) labels.app = 'other';
    expect(index.labelsOf('web-0')).toEqual({ app: 'web', __proto__x: '' });
  });

  test('of an empty index are none', () => {
    expect([...new LabelIndex().entries()]).toEqual([]);
  });

  test.each([0, 1, 2])('are not read on once the index has changed, after %i', (steps) => {
    const index = filled();
    const entries = index.entries();
    for (let i = 0; i < steps; i++) entries.next();
    index.set('new', {});
    expect(() => entries.next()).toThrow('the index has changed since the iteration began');
  });
});
