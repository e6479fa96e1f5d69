import { isLabelKey } from '../../labels/key.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import type { BrokenSegment, Recogniser } from './broken-segment.ts';
import { EXACT_VALUES } from './keys-and-values.ts';
import { mistake, write } from './mistake.ts';
import { inclusiveBound, spaced } from './operator-fixes.ts';
import {
  inclusiveMeant,
  isPatternOperator,
  operatorMeant,
  presenceMeant,
  setOperatorMeant,
} from './operator-words.ts';

const ABSENCE = 'a key with "!" before it says that it is absent';
const PRESENCE = 'a key alone says that it is present';

/** The operators that say the opposite of each other. */
const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['=', '!='],
  ['==', '!='],
  ['!=', '='],
  ['in', 'notin'],
  ['notin', 'in'],
]);

/** `not a`, `exists a`, `exists(a)`, `not a=b`, `not a in (b)` */
const prefixWord: Recogniser = (broken) => {
  const negated = broken.word(0) === 'not';
  if (!negated && broken.word(0) !== 'exists' && broken.word(0) !== 'has') return undefined;
  const found = `found ${quote(broken.image(0))} before a key`;
  if (broken.shape === 'NN' || broken.shape === 'N(N)') {
    const span = broken.span(0, broken.tokens.length - 1);
    const key = broken.image(broken.shape === 'NN' ? 1 : 2);
    return mistake(
      'unknown-operator',
      broken.span(0),
      `${found}; ${negated ? ABSENCE : PRESENCE}`,
      write(`${negated ? '!' : ''}${key}`, span),
    );
  }
  if (
    broken.shape === 'NNN' &&
    /^(not exists|not has|does not)$/.test(`${broken.word(0)} ${broken.word(1)}`)
  ) {
    const text = `!${broken.image(2)}`;
    return mistake(
      'unknown-operator',
      broken.span(0, 1),
      `${found}; ${ABSENCE}`,
      write(text, broken.span(0, 2)),
    );
  }
  if (!negated || !/^NN([=dn]|N\()/.test(broken.shape)) return undefined;
  const opposite = OPPOSITES.get(broken.image(2));
  const span = broken.span(0, 2);
  const blank = broken.shape.startsWith('NNN') ? ' ' : '';
  return mistake(
    'unknown-operator',
    broken.span(0),
    `${found}; the operator says "not": !=, notin`,
    opposite === undefined ? undefined : write(`${broken.image(1)}${blank}${opposite}`, span),
  );
};

/** `a eq b`, `a not in (b)`, `a IN (b)`, `a inn (b)`, `a exists`, `a contains b` */
const operatorWords: Recogniser = (broken) => {
  const run = /^N(N+)/.exec(broken.shape)?.[1]?.length ?? 0;
  const atSet = broken.shape.charAt(run + 1) === '(';
  // The longest run of words that means something; without a set after it, the last word may be the value.
  for (let count = Math.min(run, 4); count >= 1; count--) {
    const words = broken.tokens
      .slice(1, count + 1)
      .map((t) => t.image)
      .join(' ');
    if (words === 'in' || words === 'notin') break;
    const told = operatorPhrase(broken, words, count, count === run, atSet);
    if (told !== undefined) return told;
  }
  return undefined;
};

/**
 * What is wrong with some words behind a key, if they mean an operator.
 *
 * @param count how many words these are
 * @param last whether no word follows them
 * @param atSet whether a set follows the last word
 */
function operatorPhrase(
  broken: BrokenSegment,
  words: string,
  count: number,
  last: boolean,
  atSet: boolean,
): Diagnostic | undefined {
  const span = broken.span(1, count);
  const found = `found ${quote(words)} where an operator must stand`;
  if (last && atSet) {
    const operator = setOperatorMeant(words);
    if (operator !== undefined) {
      return mistake(
        'unknown-operator',
        span,
        `${found}; "${operator}" is meant`,
        spaced(broken, operator, span),
      );
    }
  }
  if (last && !atSet && broken.shape.length === count + 1 && /^is (empty|blank)$/i.test(words)) {
    const text = `${broken.image(0)}=`;
    return mistake(
      'unknown-operator',
      span,
      `${found}; "=" with nothing after it compares with the empty value`,
      write(text, broken.span(0, count)),
    );
  }
  const presence = last && !atSet ? presenceMeant(words) : undefined;
  if (presence !== undefined && broken.shape.length === count + 1) {
    const text = presence === 'exists' ? broken.image(0) : `!${broken.image(0)}`;
    return mistake(
      'unknown-operator',
      span,
      `${found}; ${presence === 'exists' ? PRESENCE : ABSENCE}`,
      write(text, broken.span(0, count)),
    );
  }
  const bound = last ? undefined : inclusiveMeant(words);
  if (bound !== undefined) {
    const sign = bound === 'gt' ? '>=' : '<=';
    return mistake(
      'unknown-operator',
      span,
      `${found}; integers are compared with ">" and "<" only`,
      inclusiveBound(broken, sign, count),
    );
  }
  if (isPatternOperator(words) && !last)
    return mistake('wildcard-value', span, `${found}; ${EXACT_VALUES}: list the values in a set`);
  const operator = operatorMeant(words);
  if (operator === undefined || last) return undefined;
  return mistake('unknown-operator', span, `${found}; "${operator}" is meant`, write(operator, span));
}

/** `a foo (b)`, and `ain (b)` or `a (b)`, where the operator is missing or glued to the key */
const setWithoutOperator: Recogniser = (broken) => {
  if (/^NN\(/.test(broken.shape) && !/^(in|notin)$/.test(broken.image(1))) {
    const span = broken.span(1);
    return mistake(
      'unknown-operator',
      span,
      `found ${quote(broken.image(1))} where an operator must stand; before a set that is "in" or "notin"`,
      write('in', span),
      write('notin', span),
    );
  }
  if (!broken.shape.startsWith('N(')) return undefined;
  if (/^(in|notin)$/.test(broken.image(0))) {
    return mistake('missing-key', broken.span(0), `found "${broken.image(0)}" with no key before it`);
  }
  const glued = /^(.+?)(notin|in)$/.exec(broken.image(0));
  const key = broken.span(0);
  return mistake(
    'unexpected-text',
    broken.span(1),
    'found "(" after a key; "in" or "notin" must stand between them',
    glued === null || !isLabelKey(glued[1] ?? '') ? undefined : write(`${glued[1]} ${glued[2]}`, key),
    write(' in ', { start: key.end, end: broken.span(1).start }),
  );
};

/** Mistakes of operators that are words. Order matters: the more particular come first. */
export const PHRASE_MISTAKES: readonly Recogniser[] = [prefixWord, operatorWords, setWithoutOperator];
