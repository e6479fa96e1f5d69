import type { JSX } from 'preact';
import type { View } from '../engine/collection.ts';
import { countText, sizeText } from '../parts/numbers.ts';
import { Segmented } from '../parts/segmented.tsx';
import { answer, namespace, shown, view } from '../state/answer.ts';
import { askOf, isLoading, loaded, subjects } from '../state/data.ts';
import { Facets } from './facets.tsx';
import { RowList } from './row-list.tsx';
import { Why } from './why.tsx';

const VIEW_NAMES: Readonly<Record<View, string>> = {
  matched: 'Matching',
  unmatched: 'Not matching',
  all: 'All',
};

function Filters(): JSX.Element {
  const names = loaded.value?.namespaces ?? [];
  return (
    <div class="filters">
      <Segmented
        legend="Which objects are asked"
        value={subjects.value}
        options={[
          { value: 'pods', label: 'Pods' },
          { value: 'all', label: 'Every object' },
        ]}
        onChange={(value) => void askOf(value)}
      />
      <label class="namespace">
        <span>Namespace</span>
        <select
          value={namespace.value ?? ''}
          onChange={({ currentTarget }) => {
            namespace.value = currentTarget.value === '' ? undefined : currentTarget.value;
          }}
        >
          <option value="">all</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function ViewChoice(): JSX.Element {
  const { matches = 0, total = 0 } = answer.value ?? {};
  const counts: Readonly<Record<View, number>> = { matched: matches, unmatched: total - matches, all: total };
  return (
    <Segmented
      legend="Which objects are listed"
      value={view.value}
      options={(['matched', 'unmatched', 'all'] as const).map((value) => ({
        value,
        label: (
          <>
            {VIEW_NAMES[value]} <span class="number">{countText(counts[value])}</span>
          </>
        ),
      }))}
      onChange={(value) => (view.value = value)}
    />
  );
}

function Emptiness(): JSX.Element | null {
  if (shown.value === undefined || shown.value.length > 0 || isLoading.value) return null;
  const { value } = loaded;
  if (value?.asked === 0) {
    return <p class="nothing">There are no {subjects.value === 'pods' ? 'pods' : 'objects'} to ask.</p>;
  }
  return <p class="nothing">{shown.value.view === 'matched' ? 'Nothing matches.' : 'Everything matches.'}</p>;
}

function LoadNote(): JSX.Element | null {
  const { value } = loaded;
  if (isLoading.value) return <p class="aside load-note">Reading objects…</p>;
  if (value === undefined) return null;
  return (
    <p class="aside load-note">
      {countText(value.asked)} indexed in {value.loadTime.toFixed(value.loadTime < 10 ? 1 : 0)} ms,{' '}
      {sizeText(value.bytes)}
    </p>
  );
}

/** The objects that match and those that do not, why, and what labels there are. */
export function Objects(): JSX.Element {
  return (
    <section class="objects" aria-labelledby="objects-title">
      <header class="section-head">
        <h2 id="objects-title">Objects</h2>
        <Filters />
        <LoadNote />
      </header>
      <div class="objects-grid">
        <details class="facets-box" open={innerWidth > 900}>
          <summary>
            <h3>Labels in use</h3>
          </summary>
          <p class="aside">On how many of the matching objects. Open one to ask for a value.</p>
          <Facets />
        </details>
        <div>
          <ViewChoice />
          <div class="list-frame">
            <RowList label={VIEW_NAMES[view.value]} />
            <Emptiness />
          </div>
        </div>
        <Why />
      </div>
    </section>
  );
}
