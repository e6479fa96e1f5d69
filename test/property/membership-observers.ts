import type { Watch } from '../../src/index.ts';
import type { NaiveId } from '../oracle/naive-index.ts';
import { type NaiveDifference, type NaiveSet, naiveDifference } from '../oracle/naive-membership.ts';
import type { NaiveSelected } from '../oracle/naive-selector-index.ts';
import type { Conduct } from './membership-histories.ts';

/** A call, by number, and whether a listener made it. */
export interface Call {
  readonly number: number;
  readonly isNested: boolean;
}

/** What an observer is to be told, and of which call. */
interface Due extends NaiveDifference {
  readonly call: Call;
}

/** Texts are the same as sets, nothing in them twice. By hand, since matchers would take most of the time. */
export function same(found: readonly string[], wanted: readonly string[], told: string): void {
  const [a, b] = [found, wanted].map((list) => list.toSorted().join(' | '));
  if (found.length !== wanted.length || a !== b) throw new Error(`${told}: ${a}, and not ${b}`);
}

/** Someone who is told, a subscriber or a watch, and who knows what is due. */
export class Observer {
  readonly name: string;
  readonly conduct: Conduct;
  /** What a watch is about; undefined of a subscriber, who is told of all pairs. */
  readonly watched: NaiveSelected | undefined;
  /** What is there now, by the oracle; and by what was told. */
  current: NaiveSet<unknown>;
  readonly told: Set<string>;
  readonly #due: Due[] = [];
  /** How often it was told. */
  times = 0;
  isOpen = true;
  /** Whether the call that opens it threw what listeners threw, so that nobody can close it. */
  isLost = false;
  /** Ends it; undefined until the call that opens it has returned. */
  close: (() => void) | undefined;
  watch: Watch<NaiveId> | undefined;

  /** @param current what is there as it begins: a subscriber knows that, and a watch is to be told, of a call of its own */
  constructor(
    number: number,
    conduct: Conduct,
    current: NaiveSet<unknown>,
    watched?: { readonly selected: NaiveSelected; readonly call: Call },
  ) {
    this.name = `${watched === undefined ? 'subscriber' : 'watch'} ${number}`;
    this.conduct = conduct;
    this.current = current;
    this.watched = watched?.selected;
    this.told = new Set(watched === undefined ? current.keys() : []);
    if (watched !== undefined) {
      this.#due.push({ call: watched.call, joined: [...current.keys()].sort(), left: [] });
    }
  }

  /** A call changes what is there; it is due if that is anything. */
  owe(call: Call, now: NaiveSet<unknown>): void {
    const difference = naiveDifference(this.current, now);
    this.current = now;
    if (difference.joined.length + difference.left.length > 0) this.#due.push({ call, ...difference });
  }

  /** It is told: what is due next, and fits what was told before. Returns the call it is told of. */
  receive(joined: readonly string[], left: readonly string[]): Call {
    const { name, told } = this;
    if (!this.isOpen) throw new Error(`${name} is told after it was closed`);
    const next = this.#due.shift();
    if (next === undefined) throw new Error(`${name} is told what did not happen: +${joined} -${left}`);
    for (const text of left) {
      if (!told.delete(text)) throw new Error(`${name}: ${text} leaves, and is not there`);
    }
    for (const text of joined) {
      if (told.has(text)) throw new Error(`${name}: ${text} joins, and is there`);
      told.add(text);
    }
    same(joined, next.joined, `${name}: joined`);
    same(left, next.left, `${name}: left`);
    return next.call;
  }

  /** Nothing is to be told any more. */
  forget(): void {
    this.isOpen = false;
    this.#due.length = 0;
  }

  /** Everything that was due has been told. */
  expectTold(): void {
    if (this.isOpen && this.#due.length > 0) {
      throw new Error(`${this.name} was not told: ${JSON.stringify(this.#due)}`);
    }
  }
}
