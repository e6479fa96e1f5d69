import { effect, signal, useSignal } from '@preact/signals';
import type { PlanStep, QueryPlan, StepRole } from 'labelwise';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { latest } from '../engine/client.ts';
import type { Plans } from '../engine/protocol.ts';
import { counted, countText, timeText } from '../parts/numbers.ts';
import { Segmented } from '../parts/segmented.tsx';
import { namespace } from '../state/answer.ts';
import { loaded } from '../state/data.ts';
import { fail } from '../state/failure.ts';
import { asked } from '../state/selector.ts';

const plans = signal<Plans | undefined>(undefined);

const askPlans = latest('plans', (found) => (plans.value = found), fail);

function followPlans(): () => void {
  return effect(() => {
    if (loaded.value === undefined) return;
    askPlans({ selector: asked.selector.value.alternatives, namespace: namespace.value });
  });
}

const KINDS: Readonly<Record<QueryPlan['kind'], string>> = {
  empty: 'Nothing matches: the statistics say so, and nothing is read.',
  cardinality: 'The answer is a number that is kept, and nothing is read.',
  drive: 'The constraint that selects fewest leads: each of its objects is held against the others.',
  words: 'Sets of objects are joined as bits, 64 at a time; empty stretches are passed over.',
  complement: 'Little is excluded, so that is counted, and taken from the whole.',
  union: 'Each alternative is answered by itself, and every object is told once.',
};

const ROLES: Readonly<Record<StepRole, string>> = {
  candidates: 'leads',
  filter: 'held against its set',
  test: 'asked of the labels',
  join: 'joined',
  exclude: 'taken away',
  known: 'counted before',
  nothing: 'selects nothing',
  unread: 'not looked at',
  all: 'selects everything',
};

function Step({ step, objects }: { readonly step: PlanStep; readonly objects: number }): JSX.Element {
  const width = objects === 0 ? 0 : (step.left / objects) * 100;
  return (
    <li class="plan-step">
      <span>
        <code>{step.constraint}</code>
        <span class="plan-role">{ROLES[step.role]}</span>
      </span>
      <span class="plan-numbers">
        <span>
          {countText(step.objects)} by itself
          {step.postings > 0 && <>, {counted(step.postings, 'set')} read</>}
        </span>
        <span class="plan-left">
          <span class="plan-bar" aria-hidden="true">
            <span style={{ width: `${Math.max(width, step.left > 0 ? 0.5 : 0)}%` }} />
          </span>
          {countText(step.left)} left
        </span>
      </span>
    </li>
  );
}

function Plan({ plan, objects }: { readonly plan: QueryPlan; readonly objects: number }): JSX.Element {
  return (
    <div class="plan">
      <p class="plan-kind">
        <strong>{plan.kind}</strong> {KINDS[plan.kind]}
      </p>
      <ol class="plan-steps">
        {plan.steps.map((step) => (
          <Step key={step.constraint} step={step} objects={objects} />
        ))}
      </ol>
      {plan.alternatives.map((one, index) => (
        <Plan key={index} plan={one} objects={objects} />
      ))}
      <p class="aside">
        Estimated: {counted(Math.round(plan.estimate), 'object')}
        {plan.cost > 0 && <> in {timeText(plan.cost)}</>}.
        {plan.rejected.length > 0 && (
          <>
            {' '}
            Also considered: {plan.rejected.map(({ kind, cost }) => `${kind}, ${timeText(cost)}`).join('; ')}.
          </>
        )}
      </p>
    </div>
  );
}

/** How the index answers: which sets it reads, in which order, and what is left after each. */
export function PlanPanel(): JSX.Element {
  useEffect(followPlans, []);
  const goal = useSignal<'find' | 'count'>('find');
  const found = plans.value;
  return (
    <section class="panel" aria-labelledby="plan-title">
      <header class="panel-head">
        <div>
          <h3 id="plan-title">How the index answers</h3>
          <p class="lead">
            It keeps, for every label, the set of objects that have it. A plan says which sets are read, in
            which order, and how many objects are left after each.
          </p>
        </div>
        <Segmented
          legend="Which plan"
          value={goal.value}
          options={[
            { value: 'find', label: 'To find them' },
            { value: 'count', label: 'To count them' },
          ]}
          onChange={(value) => (goal.value = value)}
        />
      </header>
      {found !== undefined && (
        <>
          <Plan plan={found[goal.value]} objects={found.objects} />
          <p class="plan-result">
            <strong>{countText(found.matches)}</strong> of {counted(found.objects, 'object')}
          </p>
        </>
      )}
    </section>
  );
}
