import { countText, numberText, tableLines } from './print-table.ts';
import type { Explanation, PlanStep, QueryPlan, StepRole } from './query-plan.ts';

/** A time that was estimated, in a unit a person reads. */
function time(ns: number): string {
  if (ns < 1000) return 'under 1 µs';
  return ns < 1e6
    ? `about ${numberText(Math.round(ns / 1000))} µs`
    : `about ${numberText(Math.round(ns / 1e5) / 10)} ms`;
}

const KINDS: { readonly [K in QueryPlan['kind']]: string } = {
  empty: 'nothing matches, by the counts alone',
  cardinality: 'the count is known',
  drive: 'the shortest postings, held against the rest',
  words: 'bits, joined word by word',
  complement: 'what is excluded, taken away from what is known',
  union: 'several alternatives, each object once',
};

/** What is done with a constraint, and whether its postings are read for it. */
const ROLES: { readonly [R in StepRole]: readonly [words: string, isRead: boolean] } = {
  candidates: ['candidates', true],
  filter: ['filter', true],
  test: ['ask labels', false],
  join: ['join', true],
  exclude: ['exclude', true],
  known: ['known', false],
  nothing: ['selects none', false],
  all: ['selects all', false],
  unread: ['not read', false],
};

/** The steps of a conjunction, as a table; none where there are none. */
function stepLines(steps: readonly PlanStep[], indent: string): string[] {
  const rows = steps.map(({ role, objects, ordinals, left, constraint }) => {
    const [words, isRead] = ROLES[role];
    const isLeft = role !== 'nothing' && role !== 'unread';
    return [
      words,
      numberText(objects),
      isRead ? numberText(ordinals) : '-',
      isLeft ? numberText(left) : '-',
      constraint,
    ];
  });
  if (rows.length === 0) return [];
  const lines = tableLines([['step', 'objects', 'read', 'left', 'constraint'], ...rows]);
  return lines.map((line) => `${indent}${line}`);
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
      `${indent}  not taken: ${rejected.map((other) => `${other.kind} (${time(other.cost)})`).join(', ')}`,
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
    `selects ${numberText(matches)} of ${countText(objects, 'object')}; ${numberText(estimate)} by estimate`,
    '',
    ...planLines('to find them: ', plan, ''),
    ...(isSame(plan, counting) ? ['to count them: the same'] : planLines('to count them: ', counting, '')),
  ].join('\n');
}
