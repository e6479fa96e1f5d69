import { effect, signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { latest } from '../engine/client.ts';
import type { FacetValue } from '../engine/protocol.ts';
import { valueState } from '../language/with-requirement.ts';
import { Breakable } from '../parts/breakable.tsx';
import { countText } from '../parts/numbers.ts';
import { answer, namespace } from '../state/answer.ts';
import { loaded } from '../state/data.ts';
import { canEdit, toggleKey, toggleValue } from '../state/edit.ts';
import { fail } from '../state/failure.ts';
import { asked } from '../state/selector.ts';

/** The key whose values are shown. */
const openKey = signal<string | undefined>(undefined);

const values = signal<{ readonly key: string; readonly list: readonly FacetValue[] } | undefined>(undefined);

/** So many keys and values are shown at first. */
const FEW = 12;

const askValues = latest('values', (list, { key }) => (values.value = { key, list }), fail);

/** Keeps the values of the open key in step with what is asked. */
function followValues(): () => void {
  return effect(() => {
    const key = openKey.value;
    if (key === undefined || loaded.value === undefined) return;
    askValues({ selector: asked.selector.value.alternatives, namespace: namespace.value, key });
  });
}

function ValueItem({ name, one, most }: { name: string; one: FacetValue; most: number }): JSX.Element {
  const state = valueState(asked.requirements.value, name, one.value);
  const shownValue = one.value === '' ? '(empty)' : one.value;
  return (
    <li class="facet-value">
      <button
        type="button"
        class="facet-name"
        disabled={!canEdit.value}
        aria-pressed={state === 'wanted'}
        onClick={() => toggleValue(name, one.value, true)}
      >
        <span class="facet-bar" style={{ width: `${most === 0 ? 0 : (one.objects / most) * 100}%` }} />
        <span class="facet-text">{shownValue}</span>
        <span class="facet-count">{countText(one.objects)}</span>
      </button>
      <button
        type="button"
        class="facet-not"
        disabled={!canEdit.value}
        aria-pressed={state === 'excluded'}
        aria-label={`exclude ${name}=${shownValue}`}
        title="Exclude it"
        onClick={() => toggleValue(name, one.value, false)}
      >
        ≠
      </button>
    </li>
  );
}

function Values({ name }: { readonly name: string }): JSX.Element {
  const list = values.value?.key === name ? values.value.list : undefined;
  const isAsked = asked.requirements.value.some(
    ({ key, operator }) => key?.text === name && operator === undefined,
  );
  if (list === undefined) return <p class="aside">…</p>;
  const most = Math.max(0, ...list.map(({ objects }) => objects));
  return (
    <div class="facet-values">
      <ul>
        {list.slice(0, FEW).map((one) => (
          <ValueItem key={one.value} name={name} one={one} most={most} />
        ))}
      </ul>
      {list.length > FEW && <p class="aside">and {countText(list.length - FEW)} other values</p>}
      <button
        type="button"
        class="quiet-button"
        disabled={!canEdit.value}
        aria-pressed={isAsked}
        onClick={() => toggleKey(name)}
      >
        {isAsked ? 'Any value is asked for' : 'Ask for any value'}
      </button>
    </div>
  );
}

/** The keys of what matches, and of each the values: a click makes the selector ask for one. */
export function Facets(): JSX.Element {
  useEffect(followValues, []);
  const matching = new Map(answer.value?.keys.map((one) => [one.key, one]) ?? []);
  const keys = loaded.value?.vocabulary.map(([key]) => key) ?? [];
  return (
    <div class="facets">
      <ul aria-label="Keys">
        {keys.map((key) => {
          const isOpen = openKey.value === key;
          return (
            <li key={key}>
              <button
                type="button"
                class="facet-key"
                aria-expanded={isOpen}
                onClick={() => (openKey.value = isOpen ? undefined : key)}
              >
                <span class="facet-text">
                  <Breakable text={key} />
                </span>
                <span class="facet-count">{countText(matching.get(key)?.objects ?? 0)}</span>
              </button>
              {isOpen && <Values name={key} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
