import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SelectedBy } from '../engine/selecting.ts';
import { Breakable } from '../parts/breakable.tsx';
import { counted } from '../parts/numbers.ts';
import { setAsked } from '../state/edit.ts';

export interface SelectedByProps {
  readonly selectedBy: readonly SelectedBy[];
  /** How many selectors were asked. */
  readonly selectors: number;
}

/** So many are shown at first. */
const FEW = 7;

/** The objects whose selectors select the chosen one, and what for. */
export function SelectedByTable({ selectedBy, selectors }: SelectedByProps): JSX.Element {
  const isWhole = useSignal(false);
  if (selectedBy.length === 0) {
    return <p class="aside">None of {counted(selectors, 'selector')} that were read.</p>;
  }
  return (
    <>
      <table class="selected-by">
        <thead class="unseen">
          <tr>
            <th scope="col">Object, and what it does</th>
            <th scope="col">Selector</th>
          </tr>
        </thead>
        <tbody>
          {(isWhole.value ? selectedBy : selectedBy.slice(0, FEW)).map(
            ({ by, verb, selection, selector, isCertain }) => (
              <tr key={`${by.kind} ${by.namespace} ${by.name} ${verb} ${selection}`}>
                <td>
                  <span class="row-kind">{by.kind}</span> {by.name}
                  <span class="aside">
                    {' '}
                    {isCertain ? '' : 'perhaps '}
                    {verb}
                  </span>
                </td>
                <td>
                  {selector === undefined ? (
                    <code>
                      <Breakable text={selection} />
                    </code>
                  ) : (
                    <button
                      type="button"
                      class="label-button"
                      title="Ask this"
                      onClick={() => setAsked(selector)}
                    >
                      <Breakable text={selection} />
                    </button>
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {selectedBy.length > FEW && (
        <button type="button" class="quiet-button" onClick={() => (isWhole.value = !isWhole.value)}>
          {isWhole.value ? 'Show fewer' : `Show all ${selectedBy.length}`}
        </button>
      )}
      <p class="aside">Found among {counted(selectors, 'selector')} without evaluating each.</p>
    </>
  );
}
