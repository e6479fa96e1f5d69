/** Inputs smaller than this, in bytes, are read too fast for a progress bar to be of use. */
const WORTH_SHOWING: number = 32 * 2 ** 20;
/** Between two drawings, in milliseconds. */
const INTERVAL = 100;

/** What the bar tells besides bytes. */
export interface Counts {
  readonly objects: number;
  /** Undefined where it is only known in the end. */
  readonly matches?: number | undefined;
}

/** The terminal the bar is drawn on. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function size(bytes: number): string {
  return bytes < 10 * 2 ** 30 ? `${grouped(Math.round(bytes / 1e6))} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

function bar(share: number, width: number): string {
  const done = Math.round(share * width);
  return `[${'#'.repeat(done)}${'-'.repeat(width - done)}]`;
}

/**
 * The line of the bar: as many of its parts, most telling first, as fit in `columns`.
 *
 * @param total the bytes there are; undefined when nobody knows (a pipe)
 * @param seconds since the start
 */
export function progressLine(
  bytes: number,
  total: number | undefined,
  seconds: number,
  counts: Counts,
  columns: number,
): string {
  const rate = bytes / Math.max(seconds, 0.001);
  const share = total === undefined ? undefined : Math.min(1, bytes / total);
  const parts = [`${size(rate)}/s`, `${grouped(counts.objects)} objects`];
  if (counts.matches !== undefined) parts.push(`${grouped(counts.matches)} matched`);
  if (total !== undefined) parts.push(`${Math.ceil(Math.max(0, total - bytes) / Math.max(rate, 1))} s left`);
  let line = share === undefined ? size(bytes) : `${String(Math.floor(share * 100)).padStart(3)}%`;
  for (const part of parts) {
    // The last column stays free: writing to it makes some terminals wrap.
    if (line.length + 2 + part.length >= columns) break;
    line += `, ${part}`;
  }
  const room = Math.min(30, columns - line.length - 4);
  return share === undefined || room < 10 ? line : `${bar(share, room)} ${line}`;
}

/**
 * A progress bar on one line of a terminal; on anything else it draws nothing. Whoever writes to the same terminal
 * calls {@link clear} first.
 */
export class Progress {
  readonly #screen: Screen;
  readonly #total: number | undefined;
  readonly #counts: () => Counts;
  readonly #now: () => number;
  readonly #started: number;
  #bytes = 0;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #isDrawn = false;

  /**
   * @param total the bytes to read; undefined when unknown
   * @param now the time in milliseconds
   */
  constructor(
    screen: Screen,
    total: number | undefined,
    counts: () => Counts,
    now: () => number = () => performance.now(),
  ) {
    this.#screen = screen;
    this.#total = total;
    this.#counts = counts;
    this.#now = now;
    this.#started = now();
  }

  /** Counts bytes as read, and draws when it is worth it. */
  advance(bytes: number): void {
    this.#bytes += bytes;
    if (this.#screen.isTTY !== true || (this.#total ?? this.#bytes) < WORTH_SHOWING) return;
    const now = this.#now();
    if (now - this.#drawnAt < INTERVAL) return;
    this.#drawnAt = now;
    this.#isDrawn = true;
    const seconds = (now - this.#started) / 1000;
    const line = progressLine(this.#bytes, this.#total, seconds, this.#counts(), this.#screen.columns ?? 80);
    this.#screen.write(`\r${line}\u001b[K`);
  }

  /** Takes the bar off the screen; it comes back with the next {@link advance}. */
  clear(): void {
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    this.#drawnAt = Number.NEGATIVE_INFINITY;
    this.#screen.write('\r\u001b[K');
  }
}
