import { vi } from 'vitest';

/** The prototype of the memories of WebAssembly, whose type comes with the library of browsers. */
const memory: { grow(pages: number): number } = Reflect.get(globalThis, 'WebAssembly').Memory.prototype;

/** Memory grows so many times more, and then no more, until all mocks are restored. */
export function growOnly(times: number): void {
  const { grow } = memory;
  let grown = 0;
  vi.spyOn(memory, 'grow').mockImplementation(function (this: typeof memory, pages) {
    if (grown++ >= times) throw new RangeError('no more memory');
    return grow.call(this, pages);
  });
}
