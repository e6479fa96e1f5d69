import { effect, type Signal, signal } from '@preact/signals';
import { latest } from '../engine/client.ts';
import type { View } from '../engine/collection.ts';
import type { Times } from '../engine/measure.ts';
import type { Answer, RowWindow, Shown } from '../engine/protocol.ts';
import { loaded } from './data.ts';
import { fail } from './failure.ts';
import { asked } from './selector.ts';

/** How many rows are fetched at once: more than any screen shows. */
const ROWS = 60;

/** The namespace that is asked, or undefined for all. */
export const namespace: Signal<string | undefined> = signal(undefined);

/** Which rows are listed. */
export const view: Signal<View> = signal('matched');

/** What the selector selects, and of what it has. */
export const answer: Signal<Omit<Answer, 'shown'> | undefined> = signal(undefined);

/** The rows that are on the screen, and some around them. */
export const shown: Signal<Shown | undefined> = signal(undefined);

/** How long the answer takes; undefined until it was measured. */
export const times: Signal<Times | undefined> = signal(undefined);

/** Counts up whenever the rows of the list are other ones, so that it begins at its top. */
export const listVersion: Signal<number> = signal(0);

let firstRow = 0;

const askNow = latest(
  'ask',
  ({ shown: rows, ...rest }) => {
    answer.value = rest;
    shown.value = rows;
  },
  fail,
);

const fetchRows = latest('window', (rows) => (shown.value = rows), fail);

const measureNow = latest('times', (measured) => (times.value = measured), fail);

function rowWindow(): RowWindow {
  return { view: view.value, from: firstRow, count: ROWS };
}

/** Fetches the rows around a place of the list, unless they are there. The first ones come with the first answer. */
export function showFrom(first: number, last: number): void {
  const rows = shown.peek();
  if (
    rows === undefined ||
    (first >= rows.from && Math.min(last, rows.length) <= rows.from + rows.rows.length)
  ) {
    return;
  }
  firstRow = Math.max(0, Math.floor((first + last - ROWS) / 2));
  fetchRows(rowWindow());
}

/** How long nobody types before the answer is measured, in milliseconds. */
const CALM = 250;

/** Keeps the answer in step with what is asked. */
export function followQuestions(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    if (loaded.value === undefined) return;
    const question = { selector: asked.selector.value.alternatives, namespace: namespace.value };
    firstRow = 0;
    listVersion.value = listVersion.peek() + 1;
    askNow({ ...question, window: rowWindow() });
    times.value = undefined;
    // What is due for another question is no answer to this one, which brings rows of its own.
    fetchRows.forget();
    measureNow.forget();
    clearTimeout(timer);
    timer = setTimeout(() => measureNow(question), CALM);
  });
}
