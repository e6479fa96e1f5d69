import type { EditorView } from '@codemirror/view';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Field } from '../editor/field.tsx';
import { SAMPLES } from '../state/defaults.ts';
import { setAsked } from '../state/edit.ts';
import { asked } from '../state/selector.ts';
import { vocabulary } from '../state/vocabulary.ts';
import { Forms } from './forms-panel.tsx';
import { Meaning } from './meaning.tsx';
import { ProblemList } from './problem-list.tsx';
import { Status } from './status.tsx';

function Samples(): JSX.Element {
  return (
    <div class="samples">
      <span class="samples-title" id="samples-title">
        Try
      </span>
      <ul aria-labelledby="samples-title">
        {SAMPLES.map(({ text, shows }) => (
          <li key={text}>
            <button type="button" class="sample" title={`Shows ${shows}`} onClick={() => setAsked(text)}>
              {text}
              <span class="unseen"> ({shows})</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface AskingProps {
  /** Takes the editor of the field, for those who put the cursor into it. */
  readonly onReady: (view: EditorView) => void;
}

/** The field for the selector, what is wrong with it or what it means, and how many objects match. */
export function Asking({ onReady }: AskingProps): JSX.Element {
  const view = useRef<EditorView | undefined>(undefined);
  const reading = asked.reading.value;
  const last = String(asked.selector.value);
  return (
    <section class="asking" aria-labelledby="selector-label">
      <h2 class="field-label" id="selector-label">
        Label selector
      </h2>
      <Field
        selector={asked}
        labelledBy="selector-label"
        describedBy="selector-problems"
        vocabulary={vocabulary}
        hint="app=web, tier notin (cache), !canary"
        onReady={(ready) => {
          view.current = ready;
          onReady(ready);
        }}
      />
      <ProblemList selector={asked} id="selector-problems" focus={() => view.current?.focus()} />
      <Samples />
      <Status />
      {reading.ok ? (
        <div class="said">
          <Meaning selector={reading.selector} />
          <Forms selector={reading.selector} />
        </div>
      ) : (
        <p class="stale-note">
          The answer is that of {last === '' ? 'the empty text' : <code>{last}</code>}, the last text without
          mistakes.
        </p>
      )}
    </section>
  );
}
