import { naiveDomain } from './naive-algebra-domain.ts';
import { naiveInt64 } from './naive-int64.ts';
import { naiveMatch } from './naive-match.ts';
import type { NaiveOperator, NaiveRequirement } from './naive-requirement.ts';
import type { NaiveChoice } from './naive-universe.ts';

const LARGEST = 2n ** 63n - 1n;

/** How many values some requirements list. */
export function naiveValueCount(requirements: readonly NaiveRequirement[]): number {
  return requirements.reduce((sum, { values }) => sum + values.length, 0);
}

/**
 * The fewest requirements on one key that mean what the given ones do, by trying all that could: bounds and exclusions, of
 * values that are listed already; and a list, where one is given, or where it is no longer than the shortest of these.
 * Undefined where no conjunction of requirements means it, which happens only where several alternatives are given, of which
 * any may hold; where nothing satisfies them, too, since that is no matter of one key.
 */
export function naiveFewest(
  key: string,
  alternatives: readonly (readonly NaiveRequirement[])[],
): number | undefined {
  const own = alternatives.map((one) => one.filter((requirement) => requirement.key === key));
  const listed = new Set(own.flat().flatMap(({ values }) => values));
  const most = naiveValueCount(own.flat());
  // Beside a number that is listed, a better bound may lie. Of what is not listed one more is looked at than may be listed:
  // if all of these satisfy the requirements, or none of them does, no list within the limit makes up for it.
  const bounds = [...new Set([...listed].flatMap(neighbours))];
  const domain = naiveDomain([...own.flat(), ...bounds.map((bound) => say(key, 'gt', bound))], key, most + 1);
  const passing = (requirements: readonly NaiveRequirement[]) =>
    new Set(domain.filter((value) => naiveMatch(requirements, asLabels(key, value))));
  const allowed = new Set(own.flatMap((requirements) => [...passing(requirements)]));
  if (allowed.size === 0) return undefined;

  const found: { requirements: number; values: number }[] = [];
  for (const base of bases(key, bounds, allowed, passing)) {
    const passed = passing(base);
    if (!contains(passed, allowed)) continue;
    const excluded = [...passed].filter((value) => !allowed.has(value)); // `notin`
    if (excluded.some((value) => value === undefined || !listed.has(value))) continue;
    found.push({
      requirements: base.length + (excluded.length > 0 ? 1 : 0),
      values: naiveValueCount(base) + excluded.length,
    });
  }
  const isList = own.every((one) => one.some(({ operator }) => ['=', '==', 'in'].includes(operator)));
  const longest = isList ? most : Math.min(most, ...found.map(({ values }) => values));
  if (!allowed.has(undefined) && allowed.size <= longest)
    found.push({ requirements: 1, values: allowed.size }); // `in`
  return found.length === 0 ? undefined : Math.min(...found.map(({ requirements }) => requirements));
}

/** What there is to say beside `in` and `notin`. Of the bounds that let pass what must, the tightest leave the least to exclude. */
function bases(
  key: string,
  bounds: readonly string[],
  allowed: ReadonlySet<NaiveChoice>,
  passing: (requirements: readonly NaiveRequirement[]) => ReadonlySet<NaiveChoice>,
): NaiveRequirement[][] {
  const tightest = (operator: 'gt' | 'lt') => {
    const possible = bounds
      .map((bound) => ({
        requirement: say(key, operator, bound),
        passed: passing([say(key, operator, bound)]),
      }))
      .filter(({ passed }) => contains(passed, allowed))
      .sort((a, b) => a.passed.size - b.passed.size);
    return possible.slice(0, 1).map(({ requirement }) => requirement);
  };
  const [above, below] = [tightest('gt'), tightest('lt')];
  return [[], [say(key, 'exists')], [say(key, '!')], above, below, [...above, ...below]];
}

/** The integers next to one, and itself, as far as a bound can have them. */
function neighbours(value: string): string[] {
  const number = naiveInt64(value);
  if (number === undefined) return [];
  return [number - 1n, number, number + 1n].filter((near) => near >= 0n && near <= LARGEST).map(String);
}

function say(key: string, operator: NaiveOperator, ...values: string[]): NaiveRequirement {
  return { key, operator, values };
}

function contains(outer: ReadonlySet<NaiveChoice>, inner: ReadonlySet<NaiveChoice>): boolean {
  return [...inner].every((value) => outer.has(value));
}

function asLabels(key: string, value: NaiveChoice): ReadonlyMap<string, string> {
  return new Map(value === undefined ? [] : [[key, value]]);
}
