import {
  compileSelector,
  EVERYTHING,
  LabelIndex,
  type Labels,
  type Scope,
  type Selector,
} from '../../src/index.ts';
import { checkIndex } from '../../src/indexes/invariants.ts';
import { type DenseObject, entriesOf } from './dense-corpus.ts';
import type { DensePage } from './dense-selectors.ts';

type PlanNode = ReturnType<LabelIndex['explain']>['plan'];

/** How often each kind of plan ran. */
export class PlanKinds {
  readonly plan: Map<string, number> = new Map();
  readonly count: Map<string, number> = new Map();

  seen(explanation: ReturnType<LabelIndex['explain']>): void {
    tally(this.plan, explanation.plan);
    tally(this.count, explanation.count);
  }
}

function tally(kinds: Map<string, number>, plan: PlanNode): void {
  kinds.set(plan.kind, (kinds.get(plan.kind) ?? 0) + 1);
  if (plan.kind === 'union') for (const alternative of plan.alternatives) tally(kinds, alternative);
}

/** Objects by number, and an index of them with either kernel. */
export class DenseWorld {
  readonly objects: (DenseObject | undefined)[];
  readonly indexes: readonly LabelIndex<number>[];
  readonly kinds: PlanKinds = new PlanKinds();

  constructor(objects: readonly (DenseObject | undefined)[]) {
    this.objects = [...objects];
    this.indexes = (['webassembly', 'typescript'] as const).map(
      (kernel) => new LabelIndex<number>({ kernel }),
    );
    for (const index of this.indexes) index.load(entriesOf(this.objects));
  }

  delete(numbers: Iterable<number>): void {
    for (const at of numbers) {
      const had = this.objects[at] !== undefined;
      this.objects[at] = undefined;
      for (const index of this.indexes)
        if (index.delete(at) !== had) throw new Error(`deleting ${at} told wrong`);
    }
  }

  /** Sets objects one by one. */
  set(changes: Iterable<readonly [number, DenseObject]>): void {
    for (const [at, object] of changes) {
      this.objects[at] = object;
      for (const index of this.indexes) index.set(at, object.labels, object.namespace);
    }
  }

  /** Loads objects from one number up to another. */
  load(objects: readonly DenseObject[], from: number, to: number): void {
    for (let at = from; at < to; at++) this.objects[at] = objects[at];
    for (const index of this.indexes) index.load(entriesOf(objects, from, to));
  }

  /** Which objects a scan selects: 1 for each that is. */
  scan(selector: Selector, namespace: string | undefined): Uint8Array {
    const matches = compileSelector(selector);
    const answers = new Map<Labels, boolean>();
    const selected = new Uint8Array(this.objects.length);
    for (const [at, object] of this.objects.entries()) {
      if (object === undefined || (namespace !== undefined && object.namespace !== namespace)) continue;
      const answer = answers.get(object.labels) ?? matches(object.labels);
      answers.set(object.labels, answer);
      if (answer) selected[at] = 1;
    }
    return selected;
  }

  /**
   * Every verb of every index answers as a scan. Returns how many are selected.
   * Compares by hand: matchers take seconds for results of this size.
   */
  agree(selector: Selector, namespace: string | undefined, page: DensePage): number {
    const wanted = this.scan(selector, namespace);
    const size = wanted.reduce((sum, one) => sum + one, 0);
    const scope = namespace === undefined ? {} : { namespace };
    for (const index of this.indexes) {
      const told = `${index.statistics().kernel}: ${selector} in ${namespace ?? 'all namespaces'}`;
      const ids = index.select(selector, scope);
      if (ids.length !== size) throw new Error(`${told}: selects ${ids.length}, not ${size}`);
      // Ascending ordinals and no wrong id among as many as there are to be: then none is missing or there twice.
      for (const id of ids) if (wanted[id] !== 1) throw new Error(`${told}: ${id} is not to be selected`);
      this.#agreeOnVerbs(index, selector, scope, ids, told);
      this.#agreeOnPage(index, selector, scope, page, ids, told);
    }
    return size;
  }

  #agreeOnVerbs(
    index: LabelIndex<number>,
    selector: Selector,
    scope: Scope<number>,
    ids: readonly number[],
    told: string,
  ): void {
    const ordinals = index.ordinals(selector, scope);
    if (ordinals.length !== ids.length) throw new Error(`${told}: ${ordinals.length} ordinals`);
    // Of large results a part, to spare time.
    const step = ids.length > LARGE ? 7 : 1;
    let last = -1;
    for (let at = 0; at < ordinals.length; at++) {
      const ordinal = ordinals[at] ?? -1;
      if (ordinal <= last) throw new Error(`${told}: ordinals do not ascend at ${at}`);
      last = ordinal;
      if (at % step === 0 && index.idAt(ordinal) !== ids[at]) throw new Error(`${told}: ordinal ${ordinal}`);
    }
    const iterated: number[] = [];
    for (const id of index.iterate(selector, scope)) if (iterated.push(id) > LARGE) break;
    same(iterated, ids.slice(0, LARGE + 1), `${told}: iterate`);
    const count = index.count(selector, scope);
    if (count !== ids.length) throw new Error(`${told}: count ${count}, not ${ids.length}`);
    const explanation = index.explain(selector, scope);
    this.kinds.seen(explanation);
    if (explanation.matches !== ids.length) throw new Error(`${told}: explains ${explanation.matches}`);
  }

  #agreeOnPage(
    index: LabelIndex<number>,
    selector: Selector,
    within: Scope<number>,
    { limit, after }: DensePage,
    whole: readonly number[],
    told: string,
  ): void {
    const begins = after !== undefined && index.has(after);
    const scope = { ...within, limit, ...(begins ? { after } : {}) };
    const all = index.ordinals(selector, within);
    const start = begins ? ordinalOf(index, after) : -1;
    const first = all.findIndex((ordinal) => ordinal > start);
    const from = first < 0 ? all.length : first;
    const page = `${told}, ${limit} after ${begins ? after : 'nothing'}`;
    const wanted = whole.slice(from, from + limit);
    same(index.select(selector, scope), wanted, `${page}: select`);
    same(index.ordinals(selector, scope), all.subarray(from, from + limit), `${page}: ordinals`);
    if (wanted.length <= LARGE) same([...index.iterate(selector, scope)], wanted, `${page}: iterate`);
    const count = index.count(selector, scope);
    if (count !== wanted.length) throw new Error(`${page}: count ${count}, not ${wanted.length}`);
  }

  check(): void {
    for (const index of this.indexes) checkIndex(index);
  }
}

/** Results from this size on are looked at in part. */
const LARGE = 10_000;

/** The ordinal of an object, found by looking at all. */
function ordinalOf(index: LabelIndex<number>, id: number): number {
  return index.ordinals(EVERYTHING).find((ordinal) => index.idAt(ordinal) === id) ?? -1;
}

function same(found: ArrayLike<number>, wanted: ArrayLike<number>, told: string): void {
  if (found.length !== wanted.length) throw new Error(`${told}: ${found.length}, not ${wanted.length}`);
  for (let at = 0; at < found.length; at++) {
    if (found[at] !== wanted[at]) throw new Error(`${told}: ${found[at]} at ${at}, not ${wanted[at]}`);
  }
}
