import { naiveDomain, naiveIsValidLabel } from './naive-algebra-domain.ts';
import type { NaiveAlternatives } from './naive-index.ts';
import { naiveMatch, naiveMatchAny } from './naive-match.ts';
import { byByte, type NaiveRequirement } from './naive-requirement.ts';

/** All that is wrong with a label set that is to show that something matches. */
export function naiveWitnessFaults(
  witness: Readonly<Record<string, string>>,
  isMatched: (labels: ReadonlyMap<string, string>) => boolean,
): string[] {
  const told = JSON.stringify(witness);
  const faults: string[] = [];
  if (Object.getPrototypeOf(witness) !== Object.prototype) faults.push(`${told} is no plain object`);
  const entries = Object.entries(witness);
  for (const [key, value] of entries) {
    if (!naiveIsValidLabel(key, value)) faults.push(`${told} is not valid at ${key}`);
  }
  if (!isMatched(new Map(entries))) faults.push(`${told} is not matched`);
  for (const [key] of entries) {
    const fewer = new Map(entries.filter(([other]) => other !== key));
    if (isMatched(fewer)) faults.push(`${told} needs no ${key}`);
  }
  return faults;
}

/** Faults of a label set that both selectors are to match. */
export function naiveOverlapFaults(
  witness: Readonly<Record<string, string>>,
  a: NaiveAlternatives,
  b: NaiveAlternatives,
): string[] {
  return naiveWitnessFaults(witness, (labels) => naiveMatchAny(a, labels) && naiveMatchAny(b, labels));
}

/** Faults of a label set that the first selector is to match, and the second is not. */
export function naiveDifferenceFaults(
  witness: Readonly<Record<string, string>>,
  a: NaiveAlternatives,
  b: NaiveAlternatives,
): string[] {
  return naiveWitnessFaults(witness, (labels) => naiveMatchAny(a, labels) && !naiveMatchAny(b, labels));
}

/**
 * Faults of the values of an overlap of two conjunctions, which are to be such as people know: of those that are listed for
 * a key and fit, one that is not empty, then the shortest, then the first; and if none does, one as short as there is.
 */
export function naiveValueFaults(
  witness: Readonly<Record<string, string>>,
  a: readonly NaiveRequirement[],
  b: readonly NaiveRequirement[],
): string[] {
  return Object.entries(witness).flatMap(([key, value]) => {
    const own = [...a, ...b].filter((requirement) => requirement.key === key);
    const fitting = naiveDomain(own, key).filter((choice) => choice !== undefined && fits(own, choice));
    const listed = own.flatMap(({ values }) => values).filter((one) => fitting.includes(one));
    const [best] = listed.sort(
      (one, other) =>
        Number(one === '') - Number(other === '') || one.length - other.length || byByte(one, other),
    );
    if (best !== undefined) return value === best ? [] : [`${key} is ${value} instead of ${best}`];
    const shortest = Math.min(...fitting.map((choice) => choice?.length ?? 0).filter((length) => length > 0));
    return value.length <= shortest ? [] : [`${key} is ${value}, which is longer than ${shortest}`];
  });
}

function fits(requirements: readonly NaiveRequirement[], value: string): boolean {
  return requirements.every((one) => naiveMatch([one], new Map([[one.key, value]])));
}
