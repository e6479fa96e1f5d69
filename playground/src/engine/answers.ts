import { allOf, fromAlternatives, type Selector } from 'labelwise';
import { type LintFinding, lintManifests, relationsOf } from 'labelwise/manifests';
import { Collection, type Subjects } from './collection.ts';
import { type Dataset, datasetOf } from './dataset.ts';
import { graphOf } from './graph.ts';
import { measure } from './measure.ts';
import type {
  Answer,
  ChosenRow,
  FacetValue,
  Input,
  Loaded,
  Output,
  Part,
  Parts,
  QuestionName,
  RowWindow,
  SentSelector,
  Shown,
} from './protocol.ts';

/** Of a part of a comparison, so many are named. */
const NAMED = 4;

type Answers = {
  readonly [Name in QuestionName]: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>;
};

function selectorOf(sent: SentSelector): Selector {
  return fromAlternatives(sent);
}

/** A selector without what it says of one key. */
function without(key: string, sent: SentSelector): Selector {
  return fromAlternatives(sent.map((alternative) => alternative.filter((one) => one.key !== key)));
}

/** A finding without what belongs to the objects it was found in, so that it can be sent. */
function plain(finding: LintFinding): LintFinding {
  return JSON.parse(JSON.stringify(finding));
}

/** What the worker answers, over the data that it was told to load last. */
class Engine implements Answers {
  #data: Dataset | undefined;
  #collection: Collection | undefined;

  get #loaded(): { readonly data: Dataset; readonly collection: Collection } {
    if (this.#data === undefined || this.#collection === undefined) throw new Error('nothing is loaded yet');
    return { data: this.#data, collection: this.#collection };
  }

  load = async ({ data, subjects }: Input<'load'>): Promise<Loaded> => {
    const read = await datasetOf(data);
    this.#data = read;
    return this.#collect(read, subjects);
  };

  subjects = ({ subjects }: Input<'subjects'>): Loaded => this.#collect(this.#loaded.data, subjects);

  #collect({ rows, problems }: Dataset, subjects: Subjects): Loaded {
    const collection = new Collection(rows, subjects);
    this.#collection = collection;
    const namespaces = new Set(collection.rows.map(({ namespace }) => namespace).filter((one) => one !== ''));
    return {
      asked: collection.rows.length,
      all: rows.length,
      namespaces: [...namespaces].sort(),
      vocabulary: collection.vocabulary(),
      problems,
      loadTime: collection.loadTime,
      bytes: collection.index.statistics().bytes.total,
    };
  }

  ask = ({ selector, namespace, window }: Input<'ask'>): Answer => {
    const { collection } = this.#loaded;
    collection.ask(selectorOf(selector), namespace);
    const scope = namespace === undefined ? {} : { namespace };
    return {
      matches: collection.matches,
      total: collection.total,
      keys: collection.index.keys(collection.selector, scope),
      shown: this.#shown(window),
    };
  };

  window = (window: RowWindow): Shown => this.#shown(window);

  #shown({ view, from, count }: RowWindow): Shown {
    const { collection } = this.#loaded;
    const numbers = collection.view(view);
    const start = Math.max(0, Math.min(from, numbers.length - count));
    const rows = Array.from(numbers.subarray(start, start + count), (number) => {
      const row = collection.rows[number];
      if (row === undefined) throw new Error(`there is no row ${number}`);
      return { row, isMatched: view === 'all' ? collection.isMatched(number) : view === 'matched' };
    });
    return { view, length: numbers.length, from: start, rows };
  }

  values = ({ selector, namespace, key }: Input<'values'>): readonly FacetValue[] => {
    const { index } = this.#loaded.collection;
    const scope = namespace === undefined ? {} : { namespace };
    const found = new Map(
      index.values(key, without(key, selector), scope).map((one) => [one.value, one.objects]),
    );
    return index
      .values(key, undefined, scope)
      .map(({ value }) => ({ value, objects: found.get(value) ?? 0 }));
  };

  times = ({ selector, namespace }: Input<'times'>): Output<'times'> => {
    const { collection } = this.#loaded;
    return measure(collection.index, collection.rows, selectorOf(selector), namespace);
  };

  plans = ({ selector, namespace }: Input<'plans'>): Output<'plans'> => {
    const scope = namespace === undefined ? {} : { namespace };
    const { objects, matches, plan, count } = this.#loaded.collection.index.explain(
      selectorOf(selector),
      scope,
    );
    return { objects, matches, find: plan, count };
  };

  chosen = ({ id }: Input<'chosen'>): ChosenRow | undefined => {
    const { data } = this.#loaded;
    const row = data.rows.find((one) => one.id === id);
    if (row === undefined) return undefined;
    const selecting = data.selecting();
    return { row, selectedBy: selecting.of(row), selectors: selecting.size };
  };

  parts = ({ selector, namespace, second }: Input<'parts'>): Parts => {
    const { index, rows } = this.#loaded.collection;
    const scope = namespace === undefined ? {} : { namespace };
    const [a, b] = [selectorOf(selector), selectorOf(second)];
    const both = index.ordinals(allOf(a, b), scope);
    const sides = [index.ordinals(a, scope), index.ordinals(b, scope)] as const;
    // Of each row, which of the two select it: 1, 2 or both.
    const marks = new Uint8Array(rows.length);
    for (const number of sides[0]) marks[number] = 1;
    for (const number of sides[1]) marks[number] = (marks[number] ?? 0) | 2;
    const all = index.ordinals(fromAlternatives([[]]), scope);
    const partOf = (mark: number, count: number): Part => {
      const few: number[] = [];
      for (const number of all) {
        if (few.length === NAMED) break;
        if (marks[number] === mark) few.push(number);
      }
      return { count, rows: few.flatMap((number) => rows[number] ?? []) };
    };
    const onlyFirst = sides[0].length - both.length;
    const onlySecond = sides[1].length - both.length;
    return {
      both: partOf(3, both.length),
      onlyFirst: partOf(1, onlyFirst),
      onlySecond: partOf(2, onlySecond),
      neither: partOf(0, all.length - both.length - onlyFirst - onlySecond),
    };
  };

  graph = async ({ center, namespace }: Input<'graph'>): Promise<Output<'graph'>> =>
    graphOf(relationsOf(await this.#loaded.data.objects(namespace)), center);

  findings = async (): Promise<Output<'findings'>> => {
    const { data } = this.#loaded;
    return lintManifests(await data.objects(undefined), { problems: data.problems }).map(plain);
  };
}

/** An engine with nothing loaded. */
export function createEngine(): Answers {
  return new Engine();
}
