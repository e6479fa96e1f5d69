/** An event of a trace of Chromium, as far as it is read here; times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** The time that the thread spent, and not waited for a processor. */
  readonly tdur?: number;
}

/** The categories that {@link taskTimes} needs. */
export const CATEGORIES: string[] = ['toplevel', 'devtools.timeline', 'blink.user_timing'];

/** What the page puts into the trace, which has all pages of the browser, so that its thread is known. */
export const MARK = 'the thread of the page';

/**
 * How long the tasks of the page's main thread took, in milliseconds, longest first: the processor's time where the system
 * has it, since a machine may be busy with other things.
 */
export function taskTimes(trace: Uint8Array): readonly number[] {
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(new TextDecoder().decode(trace));
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const marked = traceEvents.find(({ name }) => name === MARK);
  if (marked === undefined) throw new Error('the trace has no mark of the page');
  const main = threadOf(marked);
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && threadOf(event) === main)
    .map(({ dur = 0, tdur = dur }) => tdur / 1000)
    .sort((a, b) => b - a);
}
