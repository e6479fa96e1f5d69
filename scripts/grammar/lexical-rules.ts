import { MAX_INT64 } from '../../src/labels/int64.ts';
import { MAX_NAME_BYTES, MAX_PREFIX_BYTES } from '../../src/labels/limits.ts';
import { classOf, DOT, HYPHEN, LOWER_ALPHANUMERIC, UNDERSCORE, UPPER } from '../../src/labels/word-states.ts';
import { Space } from '../../src/syntax/tokens.ts';
import { any, type Expression, oneOf, optional, type Rule, rule, sequence, some, terminal } from './model.ts';

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** All characters of some classes. */
function charactersOf(...classes: readonly number[]): string {
  return ASCII.filter((character) => classes.includes(classOf(character.charCodeAt(0)))).join('');
}

/** All characters of which a token may consist. */
function charactersIn(pattern: unknown): string {
  if (!(pattern instanceof RegExp)) throw new Error('white space is no pattern any more');
  return ASCII.filter((character) => new RegExp(`^${pattern.source}$`).test(character)).join('');
}

/** One character of `edge`, or one at each end and any number of `inner` between them. */
function edged(edge: string, inner: string): Expression {
  return sequence(oneOf(edge), optional(sequence(any(oneOf(inner)), oneOf(edge))));
}

const EDGE = charactersOf(LOWER_ALPHANUMERIC, UPPER);
const NAME = charactersOf(LOWER_ALPHANUMERIC, UPPER, HYPHEN, DOT, UNDERSCORE);
const PART_EDGE = charactersOf(LOWER_ALPHANUMERIC);
const DIGITS = charactersOf(LOWER_ALPHANUMERIC).replace(/[^0-9]/g, '');

/**
 * What the words of the grammar are made of. The functions of src/labels that check them are the definition; a test
 * holds these rules to it.
 */
export const LEXICAL_RULES: readonly Rule[] = [
  { name: 'key', body: sequence(optional(sequence(rule('prefix'), terminal('/'))), rule('name')) },
  {
    name: 'prefix',
    body: sequence(rule('part'), any(sequence(oneOf(charactersOf(DOT)), rule('part')))),
    remark: `at most ${MAX_PREFIX_BYTES} characters`,
  },
  { name: 'part', body: edged(PART_EDGE, charactersOf(LOWER_ALPHANUMERIC, HYPHEN)) },
  { name: 'value', body: rule('name'), remark: 'one that is left out is the empty value' },
  {
    name: 'bound',
    body: some(oneOf(DIGITS)),
    remark: `at most ${MAX_INT64}, in at most ${MAX_NAME_BYTES} digits`,
  },
  { name: 'name', body: edged(EDGE, NAME), remark: `at most ${MAX_NAME_BYTES} characters` },
  {
    name: 'space',
    body: some(oneOf(charactersIn(Space.PATTERN))),
    remark: 'anywhere between words and symbols; needed between two words only',
  },
];
