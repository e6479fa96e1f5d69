import { byByte, type NaiveOperator, type NaiveRequirement } from './naive-requirement.ts';

/** Requirements by key in byte order, equal keys in the order written ("Printing": stable at any length). */
export function naiveSorted(requirements: readonly NaiveRequirement[]): NaiveRequirement[] {
  return requirements
    .map((requirement, written) => ({ requirement, written }))
    .sort((a, b) => byByte(a.requirement.key, b.requirement.key) || a.written - b.written)
    .map(({ requirement }) => requirement);
}

/** The canonical print of one alternative ("Printing"). */
export function naiveFormat(requirements: readonly NaiveRequirement[]): string {
  return naiveSorted(requirements).map(formatRequirement).join(',');
}

function formatRequirement({ key, operator, values }: NaiveRequirement): string {
  const print: Record<NaiveOperator, string> = {
    exists: key,
    '!': `!${key}`,
    '=': `${key}=${values.join()}`,
    '==': `${key}==${values.join()}`,
    '!=': `${key}!=${values.join()}`,
    gt: `${key}>${values.join()}`,
    lt: `${key}<${values.join()}`,
    in: `${key} in (${[...values].sort(byByte).join(',')})`,
    notin: `${key} notin (${[...values].sort(byByte).join(',')})`,
  };
  return print[operator];
}
