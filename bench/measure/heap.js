/**
 * Bytes that this process holds on to, after garbage is collected: what the engine's heap has, and what lies outside of
 * it, as the buffers of arrays and the memories of WebAssembly do. Node counts both of these as `external`, buffers a
 * second time as `arrayBuffers`. Needs --expose-gc.
 */
export function heldBytes() {
  // What has finalisers goes with the collection after the one that found it.
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
