import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Labels, Membership, parseSelector } from '../../../src/index.ts';
import { checkMembership } from '../../../src/indexes/invariants.ts';
import { growOnly } from './scarce-memory.ts';

/* Memory of WebAssembly may be refused at any time, while an object is put or thousands are loaded. */

afterEach(() => vi.restoreAllMocks());

const SELECTORS = ['app=web', 'app!=web', 'n in (1,2,3)', '!k1,app=db'];
const SIZE = 15_000;

function labelsOf(at: number): Labels {
  return { app: at % 3 ? 'web' : 'db', [`k${at % 40}`]: `${at % 5}`, n: `${at % 1000}` };
}

/** A membership of thousands, and how many members each selector has by what is told. */
function filled(): { membership: Membership<number>; told: Map<string, number> } {
  const membership = new Membership<number>();
  const told = new Map(SELECTORS.map((text) => [text, 0]));
  for (const text of SELECTORS) membership.setSelector(text, parseSelector(text));
  membership.subscribe(({ joined, left }) => {
    for (const [, selector] of joined) told.set(selector, (told.get(selector) ?? 0) + 1);
    for (const [, selector] of left) told.set(selector, (told.get(selector) ?? 0) - 1);
  });
  membership.load(
    Array.from({ length: 3000 }, (_, at) => [at, { app: at % 2 ? 'web' : 'db', n: `${at % 10}` }] as const),
  );
  return { membership, told };
}

function expectCurrent({ membership, told }: ReturnType<typeof filled>): void {
  checkMembership(membership);
  for (const [selector, members] of told) expect(membership.objectsOf(selector).length).toBe(members);
}

/** Whether it throws what memory throws where there is none. */
function isRefused(call: () => void): boolean {
  try {
    call();
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return true;
  }
}

describe('where memory grows no more', () => {
  test('a load leaves all as it was, and tells nothing', () => {
    const world = filled();
    const entries = Array.from({ length: SIZE }, (_, at) => [at, labelsOf(at)] as const);
    growOnly(0);
    expect(isRefused(() => world.membership.load(entries))).toBe(true);
    vi.restoreAllMocks();
    expect(world.membership.objects).toBe(3000);
    expectCurrent(world);
    world.membership.load(entries);
    expect(world.membership.objectsOf('app=web').length, 'with memory again').toBe((SIZE / 3) * 2);
    expectCurrent(world);
  });

  test('an object is put and told, or all is as it was', () => {
    const world = filled();
    growOnly(0);
    let refused = 0;
    for (let at = 0; at < SIZE && refused < 20; at++) {
      const before = world.membership.labelsOf(at);
      if (!isRefused(() => world.membership.setObject(at, labelsOf(at)))) continue;
      refused++;
      expect(world.membership.labelsOf(at)).toEqual(before);
    }
    vi.restoreAllMocks();
    expect(refused).toBe(20);
    expectCurrent(world);
    for (let at = 0; at < SIZE; at += 100) world.membership.setObject(at, labelsOf(at));
    for (let at = 0; at < 3000; at += 2) world.membership.deleteObject(at);
    expectCurrent(world);
  });
});
