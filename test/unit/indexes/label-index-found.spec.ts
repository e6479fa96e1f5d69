import { describe, expect, test } from 'vitest';
import {
  anyOf,
  compileSelector,
  fromRequirements,
  LabelIndex,
  type Labels,
  parseSelector,
} from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';

/* Cases that were wrong once. */

describe('an index asked for the first time', () => {
  // Asking takes memory to work in, which may move everything; the second answer came from memory that stayed.
  test.each(['typescript', 'auto'] as const)(
    'joins alternatives in the memory that there is, kernel %s',
    (kernel) => {
      const selector = anyOf(
        parseSelector('a in (a0,a1,a2),b in (b0,b1,b2)'),
        parseSelector('b in (b1,b4,b5),a notin (a3,a5)'),
      );
      const matches = compileSelector(selector);
      const plans = new Set<string>();
      let last = new LabelIndex<number>({ kernel });
      for (let size = 1500; size < 5500; size += 101) {
        const index = new LabelIndex<number>({ kernel });
        const entries = Array.from({ length: size }, (_, at): [number, Labels] => [
          at,
          { a: `a${Math.imul(at, 0x9e37_79b1) >>> 29}`, b: `b${Math.imul(at, 0x85eb_ca6b) >>> 29}` },
        ]);
        index.load(entries);
        const wanted = entries.filter(([, labels]) => matches(labels)).map(([id]) => id);
        expect(index.select(selector), `of ${size}`).toEqual(wanted);
        plans.add(String(index.explain(selector).plan.by));
        last = index;
      }
      expect(plans).toContain('words');
      checkIndex(last);
    },
  );
});

/** Calls where the stack has room for little more: threads have several times as much of it as a page has. */
function deepDown<T>(call: () => T): T {
  let deepest = 0;
  const fall = (depth: number): void => {
    deepest = depth;
    fall(depth + 1);
  };
  expect(() => fall(0)).toThrow(RangeError);
  const descend = (depth: number): T => (depth === 0 ? call() : descend(depth - 1));
  return descend(Math.floor(deepest * 0.9));
}

test('a list of excluded values may be longer than a call takes arguments', () => {
  const index = new LabelIndex<number>();
  const size = 80_000;
  index.load(Array.from({ length: size }, (_, at) => [at, { n: `v${at}`, even: String(at % 2 === 0) }]));
  const values = Array.from({ length: size - 10 }, (_, at) => `v${at}`);
  const selector = fromRequirements([{ key: 'n', operator: 'notin', values }]);
  const [selected, count] = deepDown(() => [index.select(selector), index.count(selector)]);
  expect(selected).toHaveLength(10);
  expect(count).toBe(10);
});

test('a set that thins out over many chunks is kept as few ordinals', () => {
  const index = new LabelIndex<number>();
  const size = 3 * 65_536;
  index.load(
    (function* () {
      for (let at = 0; at < size; at++) {
        yield [at, at < 1024 || at % 65_536 === 0 ? { a: 'x' } : {}] as const;
      }
    })(),
  );
  expect(index.statistics().postings).toEqual({ single: 0, sparse: 2, dense: 2 });
  expect(index.count(parseSelector('a=x'))).toBe(1026);
  checkIndex(index);
});

test('an entry that changes while it is read is taken as it was', () => {
  const index = new LabelIndex<number>();
  const entry: [number, Labels] = [1, {}];
  entry[1] = Object.defineProperty({ y: '1' }, 'x', {
    enumerable: true,
    get() {
      entry[0] = null as unknown as number;
      return '1';
    },
  });
  index.load([entry]);
  expect(index.select(parseSelector('x=1'))).toEqual([1]);
  checkIndex(index);
});

test('the same labels again are no change', () => {
  const index = new LabelIndex<string>();
  index.load([
    ['a', { app: 'web' }, 'shop'],
    ['b', { app: 'web' }, 'shop'],
  ]);
  const ids = index.iterate(parseSelector('app=web'));
  expect(ids.next().value).toBe('a');
  index.set('b', { app: 'web' }, 'shop');
  expect(ids.next().value).toBe('b');
  index.set('b', { app: 'web' }, 'blog');
  expect(() => ids.next()).toThrow(/changed/);
});
