import type { Alternative, KeyStatistics, QueryPlan } from 'labelwise';
import type { LintFinding, Problem } from 'labelwise/manifests';
import type { Subjects, View } from './collection.ts';
import type { DataWanted } from './dataset.ts';
import type { Graph } from './graph.ts';
import type { Times } from './measure.ts';
import type { Row } from './row.ts';
import type { SelectedBy } from './selecting.ts';

/** A selector on its way to the worker. */
export type SentSelector = readonly Alternative[];

/** A part of a view: so many rows, from a place on. */
export interface RowWindow {
  readonly view: View;
  readonly from: number;
  readonly count: number;
}

/** A row of a view. */
export interface ShownRow {
  readonly row: Row;
  readonly isMatched: boolean;
}

export interface Shown {
  readonly view: View;
  /** How many rows the view has. */
  readonly length: number;
  readonly from: number;
  readonly rows: readonly ShownRow[];
}

export interface Loaded {
  /** Rows that are asked, and all rows. */
  readonly asked: number;
  readonly all: number;
  readonly namespaces: readonly string[];
  readonly vocabulary: readonly (readonly [string, readonly string[]])[];
  readonly problems: readonly Problem[];
  /** In milliseconds: to fill the index. */
  readonly loadTime: number;
  /** In bytes: what the index takes. */
  readonly bytes: number;
}

export interface Answer {
  readonly matches: number;
  readonly total: number;
  /** What matching rows have. */
  readonly keys: readonly KeyStatistics[];
  readonly shown: Shown;
}

export interface FacetValue {
  readonly value: string;
  /** How many rows have it of those that the other requirements select. */
  readonly objects: number;
}

/** One row, with all that is known of it. */
export interface ChosenRow {
  readonly row: Row;
  readonly selectedBy: readonly SelectedBy[];
  /** How many selectors were asked. */
  readonly selectors: number;
}

export interface Part {
  readonly count: number;
  /** A few of them. */
  readonly rows: readonly Row[];
}

/** How many of the rows are in each part of two selectors. */
export interface Parts {
  readonly both: Part;
  readonly onlyFirst: Part;
  readonly onlySecond: Part;
  readonly neither: Part;
}

export interface Plans {
  readonly objects: number;
  readonly matches: number;
  /** How the matching objects are found. */
  readonly find: QueryPlan;
  /** How they are counted. */
  readonly count: QueryPlan;
}

interface Asked {
  readonly selector: SentSelector;
  readonly namespace: string | undefined;
}

/** What the worker is asked, and what it answers: by the name of the question. */
export interface Questions {
  load: [{ readonly data: DataWanted; readonly subjects: Subjects }, Loaded];
  subjects: [{ readonly subjects: Subjects }, Loaded];
  ask: [Asked & { readonly window: RowWindow }, Answer];
  window: [RowWindow, Shown];
  values: [Asked & { readonly key: string }, readonly FacetValue[]];
  times: [Asked, Times];
  plans: [Asked, Plans];
  chosen: [{ readonly id: string }, ChosenRow | undefined];
  parts: [Asked & { readonly second: SentSelector }, Parts];
  graph: [{ readonly center: string | undefined; readonly namespace: string | undefined }, Graph];
  findings: [Record<string, never>, readonly LintFinding[]];
}

export type QuestionName = keyof Questions;
export type Input<Name extends QuestionName> = Questions[Name][0];
export type Output<Name extends QuestionName> = Questions[Name][1];

/** A question on its way to the worker. */
export interface EngineRequest {
  readonly number: number;
  readonly name: QuestionName;
  readonly input: unknown;
}

/** Its answer on the way back. */
export type EngineResponse =
  | { readonly number: number; readonly isOk: true; readonly output: unknown }
  | { readonly number: number; readonly isOk: false; readonly message: string };
