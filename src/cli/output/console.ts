import type { Problem } from '../../manifests.ts';
import { type Layout, wrapped } from './layout.ts';
import { printable } from './printable.ts';
import { renderProblem } from './problems.ts';
import type { Progress } from './progress.ts';
import { type ColourEnvironment, createStyle, type Style, wantsColour } from './style.ts';

/** Output is handed to the system in pieces of about this many UTF-16 units. */
const PIECE = 64 * 1024;

/** Results wait no longer than this for their piece to fill up, in milliseconds: a live input may pause at any time. */
const LONGEST_WAIT = 100;

/** Of one input this many problems are shown; the rest is counted. */
const SHOWN: number = 50;

/** A stream of the process as far as the console uses it. */
export interface Sink {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly writableNeedDrain?: boolean | undefined;
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/**
 * Where a command writes: results to standard output, gathered into large pieces; problems and notes to standard
 * error, at once, and behind the results that were written before. It counts problems, and keeps a progress bar out of
 * the way of both.
 */
export class Console {
  /** The style of results, and of everything on standard error. */
  readonly style: Style;
  readonly errorStyle: Style;
  readonly #out: Sink;
  readonly #err: Sink;
  #pending = '';
  #timer: NodeJS.Timeout | undefined;
  #progress: Progress | undefined;
  #problems = 0;
  #source: string | undefined;
  #ofSource = 0;

  constructor(out: Sink, err: Sink, environment: ColourEnvironment) {
    this.#out = out;
    this.#err = err;
    this.style = createStyle(wantsColour(out.isTTY === true, environment));
    this.errorStyle = createStyle(wantsColour(err.isTTY === true, environment));
  }

  /** Whether results go to a person's screen. */
  get isTerminal(): boolean {
    return this.#out.isTTY === true;
  }

  /** How words on standard error are laid out. */
  get errorLayout(): Layout {
    return { style: this.errorStyle, columns: this.errorColumns };
  }

  /** How wide the screen is that results go to; undefined where they go elsewhere. */
  get columns(): number | undefined {
    return this.#out.isTTY === true ? this.#out.columns : undefined;
  }

  /** The same of what goes to standard error. */
  get errorColumns(): number | undefined {
    return this.#err.isTTY === true ? this.#err.columns : undefined;
  }

  /** How many problems were reported. */
  get problems(): number {
    return this.#problems;
  }

  /** The bar that has to be off the screen when something is written; undefined for none. */
  set progress(progress: Progress | undefined) {
    this.#progress?.clear();
    this.#progress = progress;
  }

  /** Adds to the results. */
  write(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= PIECE) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), LONGEST_WAIT).unref();
  }

  /** Adds a line to the results. */
  line(text: string): void {
    this.write(`${text}\n`);
  }

  /** Hands the results so far to the system. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending === '') return;
    if (this.isTerminal) this.#progress?.clear();
    this.#out.write(this.#pending);
    this.#pending = '';
  }

  /** Resolves when the system can take more; undefined when it can already. */
  drained(): Promise<void> | undefined {
    if (this.#out.writableNeedDrain !== true) return undefined;
    return new Promise((resolve) => this.#out.once('drain', resolve));
  }

  /** Tells people something beside the results, as it is laid out. Lines of results so far come before it, and stay whole. */
  note(text: string): void {
    const open = this.#pending.slice(this.#pending.lastIndexOf('\n') + 1);
    this.#pending = this.#pending.slice(0, this.#pending.length - open.length);
    this.flush();
    if (open !== '') this.write(open);
    this.#progress?.clear();
    this.#err.write(`${text}\n`);
  }

  /** Tells people a sentence beside the results, broken between words where their screen is narrower. */
  tell(sentence: string): void {
    this.note(wrapped(sentence, this.errorColumns, 2 + sentence.search(/[^ ]|$/)));
  }

  /** Reports something of an input that could not be read. */
  report(problem: Problem): void {
    this.#problems++;
    if (problem.source !== this.#source) {
      this.closeReports();
      this.#source = problem.source;
    }
    this.#ofSource++;
    if (this.#ofSource <= SHOWN) {
      this.note(renderProblem(problem, this.errorLayout));
    }
  }

  /** Says how many problems of the last input were not shown. */
  closeReports(): void {
    if (this.#ofSource > SHOWN)
      this.tell(`${printable(this.#source ?? '')}: ${this.#ofSource - SHOWN} more errors like these`);
    this.#source = undefined;
    this.#ofSource = 0;
  }
}
