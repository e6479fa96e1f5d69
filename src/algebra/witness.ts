import type { Conjunction } from '../constraint/conjunction.ts';
import { isValidValue } from './domain.ts';
import type { Meaning } from './meaning.ts';
import { witnessValue } from './witness-value.ts';

/** A label set that proves something about selectors. */
export type Witness = Record<string, string>;

/** All valid values that selectors list for a key, which their readers know. O(requirements and their values). */
function valuesOffered(key: string, meanings: readonly Meaning[]): string[] {
  const offered: string[] = [];
  for (const { selector } of meanings) {
    for (const alternative of selector.alternatives) {
      for (const requirement of alternative) if (requirement.key === key) offered.push(...requirement.values);
    }
  }
  return offered.filter((value) => isValidValue(key, value));
}

/**
 * The label set that satisfies a conjunction, in its valid form, with the fewest labels, and values that the selectors
 * list where one fits.
 */
export function witnessOf(conjunction: Conjunction, meanings: readonly Meaning[]): Witness {
  const witness: Witness = {};
  for (const constraint of conjunction) {
    if (constraint.absent) continue;
    const offered = constraint.present.kind === 'one-of' ? [] : valuesOffered(constraint.key, meanings);
    witness[constraint.key] = witnessValue(constraint, offered);
  }
  return witness;
}

/** What a witness must show: that some selectors match it, and others do not. */
export interface Proof {
  readonly matched: readonly Meaning[];
  readonly unmatched: readonly Meaning[];
}

function proves(labels: Witness, { matched, unmatched }: Proof): boolean {
  return matched.every(({ matches }) => matches(labels)) && !unmatched.some(({ matches }) => matches(labels));
}

/** A witness without the labels that it does not need: those of one alternative, which another does without. */
function withFewestLabels(witness: Witness, proof: Proof): Witness {
  for (const key of Object.keys(witness)) {
    const { [key]: _, ...rest } = witness;
    // One label less may make another needless that was not before.
    if (proves(rest, proof)) return withFewestLabels(rest, proof);
  }
  return witness;
}

/**
 * A witness, asked of the compiled selectors themselves once more, with the fewest labels.
 * @throws Error where it proves nothing, which would be a mistake of this library
 */
export function proven(witness: Witness, proof: Proof): Witness {
  const { matched, unmatched } = proof;
  if (!proves(witness, proof)) {
    const texts = [...matched.map(String), ...unmatched.map((meaning) => `not ${meaning}`)];
    throw new Error(
      `labelwise reasoned out ${JSON.stringify(witness)}, and it does not prove: ${texts.join(', ')}; please report this`,
    );
  }
  const isSimple = [...matched, ...unmatched].every(({ conjunctions }) => conjunctions.length <= 1);
  return isSimple ? witness : withFewestLabels(witness, proof);
}
