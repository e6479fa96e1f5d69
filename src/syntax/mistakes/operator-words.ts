import { nearest } from '../../text/nearest.ts';

/*
 * Words and signs that other languages have for our operators, in lower case. What is spelled with blanks here may
 * stand as several words in the text.
 */

/** What each habit means here. */
const MEANINGS = new Map<string, string>(
  Object.entries({
    in: ['in', 'is in', 'one of', 'oneof', 'is one of', 'any of', 'anyof', 'within', 'among', '∈'],
    notin: [
      'notin',
      'not in',
      'not_in',
      'not-in',
      'nin',
      'is not in',
      'isnt in',
      'none of',
      'noneof',
      'out',
      '∉',
      'not one of',
    ],
    '=': ['eq', 'equal', 'equals', 'is', 'equal to', 'equals to', 'is equal to'],
    '!=': [
      'ne',
      'neq',
      'not',
      'is not',
      'isnt',
      'not equal',
      'notequal',
      'notequals',
      'not equals',
      'not equal to',
      'unequal',
      '≠',
    ],
    '>': ['gt', 'greaterthan', 'greater than', 'above', 'over', 'more than', 'is greater than'],
    '<': ['lt', 'lessthan', 'less than', 'below', 'under', 'is less than'],
  }).flatMap(([operator, habits]) => habits.map((habit): [string, string] => [habit, operator])),
);

const PRESENT = new Set([
  'is not null',
  'exists',
  'exist',
  'is set',
  'isset',
  'present',
  'is present',
  'has',
]);
const ABSENT = new Set([
  'is null',
  'is none',
  'doesnt exist',
  "don't exist",
  'is not present',
  'notexists',
  'not exists',
  'not exist',
  'doesnotexist',
  'does not exist',
  'doesntexist',
  "doesn't exist",
  'absent',
  'is absent',
  'missing',
  'is missing',
  'unset',
  'is not set',
  'not set',
  'not present',
  'notpresent',
]);

/** Operators of pattern languages, which have no counterpart here. */
const PATTERNS = new Set([
  'like',
  'not like',
  'matches',
  'match',
  'contains',
  'startswith',
  'starts with',
  'endswith',
  'ends with',
  'regex',
  'regexp',
  'glob',
  '~',
]);

/** The operator that some words are a habit for: `in`, `notin`, `=`, `!=`, `>` or `<`. */
export function operatorMeant(words: string): string | undefined {
  return MEANINGS.get(words.toLowerCase());
}

/** Whether some words after a key ask for its presence or its absence. */
export function presenceMeant(words: string): 'exists' | 'absent' | undefined {
  const folded = words.toLowerCase();
  return PRESENT.has(folded) ? 'exists' : ABSENT.has(folded) ? 'absent' : undefined;
}

/** Whether some words are an operator that compares with a pattern. */
export function isPatternOperator(words: string): boolean {
  return PATTERNS.has(words.toLowerCase());
}

/** `gt` or `lt` for words that say at least or at most, which has no operator here. */
export function inclusiveMeant(words: string): 'gt' | 'lt' | undefined {
  const folded = words.toLowerCase();
  if (/^(gte|ge|geq|at least|atleast|greater or equal|greaterorequal)$/.test(folded)) return 'gt';
  return /^(lte|le|leq|at most|atmost|less or equal|lessorequal)$/.test(folded) ? 'lt' : undefined;
}

/** Whether a word belongs to queries of other languages, so that a comma beside it would make it a key. */
export function isQueryWord(word: string): boolean {
  return /^(select|from|where|between|has|and|or|not|no|except|null|exists|order|limit|--|\/\/|#)$/i.test(
    word,
  );
}

/** The keyword a word before `(` was meant for: another habit, or a slip of the fingers. */
export function setOperatorMeant(words: string): 'in' | 'notin' | undefined {
  const meant = operatorMeant(words);
  if (meant === 'in' || meant === '=') return 'in';
  if (meant === 'notin' || meant === '!=') return 'notin';
  // Of several words none may be lost, so only what is known counts.
  const near = words.includes(' ') ? undefined : nearest(words, ['in', 'notin']);
  return near === 'in' || near === 'notin' ? near : undefined;
}
