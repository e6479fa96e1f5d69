import { quote } from '../../text/quote.ts';
import type { Recogniser } from './broken-segment.ts';
import { EXACT_VALUES } from './keys-and-values.ts';
import { insert, mistake, write } from './mistake.ts';
import { inclusiveBound, spaced } from './operator-fixes.ts';
import { setOperatorMeant } from './operator-words.ts';

const OPERATORS = 'an operator is =, ==, !=, in, notin, > or <';

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

/** `a =~ b`, `a !~ b` */
const patternSigns: Recogniser = (broken) => {
  if (!/^N[=!]N/.test(broken.shape) || !broken.image(2).startsWith('~')) return undefined;
  const start = broken.span(1).start;
  const end = broken.span(2).start + 1;
  return mistake(
    'wildcard-value',
    { start, end },
    `found "${broken.image(1)}~"; ${EXACT_VALUES}: list the values in a set`,
  );
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

/** Mistakes of operators that are signs. Order matters: the more particular come first. */
export const SIGN_MISTAKES: readonly Recogniser[] = [patternSigns, signedSet, joinedSigns, signedWord, colon];
