import type { NaiveRequirement } from './naive-requirement.ts';

const known = new WeakMap<NaiveRequirement, string>();

/** The same text for requirements that are written alike; lists are long, so what was written once is kept. */
export function naiveText(requirement: NaiveRequirement): string {
  const text = known.get(requirement) ?? textOf(requirement);
  known.set(requirement, text);
  return text;
}

function textOf({ key, operator, values }: NaiveRequirement): string {
  return JSON.stringify([key, operator, values]);
}
