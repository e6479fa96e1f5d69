import { isPatternOperator, operatorMeant, presenceMeant } from '../../syntax/mistakes/operator-words.ts';
import { nearest } from '../../text/nearest.ts';
import type { Operator } from '../requirement.ts';
import { type OperatorNames, REQUIREMENT_OPERATORS } from './operator-names.ts';

/** How the meanings of words are spelled, where that is not an operator's own name. */
const SPELLINGS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['>', 'gt'],
  ['<', 'lt'],
  ['absent', '!'],
  ['===', '='],
  ['!==', '!='],
  ['<>', '!='],
]);

/** What says the same where an operator has no name: expressions of objects have sets and no equality. */
const INSTEAD: ReadonlyMap<Operator, Operator> = new Map<Operator, Operator>([
  ['=', 'in'],
  ['==', 'in'],
  ['!=', 'notin'],
]);

/** Words for "or equal", folded. No operator says it, and the nearest one has another bound. */
const AT_LEAST: ReadonlySet<string> = new Set([
  '>=',
  '=>',
  'gte',
  'ge',
  'geq',
  'atleast',
  'greaterthanorequal',
]);
const AT_MOST: ReadonlySet<string> = new Set(['<=', '=<', 'lte', 'le', 'leq', 'atmost', 'lessthanorequal']);

/** The operator that a word, or a sign, of another language is a habit for. */
function meaningOf(word: string): Operator | undefined {
  const meant = operatorMeant(word) ?? presenceMeant(word) ?? word.toLowerCase();
  return REQUIREMENT_OPERATORS.get(meant) ?? SPELLINGS.get(meant);
}

/** Letters of one case, without blanks, quotes, hyphens and underscores. */
function folded(word: string): string {
  return word.toLowerCase().replace(/[\s_'"-]+/g, '');
}

function nameOf(operator: Operator | undefined, names: OperatorNames): string | undefined {
  for (const [name, named] of names) if (named === operator) return name;
  return undefined;
}

/** The name that a word is another spelling of: `notin`, `does-not-exist`. */
function spelled(fold: string, names: OperatorNames): string | undefined {
  for (const name of names.keys()) if (folded(name) === fold) return name;
  return undefined;
}

/** The name of an operator, or of one that says the same. */
function namedAs(meant: Operator | undefined, names: OperatorNames): string | undefined {
  return meant === undefined ? undefined : (nameOf(meant, names) ?? nameOf(INSTEAD.get(meant), names));
}

/**
 * The name of the operator that a word says for certain, in another spelling or another language: `In` for `in` and for
 * `equals`. What is merely near, or says another bound, is none.
 */
export function operatorMeantBy(word: string, names: OperatorNames): string | undefined {
  if (word.length > 100) return undefined;
  const fold = folded(word);
  const spelling = spelled(fold, names);
  if (spelling !== undefined || AT_LEAST.has(fold) || AT_MOST.has(fold)) return spelling;
  return namedAs(meaningOf(word.trim()) ?? meaningOf(fold), names);
}

/**
 * What to write instead of an operator that a kind of expression does not have, as the end of a sentence, or `''`
 * where nothing is near.
 */
export function operatorHint(word: string, names: OperatorNames): string {
  if (word.length > 100) return '';
  const fold = folded(word);
  const certain = operatorMeantBy(word, names);
  if (certain !== undefined) return `did you mean ${certain}?`;
  const atLeast = AT_LEAST.has(fold);
  const bound = atLeast ? 'gt' : AT_MOST.has(fold) ? 'lt' : undefined;
  const exclusive = nameOf(bound, names);
  if (exclusive !== undefined)
    return `write ${exclusive} with the integer ${atLeast ? 'before' : 'after'} it`;
  const meant = bound ?? meaningOf(word.trim()) ?? meaningOf(fold);
  if (meant === 'gt' || meant === 'lt') return 'only the matchExpressions of a NodeSelector compare numbers';
  if (isPatternOperator(word.trim())) return 'values are compared whole, there are no patterns';
  const near = nearest(word.trim(), names.keys());
  return near === undefined ? '' : `did you mean ${near}?`;
}
