import { MOST_FILINGS } from './anchor.ts';
import {
  ABSENT_KEY,
  keyNumberOf,
  kindOf,
  lengthAt,
  PRESENT,
  PRESENT_EXCEPT,
  pairsAt,
  TESTED,
} from './clause.ts';
import type { Lexicon, Term } from './lexicon.ts';

/**
 * The terms by which an entry is found when labels change: with each label that a label set gets or loses, the entries
 * under its pair may turn; when it gets or loses the key, those under the key's presence; and with any other value those
 * under the key's change, since they depend on values in other ways than by few pairs.
 */
export function mentionedTerms(words: ArrayLike<number>, from: number, to: number, lexicon: Lexicon): Term[] {
  const terms: Term[] = [];
  for (let at = from; at < to; at += lengthAt(words, at)) {
    const head = words[at] ?? 0;
    const kind = kindOf(head);
    const key = lexicon.keyAt(keyNumberOf(head));
    if (key === undefined) continue;
    const pairs = pairsAt(words, at);
    if (kind === TESTED || pairs.to - pairs.from > MOST_FILINGS) {
      terms.push(key.change);
      continue;
    }
    for (let place = pairs.from; place < pairs.to; place++) {
      const term = lexicon.termOf(words[place] ?? 0);
      if (term !== undefined) terms.push(term);
    }
    if (kind === PRESENT || kind === PRESENT_EXCEPT || kind === ABSENT_KEY) terms.push(key.presence);
  }
  return terms;
}
