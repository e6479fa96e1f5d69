/*
 * Compiles src/bitmap/kernel.wat to src/bitmap/kernel-bytes.ts. The build begins with it, and a test holds the one to
 * the other.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const BITMAP = new URL('../src/bitmap/', import.meta.url);

/** @returns {Promise<string>} what kernel-bytes.ts must be */
export async function kernelSource() {
  const { parseWat } = await wabt();
  const module = parseWat('kernel.wat', readFileSync(new URL('kernel.wat', BITMAP), 'utf8'));
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  const rows = [];
  for (let at = 0; at < buffer.length; at += 24) rows.push(`  ${buffer.subarray(at, at + 24).join(', ')},`);
  return `// Made from kernel.wat by scripts/kernel.js.

/** The WebAssembly module of the kernel, ${buffer.length} bytes. */
export const KERNEL_BYTES: Uint8Array<ArrayBuffer> = new Uint8Array([
${rows.join('\n')}
]);
`;
}

/** Writes kernel-bytes.ts where it is not what it must be. */
export async function buildKernel() {
  const file = new URL('kernel-bytes.ts', BITMAP);
  const source = await kernelSource();
  let present = '';
  try {
    present = readFileSync(file, 'utf8');
  } catch {
    // It is written below.
  }
  if (source !== present) writeFileSync(file, source);
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildKernel();
