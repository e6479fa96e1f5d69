import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ShownRow } from '../engine/protocol.ts';
import { listVersion, showFrom, shown } from '../state/answer.ts';
import { choose, chosen, chosenId } from '../state/chosen.ts';
import { rowAfterKey } from './list-keys.ts';
import { ROW_HEIGHT, RowItem, rowElementId } from './row-item.tsx';

/** The list is as high as its rows, within reason: the style sheet has the most. */
const LEAST_ROWS = 3;

/** What may be seen of the list at once, in pixels: as much as the style sheet gives it. */
const MOST_HEIGHT = 540;

/** Rows above and below those that are seen, so that scrolling shows no gaps. */
const AROUND = 4;

/** The rows of the view: of very many, those that are on the screen. Arrow keys go through all of them. */
export function RowList({ label }: { readonly label: string }): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const active = useSignal(0);
  // Followed by its event, since asking the element makes the browser lay out everything.
  const scrolled = useSignal(0);
  const rows = shown.value;
  const length = rows?.length ?? 0;
  const first = Math.max(0, Math.floor(scrolled.value / ROW_HEIGHT) - AROUND);
  const last = Math.ceil((scrolled.value + MOST_HEIGHT) / ROW_HEIGHT) + AROUND;
  const current = chosenId.value ?? chosen.value?.row.id;
  const version = listVersion.value;
  const rowAt = (number: number): ShownRow | undefined => rows?.rows[number - rows.from];
  // What is far away is fetched first, and looked at when it is there.
  const isAwaited = useRef(false);

  useEffect(() => {
    if (scrolled.peek() > 0 && frame.current !== null) frame.current.scrollTop = 0;
    active.value = 0;
    isAwaited.current = false;
  }, [version]);

  // Also when there are other rows: the list may have been scrolled while they were waited for.
  useEffect(() => showFrom(first, last), [first, last, rows]);

  const activeId = rowAt(active.value)?.row.id;
  useEffect(() => {
    if (!isAwaited.current || activeId === undefined) return;
    isAwaited.current = false;
    choose(activeId);
  }, [activeId]);

  const move = (event: KeyboardEvent): void => {
    const box = frame.current;
    if (box === null) return;
    const page = Math.max(1, Math.floor(box.clientHeight / ROW_HEIGHT) - 1);
    const to = rowAfterKey(event.key, active.value, length, page);
    if (to === undefined) return;
    event.preventDefault();
    active.value = to;
    const there = rowAt(to);
    isAwaited.current = there === undefined;
    if (there !== undefined) choose(there.row.id);
    const top = to * ROW_HEIGHT;
    const bottom = top + ROW_HEIGHT - box.clientHeight;
    box.scrollTop = Math.max(bottom, Math.min(box.scrollTop, top));
  };

  return (
    <div
      class="row-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      ref={frame}
      style={{ height: `${Math.max(length, LEAST_ROWS) * ROW_HEIGHT + 2}px` }}
      {...(activeId !== undefined && { 'aria-activedescendant': rowElementId(active.value) })}
      onScroll={({ currentTarget }) => (scrolled.value = currentTarget.scrollTop)}
      onKeyDown={move}
    >
      <div class="row-space" role="presentation" style={{ height: `${length * ROW_HEIGHT}px` }}>
        {rows?.rows.map((one, index) => {
          const number = rows.from + index;
          if (number < first || number > last) return null;
          return (
            <RowItem
              key={one.row.id}
              shown={one}
              number={number}
              count={length}
              isChosen={one.row.id === current}
              onChoose={() => {
                active.value = number;
                choose(one.row.id);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
