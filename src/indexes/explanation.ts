import { countPlan } from '../plan/executor.ts';
import type { Plan } from '../plan/plan.ts';
import { planConjunction } from '../plan/planner.ts';
import type { Query } from '../plan/query.ts';
import type { AnyPostings, Term } from '../plan/term.ts';
import { formatSelector } from '../selector/format-selector.ts';
import { printExplanation } from './print-explanation.ts';
import type { Explanation, PlanStep, QueryPlan, StepRole } from './query-plan.ts';

function roleOf(plan: Plan, term: Term, size: number): StepRole {
  if (plan.kind === 'empty') return term === plan.culprit ? 'nothing' : 'unread';
  if (term.count === size) return 'all';
  switch (plan.kind) {
    case 'drive':
      return term === plan.driver ? 'candidates' : plan.tests.includes(term) ? 'test' : 'filter';
    case 'complement':
      return term === plan.base ? 'known' : 'exclude';
    case 'cardinality':
      return 'known';
    default:
      return 'join';
  }
}

/** Steps in the order in which plans take them. */
const ORDER: readonly StepRole[] = [
  'nothing',
  'candidates',
  'filter',
  'test',
  'known',
  'exclude',
  'join',
  'all',
  'unread',
];

function stepsOf(postings: AnyPostings, plan: Plan): PlanStep[] {
  const { sets, size } = postings;
  const inOrder = plan.terms
    .map((term) => ({ term, role: roleOf(plan, term, size) }))
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || a.term.count - b.term.count);
  const before: Term[] = [];
  return inOrder.map(({ term, role }) => {
    before.push(term);
    const read = [...(term.all ?? []), ...term.none];
    return {
      constraint: term.text,
      role,
      objects: term.count,
      postings: read.length,
      ordinals: read.reduce((sum, set) => sum + sets.count(set), 0),
      left: countPlan(postings, planConjunction(postings, [...before], 'count')),
    };
  });
}

function described(postings: AnyPostings, plan: Plan): QueryPlan {
  const { kind, estimate, cost, rejected } = plan;
  return {
    kind,
    estimate: Math.round(estimate),
    cost: Math.round(cost),
    steps: stepsOf(postings, plan),
    alternatives: plan.kind === 'union' ? plan.alternatives.map((each) => described(postings, each)) : [],
    ...(plan.kind === 'union' && { by: plan.by }),
    rejected: rejected.map((other) => ({ kind: other.kind, cost: Math.round(other.cost) })),
  };
}

/** Plans and counts a query, and says what was found. Takes several times as long as the query. */
export function explainQuery(
  postings: AnyPostings,
  query: Query,
  namespace: string | undefined,
): Explanation {
  const plan = described(postings, query.plan('ordinals', namespace));
  const counting = query.plan('count', namespace);
  const explanation = {
    selector: formatSelector(query.selector),
    ...(namespace !== undefined && { namespace }),
    objects: postings.size,
    matches: countPlan(postings, counting),
    estimate: plan.estimate,
    plan,
    count: described(postings, counting),
  };
  return Object.defineProperty(explanation, 'toString', {
    value: () => printExplanation(explanation),
    enumerable: false,
  });
}
