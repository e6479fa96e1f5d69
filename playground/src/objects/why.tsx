import { computed } from '@preact/signals';
import { type AlternativeExplanation, explainMatch, printRequirement } from 'labelwise';
import type { JSX } from 'preact';
import { chosen } from '../state/chosen.ts';
import { asked } from '../state/selector.ts';
import { Labels } from './labels.tsx';
import { kindText } from './row-title.tsx';
import { SelectedByTable } from './selected-by.tsx';

const explanation = computed(() => {
  const { value } = chosen;
  return value === undefined ? undefined : explainMatch(asked.selector.value, value.row.labels);
});

function Requirements({ alternative }: { readonly alternative: AlternativeExplanation }): JSX.Element {
  if (alternative.requirements.length === 0)
    return <p class="aside">Nothing is required, so everything matches.</p>;
  return (
    <ul class="why-list">
      {alternative.requirements.map(({ requirement, satisfied, actual, hint }, index) => (
        <li key={`${index} ${requirement.key}`}>
          <span class={`mark ${satisfied ? 'is-match' : 'is-miss'}`} aria-hidden="true">
            {satisfied ? '✓' : '✕'}
          </span>
          <span>
            <span class="unseen">{satisfied ? 'satisfied: ' : 'not satisfied: '}</span>
            <code>{printRequirement(requirement)}</code>
            <span class="why-actual">
              {actual === undefined ? (
                'it is absent'
              ) : actual === '' ? (
                'it is empty'
              ) : (
                <>
                  it is <code>{actual}</code>
                </>
              )}
            </span>
            {hint !== undefined && <span class="why-hint">{hint}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Why the chosen object matches, or does not; its labels; and what selects it. */
export function Why(): JSX.Element {
  const object = chosen.value;
  const why = explanation.value;
  if (object === undefined || why === undefined) {
    return <p class="aside">Choose an object to see why it matches, or does not.</p>;
  }
  const { row, selectedBy, selectors } = object;
  return (
    <article class="why" aria-labelledby="why-name">
      <header>
        <p class="row-kind">
          {kindText(row)}
          {row.namespace !== '' && <> in {row.namespace}</>}
        </p>
        <h3 id="why-name">{row.name}</h3>
        <p class={`verdict ${why.matches ? 'is-match' : 'is-miss'}`}>
          <span aria-hidden="true">{why.matches ? '✓' : '✕'}</span>{' '}
          {why.matches ? 'matches' : 'does not match'}
        </p>
      </header>
      {why.alternatives.map((alternative, index) => (
        // Alternatives have no names: their order is what they are.
        <Requirements key={index} alternative={alternative} />
      ))}
      <h4>Labels</h4>
      <Labels labels={row.labels} added={row.added} />
      <h4>Selected by</h4>
      <SelectedByTable selectedBy={selectedBy} selectors={selectors} />
    </article>
  );
}
