import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type * as Labelwise from '../../../src/index.ts';
import { parseSelector } from '../../../src/index.ts';

/* Where WebAssembly is missing, or a content-security policy refuses it. */

/** The library as a place without (such) WebAssembly loads it. */
async function loadedWith(webAssembly: unknown): Promise<typeof Labelwise> {
  vi.stubGlobal('WebAssembly', webAssembly);
  vi.resetModules();
  return await import('../../../src/index.ts');
}

function refusing(): never {
  throw new Error('refused by a policy');
}

/** WebAssembly as it is here. The type of the global comes with the library of browsers, which is not loaded. */
const native: Readonly<Record<string, unknown>> = Reflect.get(globalThis, 'WebAssembly');

/** WebAssembly with some of its members replaced. They are not enumerable, so they are named. */
function webAssemblyWith(replaced: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { Module, Instance, Memory, validate, compile, instantiate } = native;
  return { Module, Instance, Memory, validate, compile, instantiate, ...replaced };
}

const PLACES: readonly (readonly [string, unknown])[] = [
  ['is missing', undefined],
  ['has nothing in it', {}],
  [
    'refuses to compile',
    webAssemblyWith({ Module: refusing, compile: refusing, instantiate: refusing, validate: () => false }),
  ],
  ['refuses to instantiate', webAssemblyWith({ Instance: refusing, instantiate: refusing })],
  ['has no memory to give', webAssemblyWith({ Memory: refusing })],
];

const entries = Array.from(
  { length: 12_000 },
  (_, at) => [at, { app: at % 2 === 0 ? 'web' : 'db' }] as const,
);
const web = parseSelector('app=web');

describe.each(PLACES)('where WebAssembly %s', (_, webAssembly) => {
  let LabelIndex: typeof Labelwise.LabelIndex;
  beforeAll(async () => {
    ({ LabelIndex } = await loadedWith(webAssembly));
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test.each([{ kernel: 'auto' }, { kernel: 'typescript' }, {}] as const)('%j runs TypeScript', (options) => {
    const index = new LabelIndex<number>(options);
    index.load(entries);
    for (let at = 0; at < 6_000; at++) index.delete(at);
    expect(index.count(web)).toBe(3000);
    expect(index.select(web, { limit: 2 })).toEqual([6000, 6002]);
    expect(index.statistics().kernel).toBe('typescript');
  });

  test('asking for it throws at once', () => {
    expect(() => new LabelIndex({ kernel: 'webassembly' })).toThrow(/WebAssembly/i);
  });
});

describe('where WebAssembly is there', () => {
  test('it is taken for large indexes only', async () => {
    const { LabelIndex } = await import('../../../src/index.ts');
    const small = new LabelIndex<number>({ kernel: 'webassembly' });
    small.load(entries.slice(0, 10));
    expect(small.statistics().kernel).toBe('none');
    const large = new LabelIndex<number>();
    large.load(entries);
    expect(large.statistics().kernel).toBe('webassembly');
    const typescript = new LabelIndex<number>({ kernel: 'typescript' });
    typescript.load(entries);
    expect(typescript.statistics().kernel).toBe('typescript');
    expect(typescript.select(web)).toEqual(large.select(web));
  });
});
