/** A dense set keeps its bits in chunks of 2^16 ordinals, and has no chunk where it has no ordinal. */
export const CHUNK_BITS = 16;
export const CHUNK_ORDINALS = 65_536;

/** Words of a chunk, 2^11 of 32 bits. */
export const CHUNK_WORDS = 2048;
export const CHUNK_EXPONENT = 11;

/** A line, which kernels read bitmaps by: 64 bytes, 512 ordinals. */
export const LINE_WORDS = 16;
export const LINE_ORDINALS = 512;
export const CHUNK_LINES = 128;
