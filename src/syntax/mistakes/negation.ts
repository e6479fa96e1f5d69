import { quote } from '../../text/quote.ts';
import type { Recogniser } from './broken-segment.ts';
import { mistake, write } from './mistake.ts';
import { setOperatorMeant } from './operator-words.ts';

const ALONE = 'a "!" before a key says that the key is absent, and takes nothing else';

/** `!!a` */
const doubled: Recogniser = (broken) => {
  const count = /^!!+/.exec(broken.shape)?.[0].length;
  if (count === undefined) return undefined;
  const span = broken.span(0, count - 1);
  const text = count % 2 === 0 ? '' : '!';
  return mistake(
    'negated-requirement',
    span,
    `found ${count} "!"; one "!" before a key says that the key is absent, two are not in the language`,
    (text === '' ? /^!+N/ : /^!+N$/).test(broken.shape)
      ? { title: text === '' ? 'drop them' : 'keep one', span, text }
      : undefined,
  );
};

/** `!` with no key after it */
const nothingNegated: Recogniser = (broken) => {
  if (broken.shape === '!') return mistake('missing-key', broken.span(0), 'found "!" with no key after it');
  if (!/^![^N!]/.test(broken.shape)) return undefined;
  return mistake(
    'missing-key',
    broken.span(1),
    `found ${quote(broken.image(1))} after "!"; a key must stand here`,
  );
};

/** `!a=b`, `!a!=b`, `!a>5` */
const negatedComparison: Recogniser = (broken) => {
  const found = /^!N([=dn><])/.exec(broken.shape);
  if (found === null) return undefined;
  const operator = found[1] === 'n' ? '=' : found[1] === '=' || found[1] === 'd' ? '!=' : undefined;
  const span = broken.span(0, 2);
  const text = `${broken.image(1)}${operator}`;
  return mistake(
    'negated-requirement',
    span,
    `found "!" before a comparison; ${ALONE}${operator === undefined ? ', and a comparison of integers cannot be negated' : ''}`,
    operator === undefined ? undefined : write(text, span),
  );
};

/** `!a in (b)`, `!a notin (b)` */
const negatedSet: Recogniser = (broken) => {
  const run = /^!N(N+)/.exec(broken.shape)?.[1]?.length ?? 0;
  // `not in` is one operator.
  const words = run >= 2 && broken.word(2) === 'not' ? 2 : 1;
  const operator = run === 0 ? undefined : setOperatorMeant(words === 2 ? 'not in' : broken.word(2));
  if (operator === undefined) return undefined;
  const span = broken.span(0, words + 1);
  const text = `${broken.image(1)} ${operator === 'in' ? 'notin' : 'in'}`;
  return mistake(
    'negated-requirement',
    span,
    `found "!" before a set requirement; ${ALONE}`,
    write(text, span),
  );
};

/** `a!` */
const negatedAfter: Recogniser = (broken) => {
  if (broken.shape !== 'N!') return undefined;
  const span = broken.span(0, 1);
  return mistake(
    'negated-requirement',
    broken.span(1),
    'found "!" after a key; to say that the key is absent, it stands before the key',
    write(`!${broken.image(0)}`, span),
  );
};

/** Mistakes around `!`. */
export const NEGATION_MISTAKES: readonly Recogniser[] = [
  doubled,
  nothingNegated,
  negatedComparison,
  negatedSet,
  negatedAfter,
];
