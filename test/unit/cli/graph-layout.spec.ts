import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { around, within } from '../../../src/cli/commands/graph-scope.ts';
import type { Box } from '../../../src/cli/output/graph-boxes.ts';
import { columnsOf } from '../../../src/cli/output/graph-columns.ts';
import { layoutOf } from '../../../src/cli/output/graph-layout.ts';
import { settled } from '../../../src/cli/output/graph-stacks.ts';
import { cut, NAME_FONT, SELECTOR_FONT, widthOf, wrapped } from '../../../src/cli/output/graph-text.ts';
import type { RelationNode, Relations } from '../../../src/manifests.ts';
import { boxesIn, relationsIn, SHOP } from './drawn.ts';

function box(id: string, isWorkload: boolean, to: readonly string[], namespace = 'a'): Box {
  const lines = to.map((one) => ({ to: one, isCertain: true }));
  const row = { relation: 'controls', verb: 'controls', selection: 'a=b', lines, note: '' } as const;
  return { id, kind: 'Kind', name: id, namespace, isWorkload, rows: to.length === 0 ? [] : [row] };
}

describe('columns', () => {
  const columns = (boxes: readonly Box[]): number[] => {
    const index = new Map(boxes.map(({ id }, at) => [id, at]));
    const links = boxes.flatMap(({ rows }, from) =>
      rows.flatMap(({ lines }) => lines.map(({ to }) => ({ from, to: index.get(to) ?? 0 }))),
    );
    return [...columnsOf(boxes, links)];
  };

  test('workloads stand in one, what selects them before, and what only they select behind', () => {
    const boxes = [
      box('ingress', false, ['service']),
      box('service', false, ['web']),
      box('web', true, ['other', 'node']),
      box('other', true, []),
      box('node', false, []),
    ];
    expect(columns(boxes)).toEqual([0, 1, 2, 2, 3]);
  });

  test('ways that close, and long ones', () => {
    expect(columns([box('a', false, ['b']), box('b', false, ['a'])])).toHaveLength(2);
    expect(columns([box('a', false, ['a'])])).toEqual([0]);
    const chain = Array.from({ length: 20_000 }, (_, at) =>
      box(`${at}`, false, at < 19_999 ? [`${at + 1}`] : []),
    );
    expect(columns(chain)[0]).toBe(0);
    expect(columns([])).toEqual([]);
  });
});

describe('places in a column', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 });

  test('are where they are wanted, as far as there is room', () => {
    expect(settled([0, 100, 200], [10, 10, 10], 5)).toEqual([0, 100, 200]);
    expect(settled([50, 50], [10, 10], 10)).toEqual([40, 60]);
    expect(settled([0, 0], [10, 10], 10)).toEqual([0, 20]);
    expect(settled([], [], 5)).toEqual([]);
  });

  test('never overlap, and never begin above', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 90 }), (wanted, height) => {
        const heights = wanted.map((_, at) => height + (at % 3));
        const tops = settled(wanted, heights, 7);
        expect(tops[0]).toBeGreaterThanOrEqual(0);
        for (const [at, top] of tops.entries()) {
          if (at > 0)
            expect(top - (tops[at - 1] ?? 0)).toBeGreaterThanOrEqual((heights[at - 1] ?? 0) + 7 - 1e-6);
        }
      }),
    );
  });
});

describe('a layout', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const drawing = fc
    .array(
      fc.record({
        isWorkload: fc.boolean(),
        to: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }),
        namespace: fc.constantFrom('', 'x', 'y'),
      }),
      { minLength: names.length, maxLength: names.length },
    )
    .map((all) =>
      all.map(({ isWorkload, to, namespace }, at) => box(names[at] ?? '', isWorkload, to, namespace)),
    );

  test('lays no box over another, and all of a namespace into its frame', () => {
    fc.assert(
      fc.property(drawing, (boxes) => {
        const { boxes: placed, frames, width, height } = layoutOf(boxes);
        expect(placed.map((one) => one.box.id).sort()).toEqual(names);
        for (const [at, one] of placed.entries()) {
          for (const other of placed.slice(at + 1)) {
            const isApart =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y + 1e-6 ||
              other.y + other.height <= one.y + 1e-6;
            expect(isApart).toBe(true);
          }
          const frame = frames.find(({ namespace }) => namespace === one.box.namespace);
          expect(frame).toBeDefined();
          if (frame === undefined) continue;
          expect(one.x).toBeGreaterThanOrEqual(frame.x);
          expect(one.y).toBeGreaterThanOrEqual(frame.y);
          expect(one.x + one.width).toBeLessThanOrEqual(frame.x + frame.width + 1e-6);
          expect(one.y + one.height).toBeLessThanOrEqual(frame.y + frame.height + 1e-6);
        }
        for (const [at, frame] of frames.entries()) {
          expect(frame.x + frame.width).toBeLessThanOrEqual(width);
          expect(frame.y + frame.height).toBeLessThanOrEqual(height);
          const before = frames[at - 1];
          if (before !== undefined) expect(frame.y).toBeGreaterThanOrEqual(before.y + before.height);
        }
      }),
    );
  });

  test('is the same each time', async () => {
    const boxes = await boxesIn(SHOP);
    expect(layoutOf(boxes)).toEqual(layoutOf(boxes));
  });

  test('draws one line straight', () => {
    const { boxes } = layoutOf([box('service', false, ['web']), box('web', true, [])]);
    const [service, web] = boxes;
    expect((service?.y ?? 0) + (service?.rows[0]?.top ?? 0) + 8).toBeCloseTo((web?.y ?? 0) + 20);
  });
});

describe('texts', () => {
  test('are measured', () => {
    expect(widthOf('app=web', SELECTOR_FONT)).toBeCloseTo(7 * 0.605 * 11);
    expect(widthOf('日本', NAME_FONT)).toBeGreaterThan(widthOf('ab', NAME_FONT));
    expect(widthOf('', NAME_FONT)).toBe(0);
  });

  test('are broken between requirements, and within long ones', () => {
    expect(wrapped('a=b,c in (d,e),f', 10, 4)).toEqual(['a=b,c in ', '(d,e),f']);
    expect(wrapped('a=b,c in (d,e),f', 20, 4)).toEqual(['a=b,c in (d,e),f']);
    expect(wrapped('example.org/name=something', 20, 4)).toEqual(['example.org/name=', 'something']);
    expect(wrapped('a=1,b=2,c=3,d=4', 4, 2)).toEqual(['a=1,', 'b=2…']);
    expect(wrapped('', 10, 3)).toEqual([]);
    expect(cut('abcdef', 4)).toBe('abc…');
  });

  test('of any length take no time', () => {
    const long = Array.from({ length: 100_000 }, (_, at) => `k${at}=v`).join();
    expect(wrapped(long, 40, 3)).toHaveLength(3);
  });
});

describe('what is asked for', () => {
  const idsOf = ({ nodes }: Relations): string[] => nodes.map(({ id }) => id);
  const nodeOf = (relations: Relations, id: string): RelationNode => {
    const found = relations.nodes.find((node) => node.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };

  test('of one object: all that leads to it, and all that it leads to', async () => {
    const all = await relationsIn(SHOP);
    expect(idsOf(around(all, nodeOf(all, 'shop/Deployment/web')))).toEqual([
      'shop/Ingress/public',
      'shop/Service/web',
      'shop/Deployment/web',
      'shop/StatefulSet/cache',
      'shop/NetworkPolicy/closed',
      'shop/NetworkPolicy/one',
      'monitoring/ServiceMonitor/web',
      'Node/node-a',
    ]);
    expect(idsOf(around(all, nodeOf(all, 'Node/node-a')))).toContain('shop/Ingress/public');
    expect(idsOf(around(all, nodeOf(all, 'shop/Service/idle')))).toEqual(['shop/Service/idle']);
  });

  test('of namespaces: what is in them, and what that has to do with', async () => {
    const all = await relationsIn(SHOP);
    const found = within(all, ({ namespace }) => namespace === 'monitoring');
    expect(idsOf(found)).toEqual(['shop/Service/web', 'monitoring/ServiceMonitor/web']);
    expect(found.edges).toHaveLength(1);
  });
});
