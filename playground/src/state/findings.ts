import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { LintFinding } from 'labelwise/manifests';
import { latest } from '../engine/client.ts';
import { loaded } from './data.ts';
import { fail } from './failure.ts';

/** What the linter has found in the manifests; undefined where it was not asked. */
export const findings: Signal<readonly LintFinding[] | undefined> = signal(undefined);

/** More objects are not linted while somebody types: the worker has other questions to answer. */
export const MOST_LINTED = 3000;

/** Whether there are more objects than are linted here. */
export const isTooMuch: ReadonlySignal<boolean> = computed(() => (loaded.value?.all ?? 0) > MOST_LINTED);

const askFindings = latest(
  'findings',
  (found) => (findings.value = isTooMuch.peek() ? undefined : found),
  fail,
);

/** Keeps the findings in step with the manifests. */
export function followFindings(): void {
  effect(() => {
    if (loaded.value === undefined) return;
    if (isTooMuch.value) findings.value = undefined;
    else askFindings({});
  });
}
