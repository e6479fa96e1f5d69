import { type Signal, signal } from '@preact/signals';

/** What went wrong since objects were read last; undefined for nothing. */
export const failure: Signal<string | undefined> = signal(undefined);

/** Tells that something went wrong. */
export function fail(error: unknown): void {
  failure.value = error instanceof Error ? error.message : String(error);
}
