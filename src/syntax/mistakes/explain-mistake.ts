import type { IRecognitionException } from 'chevrotain';
import { isLabelKey } from '../../labels/key.ts';
import { isLabelValue } from '../../labels/value.ts';
import type { Diagnostic, Span } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import { continuationsOf, parseRequirement } from '../grammar.ts';
import type { Segment } from '../segment.ts';
import { Close, spanOf } from '../tokens.ts';
import { BrokenSegment, type Recogniser } from './broken-segment.ts';
import { insert, mistake, write } from './mistake.ts';
import { NEGATION_MISTAKES } from './negation.ts';
import { isQueryWord } from './operator-words.ts';
import { OPERATOR_MISTAKES } from './operators.ts';
import { SET_MISTAKES } from './sets.ts';

/** `a b`, `a b=c`, `a=b c`, `a=b c=d`: a blank where a comma, or an equals sign, is missing. */
const missingComma: Recogniser = (broken) => {
  const found = /^!?N([=dn><]N)?(?=N)/.exec(broken.shape);
  if (found === null) return undefined;
  const next = found[0].length;
  const before = broken.span(next - 1).end;
  const joined = isQueryWord(broken.image(next - 1)) || isQueryWord(broken.image(next));
  const comma = joined ? undefined : insert(',', before);
  if (broken.shape === 'NN') {
    const gap = { start: before, end: broken.span(1).start };
    const pair = isLabelKey(broken.image(0)) && isLabelValue(broken.image(1));
    return mistake(
      'missing-comma',
      broken.span(1),
      `found ${quote(broken.image(1))} after a key; an operator or a comma can stand here`,
      comma,
      pair && !joined && gap.start < gap.end && broken.text.slice(gap.start, gap.end).trim() === ''
        ? { ...write('=', gap), title: 'insert "="' }
        : undefined,
    );
  }
  return mistake(
    'missing-comma',
    broken.span(next),
    `found ${quote(broken.image(next))} after a requirement; a comma separates requirements`,
    comma,
  );
};

/** How tokens are told that could stand somewhere. */
const EXPECTED: { readonly [token: string]: string } = {
  Equals: 'an operator',
  DoubleEquals: 'an operator',
  NotEquals: 'an operator',
  GreaterThan: 'an operator',
  LessThan: 'an operator',
  In: 'an operator',
  NotIn: 'an operator',
  Not: '"!"',
  Open: '"("',
  Close: '")"',
  Comma: 'a comma',
};

/** How words are told, by the rule they belong to. */
const WORDS: { readonly [rule: string]: string } = { key: 'a key', value: 'a value', bound: 'an integer' };

/** Whether something follows at once that taking out a parenthesis would join to what is before it: `a=b)c` would be `a=bc`. */
function isFollowedAtOnce(broken: BrokenSegment, { end }: Span): boolean {
  return /^[^\s,)]/.test(broken.text.slice(end, end + 1));
}

/** What nothing particular is known of: the token that the grammar could not take, and what it could have. */
function unexpected(broken: BrokenSegment): Diagnostic {
  const { token } = broken.error;
  const at = broken.tokens.indexOf(token);
  const before = broken.tokens.slice(0, at < 0 ? undefined : at);
  const expected = new Set(
    continuationsOf(before).map(({ token: name, rule }) =>
      name === 'Name' ? (WORDS[rule] ?? rule) : (EXPECTED[name] ?? name),
    ),
  );
  if (parseRequirement(before).ok) expected.add('a comma').add('the end of the text');
  const found = at >= 0 ? quote(token.image) : broken.after === undefined ? 'the end of the text' : 'a comma';
  const span = at >= 0 ? spanOf(token) : { start: broken.end, end: broken.end };
  const isSurplus =
    token.tokenType === Close && !broken.shape.includes('(') && !isFollowedAtOnce(broken, span);
  return mistake(
    'unexpected-text',
    span,
    `found ${found}; ${listed([...expected])} can stand here`,
    isSurplus ? { title: 'remove it', span, text: '' } : undefined,
  );
}

function listed(things: readonly string[]): string {
  const last = things.at(-1) ?? 'nothing else';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} or ${last}`;
}

const RECOGNISERS: readonly Recogniser[] = [
  ...NEGATION_MISTAKES,
  ...SET_MISTAKES,
  ...OPERATOR_MISTAKES,
  missingComma,
];

/**
 * What is wrong with a segment that is no requirement, at least one diagnostic: by the first recogniser that knows
 * the mistake, otherwise by the token that the grammar could not take.
 */
export function explainMistake(
  text: string,
  segment: Segment,
  error: IRecognitionException,
): readonly Diagnostic[] {
  const broken = new BrokenSegment(text, segment, error);
  for (const recognise of RECOGNISERS) {
    const told = recognise(broken);
    if (told !== undefined) return [told].flat();
  }
  return [unexpected(broken)];
}
