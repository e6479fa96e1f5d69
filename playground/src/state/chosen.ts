import { effect, type Signal, signal } from '@preact/signals';
import { latest } from '../engine/client.ts';
import type { ChosenRow } from '../engine/protocol.ts';
import { shown } from './answer.ts';
import { isLoading, loaded } from './data.ts';
import { fail } from './failure.ts';

/** The id of the object that is looked at; undefined for the first one that is listed. */
export const chosenId: Signal<string | undefined> = signal(undefined);

/** The object that is looked at. */
export const chosen: Signal<ChosenRow | undefined> = signal(undefined);

const askChosen = latest(
  'chosen',
  (found, { id }) => {
    chosen.value = found;
    // What a link or other objects have left behind; unless it is one of the objects that are being read.
    if (found === undefined && chosenId.peek() === id && !isLoading.peek()) chosenId.value = undefined;
  },
  fail,
);

/** Looks at an object. */
export function choose(id: string): void {
  chosenId.value = id;
}

/** Keeps what is known of the chosen object in step with the choice and with the objects. */
export function followChosen(): void {
  effect(() => {
    if (loaded.value === undefined) return;
    const id = chosenId.value ?? chosen.peek()?.row.id;
    if (id !== undefined) askChosen({ id });
  });
  // Whoever has chosen nothing looks at the first one that was listed, and goes on looking at it.
  effect(() => {
    if (loaded.value === undefined || chosenId.value !== undefined || chosen.value !== undefined) return;
    const id = shown.value?.rows[0]?.row.id;
    if (id !== undefined) askChosen({ id });
  });
}
