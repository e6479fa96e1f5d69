import type { JSX } from 'preact';
import { valueState } from '../language/with-requirement.ts';
import { canEdit, toggleValue } from '../state/edit.ts';
import { asked } from '../state/selector.ts';

export interface LabelsProps {
  readonly labels: Readonly<Record<string, string>>;
  readonly added: readonly string[];
}

/** The labels of an object, each a button that makes the selector ask for it. */
export function Labels({ labels, added }: LabelsProps): JSX.Element {
  const entries = Object.entries(labels);
  const requirements = asked.requirements.value;
  if (entries.length === 0) return <p class="aside">It has no labels.</p>;
  return (
    <>
      <ul class="label-list">
        {entries.map(([key, value]) => {
          const isWanted = valueState(requirements, key, value) === 'wanted';
          return (
            <li key={key}>
              <button
                type="button"
                class="label-button"
                aria-pressed={isWanted}
                disabled={!canEdit.value}
                title={isWanted ? 'Take it out of the selector' : 'Ask for it'}
                onClick={() => toggleValue(key, value, true)}
              >
                {key}=<span class="label-value">{value}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {added.length > 0 && (
        <p class="aside">
          Controllers add{' '}
          {added.map((key, index) => (
            <span key={key}>
              {index === 0 ? '' : ', '}
              <code>{key}</code>
            </span>
          ))}
          , with values that only a cluster knows.
        </p>
      )}
    </>
  );
}
