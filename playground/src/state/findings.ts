import { effect, type Signal, signal } from '@preact/signals';
import type { LintFinding } from 'labelwise/manifests';
import { latest } from '../engine/client.ts';
import { dataKind, loaded } from './data.ts';
import { fail } from './failure.ts';

/** What the linter has found in the manifests; undefined where it was not asked. */
export const findings: Signal<readonly LintFinding[] | undefined> = signal(undefined);

/** More objects are not linted while somebody types: the worker has other questions to answer. */
export const MOST_LINTED = 3000;

const askFindings = latest('findings', (found) => (findings.value = found), fail);

/** Keeps the findings in step with the manifests. */
export function followFindings(): void {
  effect(() => {
    const { value } = loaded;
    if (value === undefined) return;
    if (dataKind.peek() === 'cluster' || value.all > MOST_LINTED) findings.value = undefined;
    else askFindings({});
  });
}
