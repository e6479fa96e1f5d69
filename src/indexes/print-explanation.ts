import type { Explanation, PlanStep, QueryPlan, StepRole } from './query-plan.ts';

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** A time that was estimated, in a unit a person reads. */
function time(ns: number): string {
  if (ns < 1000) return 'under 1 µs';
  return ns < 1e6
    ? `about ${number(Math.round(ns / 1000))} µs`
    : `about ${number(Math.round(ns / 1e5) / 10)} ms`;
}

const KINDS: { readonly [K in QueryPlan['kind']]: string } = {
  empty: 'nothing to do',
  cardinality: 'the count is known',
  drive: 'the shortest postings, held against the rest',
  words: 'bits joined word by word',
  complement: 'what is excluded, counted and taken away',
  union: 'several alternatives, each object once',
};

function readsOf({ postings, ordinals }: PlanStep): string {
  return `${count(postings, 'posting list')} of ${count(ordinals, 'object')}`;
}

const ROLES: { readonly [R in StepRole]: (step: PlanStep) => string } = {
  candidates: (step) => `candidates: ${readsOf(step)}`,
  filter: (step) => `held against ${readsOf(step)}`,
  test: () => 'asked of the labels of each candidate left',
  join: (step) => `joined: ${readsOf(step)}`,
  exclude: (step) => `excluded: ${readsOf(step)}`,
  known: () => 'counted beforehand',
  nothing: () => 'selects no object, so nothing else is looked at',
  all: () => 'selects every object, so it is left out',
  unread: () => 'not looked at',
};

function stepLines(steps: readonly PlanStep[], indent: string): string[] {
  const width = Math.min(48, Math.max(0, ...steps.map(({ constraint }) => constraint.length)));
  const digits = Math.max(0, ...steps.map(({ objects }) => number(objects).length));
  return steps.map((step) => {
    const constraint =
      step.constraint.length > width
        ? `${step.constraint.slice(0, width - 1)}…`
        : step.constraint.padEnd(width);
    const isCounted = step.role !== 'nothing' && step.role !== 'unread' && steps.length > 1;
    const left = isCounted ? `; ${number(step.left)} left` : '';
    return `${indent}${constraint}  ${number(step.objects).padStart(digits)} ${step.objects === 1 ? 'object ' : 'objects'}  ${ROLES[step.role](step)}${left}`;
  });
}

function planLines(title: string, plan: QueryPlan, indent: string): string[] {
  const { kind, cost, by, steps, alternatives, rejected } = plan;
  const how =
    kind === 'union'
      ? `${KINDS.union}, by ${by === 'lists' ? 'sorting lists' : 'joining bits'}`
      : KINDS[kind];
  const price = kind === 'empty' || kind === 'cardinality' ? '' : `, ${time(cost)}`;
  const lines = [`${indent}${title}${kind}: ${how}${price}`, ...stepLines(steps, `${indent}  `)];
  for (const [index, alternative] of alternatives.entries()) {
    lines.push(...planLines(`alternative ${index + 1}: `, alternative, `${indent}  `));
  }
  if (rejected.length > 0) {
    lines.push(
      `${indent}  not taken: ${rejected.map((other) => `${other.kind}, ${time(other.cost)}`).join('; ')}`,
    );
  }
  return lines;
}

function isSame(a: QueryPlan, b: QueryPlan): boolean {
  return JSON.stringify({ ...a, rejected: [] }) === JSON.stringify({ ...b, rejected: [] });
}

/** An explanation as text, for a terminal. */
export function printExplanation(explanation: Explanation): string {
  const { selector, namespace, objects, matches, estimate, plan, count: counting } = explanation;
  const asked = selector === '' ? 'the empty selector' : selector;
  const where = namespace === undefined ? '' : ` in namespace ${JSON.stringify(namespace)}`;
  return [
    `${asked}${where}`,
    `selects ${number(matches)} of ${count(objects, 'object')}; estimated ${number(estimate)}`,
    '',
    ...planLines('to find them: ', plan, ''),
    ...(isSame(plan, counting) ? ['to count them: the same'] : planLines('to count them: ', counting, '')),
  ].join('\n');
}
