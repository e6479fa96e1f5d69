import type { Kernel } from './kernel.ts';
import { KERNEL_BYTES } from './kernel-bytes.ts';

/** A memory of WebAssembly: its buffer is another one after each growth. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** As much of the engine's WebAssembly as is used; undefined where there is none. */
interface Engine {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (size: { readonly initial: number }) => Memory;
}

declare const WebAssembly: Engine | undefined;

/** Bytes of a page, which memory grows by. */
export const PAGE = 65_536;

let compiled: object | undefined;
let usable = false;
let refusal: Error | undefined;

function instantiate(engine: Engine, memory: Memory): Kernel {
  compiled ??= new engine.Module(KERNEL_BYTES);
  return new engine.Instance(compiled, { labelwise: { memory } }).exports as Kernel;
}

/**
 * Why WebAssembly cannot be used here: it is missing, a security policy refuses it, or it lacks 128-bit instructions.
 * Compiles the kernel, and tries it, the first time it is asked.
 *
 * @returns undefined where it can be used
 */
export function webassemblyRefusal(): Error | undefined {
  if (usable || refusal !== undefined) return refusal;
  try {
    if (typeof WebAssembly !== 'object') throw new Error('there is no WebAssembly here');
    // Some policies let a module be compiled and no instance be made.
    const memory = new WebAssembly.Memory({ initial: 1 });
    usable = instantiate(WebAssembly, memory) !== undefined;
  } catch (error) {
    refusal = error instanceof Error ? error : new Error(String(error));
  }
  return refusal;
}

/**
 * A memory of its own, which reserves gigabytes of addresses, and uses the pages it has.
 * @throws Error where WebAssembly cannot be used, and RangeError where there are no more addresses
 */
export function createMemory(pages: number): Memory {
  if (typeof WebAssembly !== 'object') throw new Error('there is no WebAssembly here');
  return new WebAssembly.Memory({ initial: pages });
}

/**
 * The kernel in WebAssembly, over a memory; it stays the same where that grows.
 * @throws Error where WebAssembly cannot be used
 */
export function webassemblyKernel(memory: Memory): Kernel {
  if (typeof WebAssembly !== 'object') throw new Error('there is no WebAssembly here');
  return instantiate(WebAssembly, memory);
}
