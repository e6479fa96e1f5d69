import { expect } from 'vitest';
import { EVERYTHING, Membership, type Watch } from '../../src/index.ts';
import { checkMembership } from '../../src/indexes/invariants.ts';
import type { NaiveId } from '../oracle/naive-index.ts';
import { NaiveMembership, type NaivePair, type NaiveSet, pairText } from '../oracle/naive-membership.ts';
import { idText } from '../oracle/naive-selector-index.ts';
import { IDS } from './index-histories.ts';
import { shapes } from './label-sets.ts';
import type { Conduct, Load, ObjectChange, Step } from './membership-histories.ts';
import { type Call, Observer, same } from './membership-observers.ts';
import type { SelectorChange } from './selector-histories.ts';
import { type Pool, selectorIn } from './selector-pools.ts';

type Subject = Membership<NaiveId, NaiveId>;

const [WRONG_LABELS, WRONG_TEXT, WRONG_NUMBER] = [{ a: 5 }, 'a=b', 5] as never[] as [never, never, never];

/** Calls with a wrong argument. */
const REFUSED: readonly ((membership: Subject, id: NaiveId) => unknown)[] = [
  (membership, id) => membership.setObject(id, WRONG_LABELS),
  (membership, id) => membership.setObject(id, WRONG_TEXT),
  (membership, id) => membership.setObject(id, {}, WRONG_NUMBER),
  (membership, id) => membership.setSelector(id, WRONG_TEXT),
  (membership, id) => membership.setSelector(id, EVERYTHING, WRONG_NUMBER),
  (membership) => membership.setObject(WRONG_LABELS, {}),
  (membership) => membership.setSelector(WRONG_LABELS, EVERYTHING),
  (membership) => membership.deleteObject(WRONG_LABELS),
  (membership) => membership.deleteSelector(WRONG_LABELS),
  (membership, id) => membership.load([[id, {}], WRONG_NUMBER]),
  (membership) => membership.load(WRONG_NUMBER),
  (membership) => membership.subscribe(WRONG_NUMBER),
  (membership) => membership.watch(WRONG_TEXT, () => undefined),
  (membership) => membership.watch(EVERYTHING, WRONG_NUMBER),
  (membership) => membership.watch(EVERYTHING, () => undefined, WRONG_NUMBER),
];

/** Objects and selectors, by a Membership and by the oracle, and observers that know what is due to them. */
export class MembershipWorld {
  readonly membership: Subject = new Membership<NaiveId, NaiveId>();
  readonly naive: NaiveMembership = new NaiveMembership();
  readonly observers: Observer[] = [];
  /** How much was told, and how much of it of calls from within listeners. */
  readonly seen = { batches: 0, nested: 0, thrown: 0 };
  readonly #pool: Pool;
  #pairs: NaiveSet<NaivePair> = new Map();
  #calls = 0;
  #depth = 0;
  /** The call that was told of last: telling goes from call to call, in their order. */
  #lastTold = 0;
  #thrown: unknown[] = [];
  /** What a listener found wrong: if it threw that, it would be told as a listener's error. */
  #failure: unknown;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Makes one step, from outside or from within a listener. */
  perform(step: Step): void {
    const isOutermost = this.#depth === 0;
    this.#depth++;
    let caught: unknown;
    try {
      this.#make(step);
    } catch (error) {
      caught = error ?? new Error('nothing was thrown');
    } finally {
      this.#depth--;
    }
    if (!isOutermost) {
      // What listeners throw is for the outermost call.
      if (caught !== undefined) this.#failure ??= caught;
      return;
    }
    if (this.#failure !== undefined) throw this.#failure;
    this.#expectThrown(caught);
    for (const observer of this.observers) observer.expectTold();
  }

  /** The outermost call threw what listeners threw: one error as it is, several together. */
  #expectThrown(caught: unknown): void {
    const thrown = this.#thrown;
    this.#thrown = [];
    if (thrown.length <= 1) {
      if (caught !== thrown[0]) throw caught ?? new Error('what a listener threw was swallowed');
      return;
    }
    if (!(caught instanceof AggregateError)) throw caught ?? new Error('what listeners threw was swallowed');
    expect(caught.errors).toEqual(thrown);
    for (const [at, error] of caught.errors.entries()) expect(error).toBe(thrown[at]);
  }

  #make(step: Step): void {
    switch (step.kind) {
      case 'set':
      case 'delete':
        if (step.side === 'object') this.#changeObject(step);
        else this.#changeSelector(step);
        break;
      case 'load':
        this.#load(step);
        break;
      case 'subscribe':
        this.#subscribe(step.conduct);
        break;
      case 'watch':
        this.#watch(step);
        break;
      case 'close':
        this.#close(this.observers[step.observer % Math.max(1, this.observers.length)]);
        break;
      case 'refused':
        this.#refused(step.call, step.id);
    }
  }

  /** Makes a change: by the oracle, whence what is due to whom, and then for real. */
  #change(naively: (naive: NaiveMembership) => void, really: () => void): void {
    naively(this.naive);
    const call = this.#called();
    this.#pairs = this.naive.pairs();
    for (const observer of this.observers) {
      const { watched } = observer;
      if (observer.isOpen)
        observer.owe(call, watched === undefined ? this.#pairs : this.naive.objectsOf(watched));
    }
    really();
  }

  #called(): Call {
    return { number: ++this.#calls, isNested: this.#depth > 1 };
  }

  #changeObject(step: ObjectChange): void {
    const { kind, id, namespace } = step;
    const labels = this.#labels(step);
    if (kind === 'set') {
      this.#change(
        (naive) => naive.setObject({ id, labels: this.#pool.labels[step.labels] ?? [], namespace }),
        () => {
          if (namespace === undefined) this.membership.setObject(id, labels);
          else this.membership.setObject(id, labels, namespace);
        },
      );
      return;
    }
    const had = this.naive.objects.has(id);
    this.#change(
      (naive) => naive.objects.delete(id),
      () => expect(this.membership.deleteObject(id), 'whether it was there').toBe(had),
    );
  }

  #labels({ labels, shape }: ObjectChange): ReturnType<typeof shapes>[number] {
    const entries = this.#pool.labels[labels] ?? [];
    return shapes(entries)[shape] ?? new Map(entries);
  }

  #changeSelector(step: SelectorChange): void {
    const { kind, id, namespace } = step;
    if (kind === 'set') {
      const alternatives = this.#pool.selectors[step.selector] ?? [];
      const selector = selectorIn(alternatives, step.way);
      this.#change(
        (naive) => naive.setSelector(id, { alternatives, namespace }),
        () => {
          if (namespace === undefined) this.membership.setSelector(id, selector);
          else this.membership.setSelector(id, selector, namespace);
        },
      );
      return;
    }
    const had = this.naive.selectors.has(id);
    this.#change(
      (naive) => naive.selectors.delete(id),
      () => expect(this.membership.deleteSelector(id), 'whether it was there').toBe(had),
    );
  }

  #load({ objects, inVain }: Load): void {
    const entries = objects.map((object): [NaiveId, ReturnType<typeof shapes>[number], string?] => {
      const { id, namespace } = object;
      const labels = this.#labels(object);
      return namespace === undefined ? [id, labels] : [id, labels, namespace];
    });
    if (inVain !== 'no') {
      function* failing(): Generator<(typeof entries)[number]> {
        yield* entries;
        if (inVain === 'throws') throw new RangeError('no more');
        yield ['a', WRONG_LABELS];
      }
      expect(() => this.membership.load(failing())).toThrow(inVain === 'throws' ? RangeError : TypeError);
      return;
    }
    this.#change(
      (naive) => {
        for (const { id, labels, namespace } of objects) {
          naive.setObject({ id, labels: this.#pool.labels[labels] ?? [], namespace });
        }
      },
      () => this.membership.load(entries),
    );
  }

  #refused(call: number, id: NaiveId): void {
    const refused = REFUSED[call % REFUSED.length];
    expect(() => refused?.(this.membership, id), String(refused)).toThrow(TypeError);
  }

  #subscribe(conduct: Conduct): void {
    const observer = new Observer(this.observers.length, conduct, this.#pairs);
    this.observers.push(observer);
    observer.close = this.membership.subscribe(({ joined, left }) =>
      this.#tell(observer, joined.map(pairText), left.map(pairText)),
    );
  }

  #watch({ selector, way, namespace, conduct }: Extract<Step, { kind: 'watch' }>): void {
    const alternatives = this.#pool.selectors[selector] ?? [];
    const selected = { alternatives, namespace };
    const call = this.#called();
    const current = this.naive.objectsOf(selected);
    const observer = new Observer(this.observers.length, conduct, current, { selected, call });
    this.observers.push(observer);
    const watched = selectorIn(alternatives, way);
    let watch: Watch<NaiveId>;
    try {
      watch = this.membership.watch(
        watched,
        ({ joined, left }) => this.#tell(observer, joined.map(idText), left.map(idText)),
        ...(namespace === undefined ? [] : [namespace]),
      );
    } catch (error) {
      observer.forget();
      observer.isLost = true;
      throw error;
    }
    if (!call.isNested) expect(observer.times, 'told at once').toBeGreaterThan(0);
    expect([watch.selector, watch.namespace]).toEqual([watched, namespace]);
    observer.watch = watch;
    observer.close = () => watch.close();
  }

  #close(observer: Observer | undefined): void {
    if (observer?.close === undefined) return;
    observer.forget();
    observer.close();
  }

  /** An observer is told. Never throws but what its conduct says. */
  #tell(observer: Observer, joined: readonly string[], left: readonly string[]): void {
    if (observer.isLost) return;
    this.seen.batches++;
    const time = observer.times++;
    try {
      const { number, isNested } = observer.receive(joined, left);
      if (number < this.#lastTold) {
        throw new Error(
          `${observer.name} is told of call ${number}, others were of ${this.#lastTold} before`,
        );
      }
      this.#lastTold = number;
      if (isNested) this.seen.nested++;
      this.expectAgreement();
    } catch (error) {
      this.#failure ??= error;
    }
    const reaction = observer.conduct.reactions[time];
    if (reaction !== undefined) this.perform(reaction);
    // What becomes of a watch whose listener throws as it begins is for a test of its own.
    if (!observer.conduct.throws.includes(time) || (time === 0 && observer.watched !== undefined)) return;
    const error = new RangeError(`${observer.name} throws at ${time}`);
    this.#thrown.push(error);
    this.seen.thrown++;
    throw error;
  }

  /** Whoever asks gets what the oracle has, now. */
  expectAgreement(): void {
    const { membership, naive } = this;
    if (membership.objects !== naive.objects.size) throw new Error(`there are ${membership.objects} objects`);
    if (membership.selectors !== naive.selectors.size) throw new Error(`${membership.selectors} selectors`);
    // By hand, and by sides of the one set of pairs: matchers, and the double loop for every id, would take seconds.
    for (const { name, isOpen, watch, current } of this.observers) {
      if (!isOpen || watch === undefined) continue;
      if (watch.count !== current.size) throw new Error(`${name} counts ${watch.count}`);
      same(watch.ids().map(idText), [...current.keys()], name);
    }
    const byObject = new Map<string, string[]>();
    const bySelector = new Map<string, string[]>();
    for (const [object, selector] of this.#pairs.values()) {
      listed(byObject, idText(object)).push(idText(selector));
      listed(bySelector, idText(selector)).push(idText(object));
    }
    for (const id of IDS) {
      const own = idText(id);
      same(
        membership.selectorsOf(id).map(idText),
        listed(byObject, own),
        `the selectors of the object ${own}`,
      );
      same(
        membership.objectsOf(id).map(idText),
        listed(bySelector, own),
        `the objects of the selector ${own}`,
      );
    }
  }

  /** The things themselves, and what observers were told in all. */
  expectContent(): void {
    const { membership, naive } = this;
    checkMembership(membership);
    for (const id of IDS) {
      expect(membership.hasObject(id)).toBe(naive.objects.has(id));
      expect(membership.hasSelector(id)).toBe(naive.selectors.has(id));
      const labels = membership.labelsOf(id);
      expect(labels === undefined ? undefined : new Map(Object.entries(labels))).toEqual(
        naive.objects.get(id)?.labels,
      );
    }
    const open = this.observers.filter(({ isOpen }) => isOpen);
    const watches = open.filter(({ watched }) => watched !== undefined);
    expect(membership.statistics()).toMatchObject({
      selectors: naive.selectors.size,
      watches: watches.length,
      subscribers: open.length - watches.length,
    });
    for (const { name, told, current } of open) {
      expect([...told].sort(), name).toEqual([...current.keys()].sort());
    }
  }
}

function listed(lists: Map<string, string[]>, at: string): string[] {
  const list = lists.get(at) ?? [];
  lists.set(at, list);
  return list;
}
