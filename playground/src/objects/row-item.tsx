import { computed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ShownRow } from '../engine/protocol.ts';
import { asked } from '../state/selector.ts';
import { askedFirst, LabelChip } from './label-chip.tsx';
import { RowTitle } from './row-title.tsx';

/** In pixels; the style sheet has the same. */
export const ROW_HEIGHT = 60;

/** The most labels of a row: what does not fit is cut off anyway. */
const MOST_LABELS = 8;

/** The keys that the selector speaks of. */
const askedKeys: ReadonlySignal<ReadonlySet<string>> = computed(
  () => new Set(asked.selector.value.alternatives.flatMap((one) => one.map(({ key }) => key))),
);

/** The id of the element of a row, by its number in the view. */
export function rowElementId(number: number): string {
  return `row-${number}`;
}

export interface RowItemProps {
  readonly shown: ShownRow;
  /** In the view, from 0; and how many the view has. */
  readonly number: number;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A row of the list: what it is, its labels, and whether it matches. */
export function RowItem({ shown, number, count, isChosen, onChoose }: RowItemProps): JSX.Element {
  const { row, isMatched } = shown;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys, for all of its options
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the option that is active
    <div
      class="row"
      role="option"
      id={rowElementId(number)}
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={number + 1}
      style={{ top: `${number * ROW_HEIGHT}px` }}
      onClick={onChoose}
    >
      <span class={`mark ${isMatched ? 'is-match' : 'is-miss'}`} aria-hidden="true">
        {isMatched ? '✓' : '✕'}
      </span>
      <span class="unseen">{isMatched ? 'matches: ' : 'does not match: '}</span>
      <RowTitle row={row} />
      <span class="row-labels">
        {askedFirst(row.labels, askedKeys.value)
          .slice(0, MOST_LABELS)
          .map(([key, value]) => (
            <LabelChip key={key} name={key} value={value} isAsked={askedKeys.value.has(key)} />
          ))}
        {Object.keys(row.labels).length === 0 && <span class="aside">no labels</span>}
      </span>
    </div>
  );
}
