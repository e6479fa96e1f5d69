import type { Diagnostic } from '../text/diagnostic.ts';
import { quote } from '../text/quote.ts';
import { type Broken, insert, mistake, type Recogniser, write } from './mistake.ts';
import { And, endOf, isWord, Open, Or, spanOf } from './tokens.ts';
import { checkValueWord } from './words.ts';

function hasSetOperator(broken: Broken): boolean {
  return /^NN/.test(broken.shape) && /^(in|notin)$/.test(broken.image(1));
}

/** `a in`, `a in b`, `a in [b,c]` */
const missingSet: Recogniser = (broken) => {
  if (!hasSetOperator(broken) || broken.shape.charAt(2) === '(') return undefined;
  const operator = broken.image(1);
  const message = `found no "(" after "${operator}"; its values stand in parentheses, as in "${operator} (a,b)"`;
  const words = /^NN([N,]+)$/.exec(broken.shape)?.[1]?.length ?? 0;
  if (words === 0) {
    const at = broken.tokens.length > 2 ? broken.span(2) : broken.span(1);
    return mistake('missing-set', at, message);
  }
  const span = broken.span(2, words + 1);
  const values = broken.text
    .slice(span.start, span.end)
    .replace(/^[[{]|[\]}]$/g, '')
    .split(/[ \t\r\n,]+/)
    .filter((value) => value !== '');
  const blank = /[ \t\r\n]/.test(broken.text.charAt(span.start - 1)) ? '' : ' ';
  return mistake('missing-set', span, message, write(`${blank}(${values.join()})`, span));
};

/** Everything wrong between the parentheses of a set, and after them. */
const brokenSet: Recogniser = (broken) => {
  if (!hasSetOperator(broken) || broken.shape.charAt(2) !== '(') return undefined;
  const close = broken.shape.indexOf(')', 3);
  const inside = broken.tokens.slice(3, close < 0 ? undefined : close);
  const found: Diagnostic[] = [];
  for (const [index, token] of inside.entries()) {
    const before = inside[index - 1];
    if (token.tokenType === Or || token.tokenType === And) {
      const span = spanOf(token);
      found.push(
        mistake(
          'missing-comma',
          span,
          `found ${quote(token.image)} between two values; a comma parts them`,
          write(',', span),
        ),
      );
    } else if (isWord(token)) {
      found.push(...checkValueWord({ image: token.image, span: spanOf(token) }));
      if (before !== undefined && isWord(before) && before.tokenType !== Or && before.tokenType !== And) {
        found.push(
          mistake(
            'missing-comma',
            spanOf(token),
            `found ${quote(token.image)} after a value; a comma parts the values of a set, ")" ends it`,
            insert(',', endOf(before)),
          ),
        );
      }
    } else if (token.image !== ',') {
      const span = spanOf(token);
      const fix = token.tokenType === Open ? { title: 'remove it', span, text: '' } : undefined;
      found.push(
        mistake(
          'unexpected-text',
          span,
          `found ${quote(token.image)} within a set; only values and commas can stand here`,
          fix,
        ),
      );
    }
  }
  if (close < 0) found.push(unclosed(broken));
  else found.push(...afterSet(broken, close));
  return found.length > 0 ? found : undefined;
};

function unclosed(broken: Broken): Diagnostic {
  const last = broken.shape.length - 1;
  const dangling = broken.shape.charAt(last) === ',';
  return mistake(
    'unclosed-set',
    broken.span(2),
    'found no ")" for this "("',
    dangling
      ? { title: 'close the set with ")" here', span: broken.span(last), text: ')' }
      : insert(')', broken.end),
  );
}

function afterSet(broken: Broken, close: number): Diagnostic[] {
  const next = broken.tokens[close + 1];
  if (next === undefined) return [];
  const span = spanOf(next);
  const image = quote(next.image);
  if (isWord(next) || next.image === '!') {
    return [
      mistake(
        'missing-comma',
        span,
        `found ${image} after a set; a comma parts two requirements`,
        insert(',', broken.span(close).end),
      ),
    ];
  }
  return [
    mistake(
      'unexpected-text',
      span,
      `found ${image} after a set; a comma or the end of the text can stand here`,
    ),
  ];
}

/** Mistakes in and around the values of `in` and `notin`. */
export const SET_MISTAKES: readonly Recogniser[] = [missingSet, brokenSet];
