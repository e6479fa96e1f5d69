/** The kernel works in lines of 512 bits, 16 words of memory each. */
const BITS_A_LINE = 512;
const WORDS_A_LINE = 16;
const BYTES_A_PAGE = 65_536;

/**
 * The least that counting the objects in two dense sets can take: the kernel goes once over two vectors of a bit for each
 * object, which lie in its memory in one piece, and nothing else is done.
 *
 * @param {string} entry what `import 'labelwise'` resolves to, in `dist/node/`
 * @param {number} size how many objects
 * @returns {Promise<import('../measure/batches.js').Timed>}
 */
export async function kernelPass(entry, size) {
  const built = new URL('../bitmap/webassembly-kernel.js', entry).href;
  const { createMemory, webassemblyKernel } = await import(built);
  const lines = Math.ceil(size / BITS_A_LINE);
  const words = lines * WORDS_A_LINE;
  const memory = createMemory(Math.ceil((2 * words * 4) / BYTES_A_PAGE));
  const kernel = webassemblyKernel(memory);
  const vectors = new Uint32Array(memory.buffer, 0, 2 * words);
  let state = 1;
  for (let i = 0; i < vectors.length; i++) {
    state = Math.imul(state, 1_664_525) + 1_013_904_223;
    vectors[i] = state ^ (state >>> 16);
  }
  return function passing(calls) {
    let count = 0;
    for (let call = 0; call < calls; call++) count += kernel.andCount(0, words, lines);
    return count;
  };
}
