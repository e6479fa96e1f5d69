import { useComputed, useSignal } from '@preact/signals';
import type { LintFinding, Position } from 'labelwise/manifests';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Source } from '../engine/dataset.ts';
import { Segmented } from '../parts/segmented.tsx';
import { dataKind, loadExample, loaded, loadSources, sources, typeSource } from '../state/data.ts';
import { loadFiles } from '../state/files.ts';
import { areCurrent, findings } from '../state/findings.ts';
import { FindingList } from './finding-list.tsx';
import { ManifestEditor } from './manifest-editor.tsx';
import { lineStarts, offsetOf, squigglesIn, withEdits } from './places.ts';

/** Texts for those who begin with nothing. */
const BLANK: readonly Source[] = [{ name: 'pasted.yaml', text: '' }];

function FileButton(): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="unseen"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        accept=".yaml,.yml,.json,.jsonl,.ndjson"
        onChange={({ currentTarget }) => {
          void loadFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button" onClick={() => input.current?.click()}>
        Open files…
      </button>
    </>
  );
}

function Head(): JSX.Element {
  return (
    <header class="panel-head">
      <div>
        <h3 id="manifests-title">Your own objects</h3>
        <p class="lead">
          Type or paste YAML or JSON here, or drop files anywhere on the page. Nothing leaves it: the page is
          not allowed to send anything.
        </p>
      </div>
      <div class="buttons">
        <FileButton />
        <button type="button" class="button" onClick={() => void loadSources(BLANK)}>
          Begin empty
        </button>
        {dataKind.value !== 'example' && (
          <button type="button" class="button" onClick={() => void loadExample()}>
            Back to the example
          </button>
        )}
      </div>
    </header>
  );
}

const NOTHING: readonly LintFinding[] = [];

/** The text of a source; `""` where there is none any more. */
function textOf(index: number): string {
  return sources.value[index]?.text ?? '';
}

function Editing(): JSX.Element {
  const open = useSignal(0);
  const goal = useSignal<{ readonly offset: number } | undefined>(undefined);
  const list = sources.value;
  const at = Math.max(0, Math.min(open.value, list.length - 1));
  const name = list[at]?.name ?? '';
  const text = useComputed(() => textOf(Math.max(0, Math.min(open.value, sources.value.length - 1))));
  const found = areCurrent.value ? (findings.value ?? NOTHING) : undefined;
  const marks = useMemo(() => found && squigglesIn(text.value, name, found), [text.value, name, found]);
  const change = (written: string): void => {
    if (written !== text.peek()) typeSource(at, written);
  };
  const goTo = (source: string, position: Position): void => {
    const index = list.findIndex((one) => one.name === source);
    if (index === -1) return;
    open.value = index;
    goal.value = { offset: offsetOf(position, lineStarts(textOf(index)), textOf(index).length) };
  };
  const mend = ({ fix }: LintFinding): void => {
    if (fix === undefined) return;
    void loadSources(list.map((one) => ({ ...one, text: withEdits(one.text, one.name, fix.edits) })));
  };
  return (
    <div class="manifests">
      <div class="manifests-text">
        {list.length > 1 && (
          <Segmented
            legend="Which file"
            value={name}
            options={list.map((one) => ({ value: one.name, label: one.name }))}
            onChange={(wanted) => (open.value = list.findIndex((one) => one.name === wanted))}
          />
        )}
        <ManifestEditor
          key={name}
          text={text}
          squiggles={marks}
          label={`Manifests, ${name}`}
          goTo={goal.value}
          onGone={() => (goal.value = undefined)}
          onChange={change}
        />
      </div>
      <FindingList problems={loaded.value?.problems ?? []} goTo={goTo} mend={mend} />
    </div>
  );
}

/** The manifests that are asked, to be changed, and what the linter says about them. */
export function ManifestsPanel(): JSX.Element {
  return (
    <section class="panel" aria-labelledby="manifests-title">
      <Head />
      {dataKind.value === 'cluster' ? (
        <p class="aside">The cluster of 100,000 pods is made by the page: it has no text to show here.</p>
      ) : (
        <Editing />
      )}
    </section>
  );
}
