import { loadGrammar } from '#grammar';
import type { Completion } from '../syntax/complete.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { kindOf } from '../text/kind-of.ts';

const NO_VOCABULARY: Vocabulary = Object.freeze({});

/**
 * What may be typed at an offset of a selector's text: what the grammar lets stand there, with the keys and values
 * of a vocabulary. Only the requirement that the offset is in counts, and of it what stands before the offset, so
 * mistakes elsewhere are not in the way. Where the text is right up to the start of a completion's span, it can
 * still become a selector with the completion in place.
 *
 * - In or behind a word, keys and values that continue what is typed of it: those that begin with it, then those
 *   that do but for case, then those whose name behind the `/` does, then those that have it anywhere; otherwise in
 *   the vocabulary's order. They replace the whole word.
 * - Behind a word that may be complete, also what may follow it; first, where the word is in the vocabulary.
 * - Values are those of the requirement's key, without those its set has already; for `>` and `<` integers only.
 *   Keys and values that are not valid, and completions that would leave the text as it is, are left out.
 *
 * @param text any string
 * @param offset UTF-16 units before the cursor, 0 to `text.length`
 * @param vocabulary known keys, each with its known values; none if left out
 * @returns completions, best first and always in the same order; as many as the vocabulary has that fit, so that a
 * menu may filter them further as its user types on
 * @complexity O(text length + units of the vocabulary's keys, or of the values of the key at hand).
 * @throws TypeError where `text` is no string, or the vocabulary no object or Map of lists of strings
 * @throws RangeError where `offset` is no whole number from 0 to `text.length`
 */
export function completeSelector(
  text: string,
  offset: number,
  vocabulary: Vocabulary = NO_VOCABULARY,
): readonly Completion[] {
  if (typeof text !== 'string') {
    throw new TypeError(`a selector's text must be a string, not ${kindOf(text)}`);
  }
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
    throw new RangeError(`offset must be a whole number from 0 to ${text.length}, not ${String(offset)}`);
  }
  if (typeof vocabulary !== 'object' || vocabulary === null || Array.isArray(vocabulary)) {
    throw new TypeError(
      `the vocabulary must be an object or a Map of keys to lists of values, not ${kindOf(vocabulary)}`,
    );
  }
  return loadGrammar().completions(text, offset, vocabulary);
}
