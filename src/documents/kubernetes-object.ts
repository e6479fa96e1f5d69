import type { Position, Problem } from './problem.ts';

/** The way to a value within a document: member names and list indexes. */
export type Path = readonly (string | number)[];

/** A value's place in its input, its line, and its first token as written (`1.0`, `yes`, `{`). */
export interface Spot {
  readonly position: Position;
  readonly line: string;
  readonly token: string;
}

/** Where a document came from; finds the places of its parts, at a cost that only messages pay. */
export interface Origin {
  readonly source: string;
  locate(path: Path): Spot;
  /** The JSON text of the value at a path, exactly as written; undefined where the input is not JSON. */
  json(path: Path): string | undefined;
}

/** A Kubernetes object as far as selecting needs it; absent texts are `""`. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Keeping them keeps nothing else of the input in memory. */
  readonly labels: Readonly<Record<string, string>>;
  /** All of the object, as JSON values. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
  /** Where in the document of {@link origin} the object is: `[]`, or `['items', 3]` within a list. */
  readonly path: Path;
}

/** Takes what a document holds, in order, as it is read. */
export interface ObjectSink {
  object(object: KubernetesObject): void;
  problem(problem: Problem): void;
}

/** What a list says of items that do not say it themselves: the API's typed lists leave kinds out of items. */
export interface ListContext {
  readonly apiVersion: string;
  /** `Pod` in a `PodList`; `""` in a plain `List`. */
  readonly kind: string;
}
