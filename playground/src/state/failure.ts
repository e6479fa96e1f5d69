import { type Signal, signal } from '@preact/signals';

/** What went wrong in the page itself, which is a mistake of ours; undefined for nothing. */
export const failure: Signal<string | undefined> = signal(undefined);

/** Tells that something went wrong that should not have. */
export function fail(error: unknown): void {
  failure.value = error instanceof Error ? error.message : String(error);
}
