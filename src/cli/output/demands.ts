import type { Conflict, Operator, Requirement } from '../../index.ts';

function quoted(value: string): string {
  return `"${value}"`;
}

/** `"a", "b" or "c"`; of many values the first ones, and how many more there are. */
function anyOfThese(values: readonly string[]): string {
  const few = 6;
  if (values.length > few) {
    return `${values.slice(0, few).map(quoted).join(', ')} or one of ${values.length - few} more`;
  }
  const last = values.length - 1;
  return last < 1
    ? values.map(quoted).join('')
    : `${values.slice(0, last).map(quoted).join(', ')} or ${quoted(values[last] ?? '')}`;
}

/** What each operator demands of a label, said of the label. */
const DEMANDS: { readonly [O in Operator]: (values: readonly string[]) => string } = {
  '=': (values) => `be ${anyOfThese(values)}`,
  '==': (values) => `be ${anyOfThese(values)}`,
  in: (values) => `be ${anyOfThese(values)}`,
  '!=': (values) => `not be ${anyOfThese(values)}`,
  notin: (values) => `not be ${anyOfThese(values)}`,
  exists: () => 'be there',
  '!': () => 'not be there',
  gt: ([bound = '']) => `be an integer above ${bound}`,
  lt: ([bound = '']) => `be an integer below ${bound}`,
};

function demandsOf(requirements: readonly Requirement[]): string {
  return requirements.map(({ operator, values }) => DEMANDS[operator](values)).join(' and ');
}

/**
 * A conflict in words: `app must be "web" for A, and be "api" for B`; of one selector alone,
 * `x must be an integer above 5 and be an integer below 3, which is impossible`.
 */
export function conflictText({ key, a, b }: Conflict, names: readonly [a: string, b: string]): string {
  if (a.length > 0 && b.length > 0) {
    return `${key} must ${demandsOf(a)} for ${names[0]}, and ${demandsOf(b)} for ${names[1]}`;
  }
  const alone = [...a, ...b];
  const together = alone.length > 1 ? ', which no value can' : ', which is no valid value';
  return `${key} must ${demandsOf(alone)}${together}`;
}
