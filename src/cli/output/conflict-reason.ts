import type { Conflict, Requirement } from '../../index.ts';
import { excludedValues } from './demand.ts';
import { noneOf } from './listed-values.ts';

const MAX_INT64 = 2n ** 63n - 1n;

function bounds(requirements: readonly Requirement[], operator: 'gt' | 'lt'): readonly bigint[] {
  return requirements.filter((one) => one.operator === operator).flatMap(({ values }) => values.map(BigInt));
}

/** Why there is no integer in a range, where that is not plain to see. */
function reasonOfRange(above: bigint | undefined, below: bigint | undefined): string | undefined {
  if (above !== undefined && below !== undefined) {
    return above + 1n === below ? 'there is no integer between' : undefined;
  }
  return above === undefined
    ? 'a label value has no sign, so none is negative'
    : 'that is the largest integer there is (int64)';
}

/** Why the values that are left of a range when some are excluded are none. */
function reasonOfSpellings(first: bigint, last: bigint): string {
  const others = last === first + 1n ? ` and ${last}` : ` to ${last}`;
  const integers = first === last ? `${first}` : `${first}${others}`;
  return `${integers} can be written in no other way within the 63 characters of a label value`;
}

/** Why values are outside of every range, though they look like numbers. */
function reasonOfValues(values: readonly string[]): string | undefined {
  const deceptive = values.filter(
    (value) => /^\d/.test(value) && !(/^\d+$/.test(value) && BigInt(value) <= MAX_INT64),
  );
  if (deceptive.length === 0) return undefined;
  return deceptive.length === 1 ? `"${deceptive[0]}" is no int64` : `${noneOf(deceptive)} is an int64`;
}

/** Why the requirements of a conflict contradict each other, where what they demand does not show it by itself. */
export function conflictReason({ a, b }: Conflict): string | undefined {
  const all = [...a, ...b];
  const [above] = bounds(all, 'gt');
  const [below] = bounds(all, 'lt');
  if (above === undefined && below === undefined) return undefined;
  if (all.some(({ operator }) => operator === '!')) return undefined;
  const listed = all.filter(({ operator }) => operator === '=' || operator === '==' || operator === 'in');
  if (listed.length > 0) return reasonOfValues([...new Set(listed.flatMap(({ values }) => values))]);
  if (excludedValues(all).length === 0) return reasonOfRange(above, below);
  const first = above === undefined || above < 0n ? 0n : above + 1n;
  return reasonOfSpellings(first, below === undefined ? MAX_INT64 : below - 1n);
}
