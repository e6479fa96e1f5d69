import { constraintOf } from '../constraint/meaning.ts';
import { type Labels, labelEntries } from '../labels/labels.ts';
import { printRequirement } from '../selector/print.ts';
import type { Requirement } from '../selector/requirement.ts';
import type { Selector } from '../selector/selector.ts';
import { alternativesOf } from '../selector/selector-argument.ts';
import { quote } from '../text/quote.ts';
import { hintFor } from './hint.ts';
import { accepts, labelTest } from './label-test.ts';

/** One requirement held against a label set. */
export interface RequirementExplanation {
  /** As the selector has it; it is not joined with others on its key. */
  readonly requirement: Requirement;
  /** Whether the label set satisfies it; one without the key does so for `!=`, `notin` and `!`. */
  readonly satisfied: boolean;
  /** The value of the requirement's key; undefined where the label set does not have the key. */
  readonly actual: string | undefined;
  /** For a miss, where a near key or value is there: what may have been meant. */
  readonly hint?: string;
}

/** One alternative held against a label set: it matches when every requirement is satisfied. */
export interface AlternativeExplanation {
  /** Whether every requirement is satisfied; true where there is none. */
  readonly matches: boolean;
  /** In the order written. */
  readonly requirements: readonly RequirementExplanation[];
}

/** Why a label set matches a selector, or does not: it matches when any alternative does. */
export interface MatchExplanation {
  /** Whether any alternative matches: what the compiled selector answers. */
  readonly matches: boolean;
  /** In the order written; none for Nothing. */
  readonly alternatives: readonly AlternativeExplanation[];
  /** For people: a line for each requirement. */
  toString(): string;
}

function explainRequirement(
  requirement: Requirement,
  labels: ReadonlyMap<string, string>,
): RequirementExplanation {
  const actual = labels.get(requirement.key);
  const test = labelTest(constraintOf(requirement));
  const satisfied = actual === undefined ? test.absent : accepts(test, actual);
  const hint = satisfied ? undefined : hintFor(requirement, labels);
  return Object.freeze({ requirement, satisfied, actual, ...(hint !== undefined && { hint }) });
}

function print({ requirement, satisfied, actual, hint }: RequirementExplanation): string {
  const found = actual === undefined ? 'it is absent' : `it is ${quote(actual)}`;
  const verdict = satisfied ? 'yes' : 'no ';
  return `${verdict}  ${printRequirement(requirement)}: ${found}${hint === undefined ? '' : `; ${hint}`}`;
}

class Explanation implements MatchExplanation {
  readonly matches: boolean;
  readonly alternatives: readonly AlternativeExplanation[];

  constructor(alternatives: readonly AlternativeExplanation[]) {
    this.matches = alternatives.some(({ matches }) => matches);
    this.alternatives = Object.freeze(alternatives);
    Object.freeze(this);
  }

  toString(): string {
    const verdict = this.matches ? 'matches' : 'does not match';
    if (this.alternatives.length === 0) return `${verdict}: the selector selects nothing`;
    const blocks = this.alternatives.map(({ requirements }) =>
      requirements.length === 0 ? 'yes  it selects everything' : requirements.map(print).join('\n'),
    );
    return `${verdict}\n${blocks.join('\nor\n')}`;
  }
}

/**
 * Why a label set matches a selector, or does not: every requirement, as written, with the actual value and, for a
 * miss, a hint where a near key or value is there. Agrees with {@link compileSelector}.
 *
 * @param selector told as it was written: its alternatives and their requirements, one by one
 * @param labels a plain object or a Map; keys and values are not validated
 * @returns frozen through and through; `toString()` prints it
 * @complexity O(requirements and their values); a hint compares with every label.
 * @throws TypeError where `selector` is no Selector, `labels` no label set, or one of its values no string
 */
export function explainMatch(selector: Selector, labels: Labels): MatchExplanation {
  const set = new Map(labelEntries(labels));
  return new Explanation(
    alternativesOf(selector, 'selector').map((alternative) => {
      const requirements = Object.freeze(
        alternative.map((requirement) => explainRequirement(requirement, set)),
      );
      return Object.freeze({ matches: requirements.every(({ satisfied }) => satisfied), requirements });
    }),
  );
}
