import type { EditorView } from '@codemirror/view';
import { computed, effect, signal } from '@preact/signals';
import {
  type Comparison,
  type Conflict,
  compareSelectors,
  formatSelector,
  printRequirement,
  type Relation,
  type Witness,
} from 'labelwise';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ProblemList } from '../asking/problem-list.tsx';
import { Field } from '../editor/field.tsx';
import { latest } from '../engine/client.ts';
import type { Part, Parts } from '../engine/protocol.ts';
import { Breakable } from '../parts/breakable.tsx';
import { countText } from '../parts/numbers.ts';
import { namespace } from '../state/answer.ts';
import { choose } from '../state/chosen.ts';
import { loaded } from '../state/data.ts';
import { setText } from '../state/edit.ts';
import { fail } from '../state/failure.ts';
import { asked, compared } from '../state/selector.ts';
import { vocabulary } from '../state/vocabulary.ts';
import { CirclesOf } from './circles.tsx';

const comparison = computed(() => compareSelectors(asked.selector.value, compared.selector.value));

const parts = signal<Parts | undefined>(undefined);

const askParts = latest('parts', (found) => (parts.value = found), fail);

function followParts(): () => void {
  return effect(() => {
    if (loaded.value === undefined) return;
    askParts({
      selector: asked.selector.value.alternatives,
      second: compared.selector.value.alternatives,
      namespace: namespace.value,
    });
  });
}

const WORDS: Readonly<Record<Relation, string>> = {
  equal: 'They mean the same: whatever one selects, the other does.',
  implies: 'A is narrower: whatever A selects, B selects too.',
  implied: 'B is narrower: whatever B selects, A selects too.',
  overlap: 'They overlap: some labels satisfy both, and some only one of them.',
  disjoint: 'They are disjoint: no labels can ever satisfy both.',
};

function swap(): void {
  const first = asked.text.peek();
  setText(asked, compared.text.peek());
  setText(compared, first);
}

function WitnessLabels({ labels }: { readonly labels: Witness }): JSX.Element {
  const entries = Object.entries(labels);
  if (entries.length === 0) return <code>no labels at all</code>;
  return (
    <code>
      <Breakable text={entries.map(([key, value]) => `${key}=${value}`).join(', ')} />
    </code>
  );
}

interface PartRowProps {
  readonly name: string;
  readonly part: Part | undefined;
  readonly witness: Witness | undefined;
  /** What to say where there can be no label set of this part. */
  readonly nothing: string;
}

function PartRow({ name, part, witness, nothing }: PartRowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{part === undefined ? '…' : countText(part.count)}</td>
      <td>
        {witness === undefined ? <span class="aside">{nothing}</span> : <WitnessLabels labels={witness} />}
        {part !== undefined && part.rows.length > 0 && (
          <span class="part-rows">
            {part.rows.map((row) => (
              <button key={row.id} type="button" class="quiet-button" onClick={() => choose(row.id)}>
                {row.name}
              </button>
            ))}
            {part.count > part.rows.length && <span class="aside">…</span>}
          </span>
        )}
      </td>
    </tr>
  );
}

function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }): JSX.Element | null {
  const [conflict] = conflicts;
  if (conflict === undefined) return null;
  const told = (side: string, requirements: Conflict['a']): JSX.Element | null =>
    requirements.length === 0 ? null : (
      <span>
        {side} asks for <code>{requirements.map(printRequirement).join(', ')}</code>
      </span>
    );
  return (
    <p class="conflict">
      On <code>{conflict.key}</code>: {told('A', conflict.a)}
      {conflict.a.length > 0 && conflict.b.length > 0 && ', and '}
      {told('B', conflict.b)}.
    </p>
  );
}

function PartsTable({ found }: { readonly found: Comparison }): JSX.Element {
  const counts = parts.value;
  return (
    <table class="parts">
      <caption class="unseen">How many objects are in each part, and labels that would be</caption>
      <thead>
        <tr>
          <th scope="col">Selected by</th>
          <th scope="col" class="number">
            Objects
          </th>
          <th scope="col">Labels that prove it, and objects</th>
        </tr>
      </thead>
      <tbody>
        <PartRow name="both" part={counts?.both} witness={found.both} nothing="no labels can be" />
        <PartRow
          name="A alone"
          part={counts?.onlyFirst}
          witness={found.onlyFirst}
          nothing="no labels can be"
        />
        <PartRow
          name="B alone"
          part={counts?.onlySecond}
          witness={found.onlySecond}
          nothing="no labels can be"
        />
        <PartRow name="neither" part={counts?.neither} witness={undefined} nothing="" />
      </tbody>
    </table>
  );
}

/** Two selectors: how they relate, what proves it, and how the objects divide. */
export function ComparePanel(): JSX.Element {
  useEffect(followParts, []);
  const view = useRef<EditorView | undefined>(undefined);
  const found = comparison.value;
  return (
    <section class="panel" aria-labelledby="compare-title">
      <header class="panel-head">
        <div>
          <h3 id="compare-title">Compare with another selector</h3>
          <p class="lead">
            Exact over all labels there could be, not only over those of the objects at hand. A is the
            selector at the top.
          </p>
        </div>
        <button type="button" class="button" onClick={swap}>
          Swap A and B
        </button>
      </header>
      <div class="compare-field">
        <span class="side-name">A</span>
        <code class="compare-first">
          <Breakable text={formatSelector(asked.selector.value) || '(everything)'} />
        </code>
        <span class="side-name" id="compared-label">
          <span class="unseen">Selector </span>B
        </span>
        <Field
          selector={compared}
          labelledBy="compared-label"
          describedBy="compared-problems"
          vocabulary={vocabulary}
          hint="another selector"
          onReady={(ready) => {
            view.current = ready;
          }}
        />
      </div>
      <ProblemList selector={compared} id="compared-problems" focus={() => view.current?.focus()} />
      <div class="compare-answer">
        <CirclesOf relation={found.relation} parts={parts.value} />
        <div>
          <p class="relation" aria-live="polite">
            {WORDS[found.relation]}
          </p>
          <Conflicts conflicts={found.conflicts} />
        </div>
      </div>
      <PartsTable found={found} />
    </section>
  );
}
