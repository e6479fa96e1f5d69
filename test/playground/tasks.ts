/** An event of a trace of Chromium, as far as it is read here; times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** The time that the thread spent, and not waited for a processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The categories that {@link taskTimes} needs. */
export const CATEGORIES: string[] = ['toplevel', 'devtools.timeline'];

/**
 * How long the tasks of the page's main thread took, in milliseconds, longest first: the processor's time where the system
 * has it, since a machine may be busy with other things.
 */
export function taskTimes(trace: Uint8Array): readonly number[] {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(new TextDecoder().decode(trace));
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(threadOf(event)))
    .map(({ dur = 0, tdur = dur }) => tdur / 1000)
    .sort((a, b) => b - a);
}
