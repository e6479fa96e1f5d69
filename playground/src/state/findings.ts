import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { LintFinding } from 'labelwise/manifests';
import { latest } from '../engine/client.ts';
import type { Source } from '../engine/dataset.ts';
import { loaded, readSources, sources } from './data.ts';
import { fail } from './failure.ts';

/** What the linter has found in the manifests; undefined where it was not asked. */
export const findings: Signal<readonly LintFinding[] | undefined> = signal(undefined);

/** The texts that they were found in. */
const linted: Signal<readonly Source[] | undefined> = signal(undefined);

/** Whether they are those of the texts as these are now. In a text that was changed since, their places are others. */
export const areCurrent: ReadonlySignal<boolean> = computed(() => linted.value === sources.value);

/** More objects are not linted while somebody types: the worker has other questions to answer. */
export const MOST_LINTED = 3000;

/** Whether there are more objects than are linted here. */
export const isTooMuch: ReadonlySignal<boolean> = computed(() => (loaded.value?.all ?? 0) > MOST_LINTED);

/** Takes what was found. The worker answers in order: the texts that it has told of last are those that it has linted. */
function take(found: readonly LintFinding[] | undefined): void {
  batch(() => {
    findings.value = found;
    linted.value = readSources.peek();
  });
}

const askFindings = latest('findings', take, fail);

/** Keeps the findings in step with the manifests. */
export function followFindings(): void {
  effect(() => {
    if (loaded.value === undefined) return;
    if (isTooMuch.value) {
      askFindings.forget();
      take(undefined);
    } else askFindings({});
  });
}
