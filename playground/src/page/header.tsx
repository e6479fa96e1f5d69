import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { copyText } from '../parts/copy-button.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { namespace } from '../state/answer.ts';
import {
  type DataKind,
  dataKind,
  isLoading,
  loadCluster,
  loadExample,
  loadSources,
  sources,
} from '../state/data.ts';
import { linkNow, tab } from '../state/link.ts';
import { type Theme, theme } from '../state/theme.ts';
import { TagIcon, ThemeIcon } from './icons.tsx';

/** How long it says that a link was copied, in milliseconds. */
const TOLD = 2500;

function chooseData(kind: DataKind): void {
  // Other objects are in other namespaces.
  if (kind !== 'own') namespace.value = undefined;
  if (kind === 'example') void loadExample();
  else if (kind === 'cluster') void loadCluster();
  else {
    // One's own objects begin with those that are there: there is more to change than to invent.
    if (sources.peek().length === 0) void loadSources([{ name: 'pasted.yaml', text: '' }]);
    else void loadSources(sources.peek());
    tab.value = 'manifests';
    requestAnimationFrame(() => document.getElementById('tools')?.scrollIntoView());
  }
}

function ShareButton(): JSX.Element {
  const told = useSignal('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const share = async (): Promise<void> => {
    const { link, hasObjects } = await linkNow();
    await copyText(link);
    told.value = hasObjects ? 'Link copied' : 'Copied, without the objects: they are too large';
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      told.value = '';
    }, TOLD);
  };
  return (
    <span class="share-box">
      <button type="button" class="button" onClick={share}>
        Copy link
      </button>
      <span class="share-told" role="status">
        {told.value}
      </span>
    </span>
  );
}

const THEMES: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'as the system' },
  { value: 'light', label: 'light' },
  { value: 'dark', label: 'dark' },
];

/** What the page is, which objects it has, its link, and its colours. */
export function Header(): JSX.Element {
  return (
    <header class="page-head">
      <div class="page-name">
        <TagIcon />
        <h1>
          labelwise <span>playground</span>
        </h1>
        <p>What a label selector means, what it selects, and why.</p>
      </div>
      <div class="page-tools">
        <Segmented
          legend="Objects to ask"
          value={dataKind.value}
          options={[
            { value: 'example', label: 'Example' },
            { value: 'cluster', label: '100,000 pods' },
            { value: 'own', label: 'Your own' },
          ]}
          onChange={chooseData}
        />
        <span class={`busy${isLoading.value ? ' is-busy' : ''}`} aria-hidden="true" />
        <ShareButton />
        <Segmented
          legend="Colours"
          value={theme.value}
          options={THEMES.map(({ value, label }) => ({
            value,
            label: (
              <>
                <ThemeIcon theme={value} />
                <span class="unseen">{label}</span>
              </>
            ),
          }))}
          onChange={(value) => (theme.value = value)}
        />
      </div>
    </header>
  );
}
