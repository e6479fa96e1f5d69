/**
 * Takes ordinals as they are found: `n` of them from `words[at]`, ascending within a portion and from one portion to the
 * next. The words are scratch memory, to be read at once.
 *
 * @returns whether to go on
 */
export type Sink = (words: Uint32Array<ArrayBuffer>, at: number, n: number) => boolean;

/** The most ordinals of a portion. */
export const PORTION = 8192;
