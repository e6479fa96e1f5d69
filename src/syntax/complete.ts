import { parseInt64 } from '../labels/int64.ts';
import { isLabelKey } from '../labels/key.ts';
import { isLabelValue } from '../labels/value.ts';
import type { Span } from '../text/diagnostic.ts';
import { type Cursor, cursorAt, type Place } from './cursor.ts';
import { continuationsOf, parseRequirement } from './grammar.ts';
import { byLikeness } from './likeness.ts';
import {
  Close,
  Comma,
  DoubleEquals,
  Equals,
  endOf,
  GreaterThan,
  In,
  isWord,
  LessThan,
  Not,
  NotEquals,
  NotIn,
  Open,
} from './tokens.ts';
import { type Lexicon, lexiconOf, type Vocabulary } from './vocabulary.ts';

/** One way to go on at a cursor. */
export interface Completion {
  /** What it is in the language: `!` is an operator; a comma and parentheses are punctuation. */
  readonly kind: 'key' | 'operator' | 'value' | 'punctuation';
  /** What a menu shows. */
  readonly label: string;
  /** What to put where `span` is: the label with the blanks it needs, and the `(` that `in` and `notin` need. */
  readonly text: string;
  /** What `text` replaces, in UTF-16 offsets: the word under the cursor, or nothing at the cursor. */
  readonly span: Span;
  /** What it says; operators and punctuation have it. */
  readonly detail?: string;
}

/** The operators that follow a key, the most used first. */
const OPERATORS = [
  { token: Equals, label: '=', detail: 'has this value' },
  { token: NotEquals, label: '!=', detail: 'has another value, or is absent' },
  { token: In, label: 'in', detail: 'has one of these values' },
  { token: NotIn, label: 'notin', detail: 'has none of these values, or is absent' },
  { token: DoubleEquals, label: '==', detail: 'has this value, as with =' },
  { token: GreaterThan, label: '>', detail: 'is an integer above' },
  { token: LessThan, label: '<', detail: 'is an integer below' },
] as const;

const OPERATOR_TOKENS: ReadonlySet<unknown> = new Set(OPERATORS.map(({ token }) => token));

/** What words are checked as: the rules of the grammar that are a single word, and what each of them holds. */
const WORD_RULES = {
  key: { kind: 'key', isSound: isLabelKey },
  value: { kind: 'value', isSound: isLabelValue },
  bound: { kind: 'value', isSound: (word) => isLabelValue(word) && parseInt64(word) !== undefined },
} as const satisfies Record<string, { kind: Completion['kind']; isSound: (word: string) => boolean }>;

type WordRule = keyof typeof WORD_RULES;

/** What the grammar lets stand at a place. */
interface Allowed {
  /** The rule that a word would belong to there. */
  readonly word: WordRule | undefined;
  /** The names of the tokens that may stand there. */
  readonly tokens: ReadonlySet<string>;
}

function allowedAt(place: Place): Allowed {
  const continuations = continuationsOf([...place.outline]);
  const rules = new Set(continuations.map(({ rule }) => rule));
  return {
    word: (['key', 'value', 'bound'] as const).find((rule) => rules.has(rule)),
    tokens: new Set(continuations.map(({ token }) => token)),
  };
}

/** A place where the word or operator right behind the cursor, if it is what the place asks for, is replaced. */
function widened(place: Place, allowed: Allowed): Place {
  const [next, ...rest] = place.rest;
  if (place.typed !== '' || next === undefined || next.startOffset !== place.span.end) return place;
  const fits = allowed.word === undefined ? allowed.tokens.has(next.tokenType.name) : isWord(next);
  if (!fits || !(isWord(next) || OPERATOR_TOKENS.has(next.tokenType))) return place;
  return { ...place, span: { start: place.span.start, end: endOf(next) }, rest };
}

/** The known values of the key of a place that is behind an operator. */
function knownValues(place: Place, lexicon: Lexicon): ReadonlySet<string> {
  return lexicon.values(place.outline[0]?.image ?? '');
}

/** The keys or values of the vocabulary that may stand at a place, but for what its set has already. */
function words(place: Place, rule: WordRule, lexicon: Lexicon): string[] {
  const known = rule === 'key' ? lexicon.keys() : knownValues(place, lexicon);
  const taken = new Set(place.items);
  if (rule !== 'key' && place.outline.some(({ tokenType }) => tokenType === Open)) {
    for (const token of place.rest) {
      if (token.tokenType === Close) break;
      if (isWord(token)) taken.add(token.image);
    }
  }
  return [...known].filter((word) => word !== '' && !taken.has(word) && WORD_RULES[rule].isSound(word));
}

function completeWords(place: Place, rule: WordRule, lexicon: Lexicon): Completion[] {
  // A quote is no part of any key or value, but people begin with one.
  const typed = place.typed.replace(/^["'`“‘]+/, '');
  const { span } = place;
  return byLikeness(words(place, rule, lexicon), String, typed).map(
    (word): Completion => ({ kind: WORD_RULES[rule].kind, label: word, text: word, span }),
  );
}

/** `in (` and `notin (`, apart from the words beside them, and without what is there already. */
function setOperator(operator: string, text: string, place: Place): string {
  const before = isWord(place.left) ? ' ' : '';
  if (place.rest[0]?.tokenType !== Open) return `${before}${operator} (`;
  return `${before}${operator}${text.charAt(place.span.end) === '(' ? ' ' : ''}`;
}

function completeOperators(place: Place, text: string): Completion[] {
  const next = place.rest[0]?.tokenType;
  // Before another operator there is none to add, and before a set only the two that take one.
  if (OPERATOR_TOKENS.has(next)) return [];
  const fitting = OPERATORS.filter(({ token }) => next !== Open || token === In || token === NotIn);
  return byLikeness(fitting, ({ label }) => label, place.typed).map(
    ({ token, label, detail }): Completion => {
      const put = token === In || token === NotIn ? setOperator(label, text, place) : label;
      return { kind: 'operator', label, text: put, span: place.span, detail };
    },
  );
}

/** The signs that are not typed in part: they go in at the cursor, unless they stand right behind it. */
function completeSigns(place: Place, allowed: Allowed, lexicon: Lexicon): Completion[] {
  const next = place.rest[0]?.tokenType;
  const { span } = place;
  const found: Completion[] = [];
  if (allowed.tokens.has(Not.name) && next !== Not) {
    found.push({ kind: 'operator', label: '!', text: '!', span, detail: 'is absent' });
  }
  if (allowed.tokens.has(Open.name) && next !== Open) {
    const text = isWord(place.left) ? ' (' : '(';
    found.push({ kind: 'punctuation', label: '(', text, span, detail: 'begins the values' });
  }
  // A set item that is left out is the empty value, which few mean.
  const last = place.outline.at(-1);
  const inSet = allowed.tokens.has(Close.name) && (isWord(last) || knownValues(place, lexicon).has(''));
  if (inSet && next !== Comma) {
    found.push({ kind: 'punctuation', label: ',', text: ',', span, detail: 'another value' });
  }
  if (inSet && next !== Close) {
    found.push({ kind: 'punctuation', label: ')', text: ')', span, detail: 'ends the values' });
  }
  const isOpen = allowed.tokens.has(Equals.name) && (next === Open || OPERATOR_TOKENS.has(next));
  if (next !== Comma && !isOpen && parseRequirement([...place.outline]).ok) {
    found.push({ kind: 'punctuation', label: ',', text: ',', span, detail: 'another requirement' });
  }
  return found;
}

function completePlace(place: Place, allowed: Allowed, text: string, lexicon: Lexicon): Completion[] {
  const wide = widened(place, allowed);
  return [
    allowed.word === undefined ? [] : completeWords(wide, allowed.word, lexicon),
    allowed.tokens.has(Equals.name) ? completeOperators(wide, text) : [],
    place.typed === '' ? completeSigns(place, allowed, lexicon) : [],
  ].flat();
}

/** Whether a word that is typed to its end is in the vocabulary, so that it has probably been finished. */
function isKnown(place: Place, rule: WordRule | undefined, lexicon: Lexicon): boolean {
  if (rule === undefined) return false;
  return rule === 'key' ? lexicon.keys().includes(place.typed) : knownValues(place, lexicon).has(place.typed);
}

/**
 * What may be typed at an offset of a text, as the grammar has it, with the words of a vocabulary; best first.
 * `completeSelector` is the public face of this, and checks its arguments.
 *
 * @complexity O(text length + units of the vocabulary's keys, or of the values of the key at hand).
 */
export function completions(text: string, offset: number, vocabulary: Vocabulary): readonly Completion[] {
  const found = bothWays(cursorAt(text, offset), text, lexiconOf(vocabulary));
  return found.filter(({ span, label }) => label !== text.slice(span.start, span.end));
}

/** What continues the word that is being typed, and what may follow it; which comes first, depends on the word. */
function bothWays({ within, between }: Cursor, text: string, lexicon: Lexicon): Completion[] {
  const following = () =>
    between === undefined ? [] : completePlace(between, allowedAt(between), text, lexicon);
  if (within === undefined) return following();
  const allowed = allowedAt(within);
  const continued = completePlace(within, allowed, text, lexicon);
  // A word must be sound before anything can follow it; one that is known has probably been finished.
  const { word: rule } = allowed;
  if (isWord(between?.left) && rule !== undefined && !WORD_RULES[rule].isSound(within.typed))
    return continued;
  return isKnown(within, rule, lexicon) ? [...following(), ...continued] : [...continued, ...following()];
}
