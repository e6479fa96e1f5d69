import type { Position, Problem } from './problem.ts';

/** The way to a value within a document: member names and list indexes. */
export type Path = readonly (string | number)[];

/** A value's place in its input, its line, and what a message quotes of it (`1.0`, `yes`, `{`). */
export interface Spot {
  /** Where the value begins. */
  readonly position: Position;
  /** The whole line on which the value begins, without its line end. */
  readonly line: string;
  /**
   * The value as a message quotes it. Numbers and the like are as written; strings have their quotes in JSON and none in YAML;
   * of a mapping or a list it is how that begins.
   */
  readonly token: string;
}

/** A part of an input: from its first unit to just behind its last one. */
export interface Region {
  /** The place of its first unit. */
  readonly start: Position;
  /** The place just behind its last unit. */
  readonly end: Position;
  /** The line on which it begins. */
  readonly line: string;
  /** Whether it is what was asked for, and not the nearest thing around something that is not written. */
  readonly isExact: boolean;
}

/** A comment of an input. */
export interface Comment {
  /** From its `#` to the end of its line. */
  readonly region: Region;
  /** As written, from its `#` on. */
  readonly text: string;
  /** The line of what it is about: its own, or where it stands alone on it, that of what comes next. */
  readonly about: number;
}

/** What of a member is meant: its name, or its value. */
export type Part = 'key' | 'value';

/** Where a document came from; finds the places of its parts, at a cost that only messages pay. */
export interface Origin {
  /** The input as the user named it: a path, or `<stdin>`. */
  readonly source: string;
  /**
   * Where a part begins; the nearest part around it that is written, where it is not.
   * @param path from the root of the document: it begins with the `path` of an object, as `["items", 3, "kind"]`
   */
  locate(path: Path): Spot;
  /**
   * The region of a value, or of the name it stands under. Of a mapping or a list as a value: its name where it has one,
   * since the whole of it is rarely meant, and otherwise its first unit. Where the path is not written, the region of the
   * nearest value around it, in the same way.
   * @param path from the root of the document: it begins with the `path` of an object, as `["items", 3, "kind"]`
   * @param part which of the two is meant: the value, or the name it stands under
   */
  region(path: Path, part: Part): Region;
  /**
   * The JSON text of the value at a path, exactly as written; undefined where the input is not JSON.
   * @param path from the root of the document: it begins with the `path` of an object, as `["items", 3, "kind"]`
   */
  json(path: Path): string | undefined;
  /**
   * The comments that have a word in them, in order; JSON has none. Complexity: O(length of the document).
   * @param word looked for as it is written, within longer words too
   */
  comments(word: string): readonly Comment[];
}

/** A Kubernetes object as far as selecting needs it; absent texts are `""`. */
export interface KubernetesObject {
  /** Group and version, `apps/v1`; an item of a `PodList` that says neither this nor its kind has that of the list. */
  readonly apiVersion: string;
  /** Never `""`; an item of a `PodList` that does not say it is a `Pod`. */
  readonly kind: string;
  /** What `metadata.namespace` says; {@link namespaceOf} tells where the object is applied that says nothing. */
  readonly namespace: string;
  /** What `metadata.name` says; `""` where `generateName` stands for it. */
  readonly name: string;
  /** Keeping them keeps nothing else of the input in memory. */
  readonly labels: Readonly<Record<string, string>>;
  /** All of the object, as JSON values. */
  readonly content: Readonly<Record<string, unknown>>;
  /** The document it was read from. */
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
