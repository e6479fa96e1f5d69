import { isLabelKey } from '../../labels/key.ts';
import type { Fix, Span } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import type { Broken, Recogniser } from './broken-segment.ts';
import { insert, mistake, write } from './mistake.ts';
import {
  inclusiveMeant,
  isPatternOperator,
  operatorMeant,
  presenceMeant,
  setOperatorMeant,
} from './operator-words.ts';

const OPERATORS = 'an operator is =, ==, !=, in, notin, > or <';

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

const PATTERN =
  'values are compared exactly, there are no wildcards or regular expressions: list the values in a set';

/** Signs for an inclusive bound, which has no operator here. */
const INCLUSIVE = /^(>=|=>|<=|=<)$/;

/** What a run of signs was meant for; undefined where it compares integers. */
function operatorOfSigns(signs: string): string | undefined {
  if (signs === '<>' || signs === '><') return '!=';
  if (/[<>]/.test(signs)) return undefined;
  return signs.includes('!') ? '!=' : '==';
}

/** `a<>b`, `a>=5`, `a === b`, `a ! = b`, `a=!b` */
const joinedSigns: Recogniser = (broken) => {
  const run = /^N([=dn!<>]{2,})/.exec(broken.shape)?.[1];
  if (run === undefined) return undefined;
  const span = broken.span(1, run.length);
  const written = broken.text.slice(span.start, span.end);
  const signs = written.replace(/[ \t\r\n]/g, '');
  const operator = operatorOfSigns(signs);
  if (operator !== undefined) {
    return mistake(
      'unknown-operator',
      span,
      `found ${quote(written)}; there is no such operator, "${operator}" is meant`,
      write(operator, span),
    );
  }
  return mistake(
    'unknown-operator',
    span,
    `found ${quote(written)}; there is no such operator, integers are compared with ">" and "<" only`,
    inclusiveBound(broken, signs, run.length),
  );
};

/** `>=5` as `>4`: integers have a next one, so an inclusive bound is an exclusive one beside it. */
function inclusiveBound(broken: Broken, signs: string, count: number): Fix | undefined {
  const digits = broken.image(count + 1);
  if (!INCLUSIVE.test(signs) || !/^\d{1,18}$/.test(digits)) return undefined;
  const greater = signs.includes('>');
  const bound = greater ? BigInt(digits) - 1n : BigInt(digits) + 1n;
  const span = broken.span(1, count + 1);
  return bound < 0n ? undefined : write(`${greater ? '>' : '<'}${bound}`, span);
}

/** `a =~ b`, `a !~ b` */
const patternSigns: Recogniser = (broken) => {
  if (!/^N[=!]N/.test(broken.shape) || !broken.image(2).startsWith('~')) return undefined;
  const start = broken.span(1).start;
  const end = broken.span(2).start + 1;
  return mistake('wildcard-value', { start, end }, `found "${broken.image(1)}~"; ${PATTERN}`);
};

/** `a !in (b)`, `a !b` */
const signedWord: Recogniser = (broken) => {
  if (!/^N!N/.test(broken.shape)) return undefined;
  const span = broken.span(1, 2);
  const atSet = broken.shape.startsWith('N!N(') || /^(in|notin)$/.test(broken.image(2));
  const operator = atSet ? setOperatorMeant(broken.word(2)) : undefined;
  if (operator !== undefined) {
    const text = operator === 'in' ? 'notin' : 'in';
    return mistake(
      'unknown-operator',
      span,
      `found "!" before ${quote(broken.image(2))}; ${OPERATORS}`,
      spaced(broken, text, span),
    );
  }
  return mistake(
    'missing-comma',
    broken.span(1),
    'found "!" after a key; a comma separates requirements',
    insert(',', broken.span(0).end),
  );
};

/** `a=in (b)`, `a=(b)`, `a<>in (b)`: signs before a set, or before the word that is its operator */
const signedSet: Recogniser = (broken) => {
  const [, signs, word] = /^N([=dn!<>]+)(N?)\(/.exec(broken.shape) ?? [];
  if (signs === undefined || (signs === '!' && word !== '')) return undefined;
  const negative = /[n!]|<>|></.test(signs);
  if (word === '' && /^[<>]$/.test(signs)) {
    return mistake(
      'unsupported-parentheses',
      broken.span(2),
      'found "(" where an integer must stand',
      /^N[<>]\(N\)/.test(broken.shape) ? write(broken.image(3), broken.span(2, 4)) : undefined,
    );
  }
  if (word === '') {
    return mistake(
      'unsupported-parentheses',
      broken.span(signs.length + 1),
      `found "(" where a value must stand; "${negative ? 'notin' : 'in'}" compares with a set`,
      spaced(broken, negative ? 'notin' : 'in', broken.span(1, signs.length)),
    );
  }
  const operator = setOperatorMeant(broken.word(signs.length + 1));
  if (operator === undefined) return undefined;
  const span = broken.span(1, signs.length + 1);
  const text = negative ? (operator === 'in' ? 'notin' : 'in') : operator;
  return mistake(
    'unknown-operator',
    span,
    `found ${quote(broken.text.slice(span.start, span.end))} where an operator must stand; "${text}" is meant`,
    spaced(broken, text, span),
  );
};

/** A word in the place of an operator, with the blanks it needs. */
function spaced(broken: Broken, word: string, span: Span): Fix {
  const before = /[ \t\r\n]/.test(broken.text.charAt(span.start - 1)) ? '' : ' ';
  const after = /[\w.(-]/.test(broken.text.charAt(span.end)) ? ' ' : '';
  return write(`${before}${word}${after}`, span);
}

/** `a : b`, `a: b`, `a :b` */
const colon: Recogniser = (broken) => {
  const found = /^NNN?$/.test(broken.shape)
    ? /^[^:]+(:)[^:]*$/.exec(broken.tokens.map((t) => t.image).join(''))
    : null;
  if (found === null) return undefined;
  const token = broken.tokens.find(({ image }) => image.includes(':'));
  if (token === undefined) return undefined;
  const start = token.startOffset + token.image.indexOf(':');
  const span = { start, end: start + 1 };
  return mistake(
    'unknown-operator',
    span,
    'found ":" where an operator must stand; a key and its value are joined by "="',
    write('=', span),
  );
};

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

function operatorPhrase(broken: Broken, words: string, count: number, last: boolean, atSet: boolean) {
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
  if (isPatternOperator(words) && !last) return mistake('wildcard-value', span, `${found}; ${PATTERN}`);
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

/** `a=b=c` */
const secondOperator: Recogniser = (broken) => {
  if (!/^N[=dn><]N[=dn><!]/.test(broken.shape)) return undefined;
  const span = broken.span(3);
  return mistake(
    'unexpected-text',
    span,
    `found ${quote(broken.image(3))} after a value; a comma or the end of the text can stand here`,
  );
};

/** `=b` */
const missingKey: Recogniser = (broken) =>
  /^[=dn><]/.test(broken.shape)
    ? mistake('missing-key', broken.span(0), `found ${quote(broken.image(0))} with no key before it`)
    : undefined;

/** `a>` */
const missingBound: Recogniser = (broken) =>
  /^N[><]$/.test(broken.shape)
    ? mistake('missing-value', broken.span(1), `found "${broken.image(1)}" with no integer after it`)
    : undefined;

/** Mistakes of what stands between a key and its value. Order matters: the more particular come first. */
export const OPERATOR_MISTAKES: readonly Recogniser[] = [
  missingKey,
  patternSigns,
  signedSet,
  joinedSigns,
  signedWord,
  colon,
  prefixWord,
  operatorWords,
  setWithoutOperator,
  secondOperator,
  missingBound,
];
