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

/** A table: texts first, then numbers, and last the constraint, which is as long as it is. */
function stepLines(steps: readonly PlanStep[], indent: string): string[] {
  const rows = steps.map(({ role, objects, ordinals, left, constraint }) => {
    const [words, isRead] = ROLES[role];
    const isLeft = role !== 'nothing' && role !== 'unread';
    return [words, number(objects), isRead ? number(ordinals) : '-', isLeft ? number(left) : '-', constraint];
  });
  const table = rows.length === 0 ? [] : [['step', 'objects', 'read', 'left', 'constraint'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `${indent}${cells.join('  ')}`;
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
    `selects ${number(matches)} of ${count(objects, 'object')}; ${number(estimate)} by estimate`,
    '',
    ...planLines('to find them: ', plan, ''),
    ...(isSame(plan, counting) ? ['to count them: the same'] : planLines('to count them: ', counting, '')),
  ].join('\n');
}
