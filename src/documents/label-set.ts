import type { ObjectSink, Origin, Path } from './kubernetes-object.ts';

/** Whether a JSON value is an object, as YAML calls it: a mapping. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value for a message: `the number 1.0`, `the boolean yes`, `a list`. */
export function describe(value: unknown, token: string): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const type = typeof value === 'bigint' ? 'number' : typeof value;
  return `the ${type} ${token.length > 40 ? `${token.slice(0, 40)}…` : token}`;
}

/** Reports what is wrong with the value at a path; `say` is given its first token. */
export function reportAt(
  sink: Pick<ObjectSink, 'problem'>,
  origin: Origin,
  path: Path,
  say: (token: string) => readonly [message: string, mend?: string | undefined],
): void {
  const { position, line, token } = origin.locate(path);
  const [message, mend] = say(token);
  const problem = { source: origin.source, position, message, line };
  sink.problem(mend === undefined ? problem : { ...problem, mend });
}

/** What to write instead of a scalar that should have been a text. */
export function quoteMend(value: unknown, token: string): string | undefined {
  return typeof value === 'object' ? undefined : `quote it: "${token}"`;
}

/** A field of an object for a message, without the way through lists to the object: `metadata.name`. */
export function fieldText(path: Path): string {
  return path.slice(path.findLastIndex((step) => typeof step === 'number') + 1).join('.');
}

/**
 * Reads a label set as the API server does: null is no labels, the value null is `""`, and what is no string is
 * refused.
 *
 * @param labels the value at `path` of the document of `origin`
 * @returns undefined when it is refused; every reason has been reported
 */
export function readLabels(
  labels: unknown,
  origin: Origin,
  path: Path,
  sink: Pick<ObjectSink, 'problem'>,
): Readonly<Record<string, string>> | undefined {
  if (labels === null || labels === undefined) return {};
  if (!isMapping(labels)) {
    reportAt(sink, origin, path, (token) => [
      `${fieldText(path) || 'the content'} is ${describe(labels, token)}; labels are a mapping of keys to strings`,
    ]);
    return undefined;
  }
  let strings = true;
  for (const key of Object.keys(labels)) if (typeof labels[key] !== 'string') strings = false;
  if (strings) return labels as Record<string, string>;
  const read: [string, string][] = [];
  let refused = false;
  for (const [key, value] of Object.entries(labels)) {
    // Decoding null into a Go string leaves it empty, and so the API server stores it.
    if (typeof value === 'string' || value === null) {
      read.push([key, value ?? '']);
      continue;
    }
    refused = true;
    reportAt(sink, origin, [...path, key], (token) => [
      `the label "${key}" is ${describe(value, token)}; the value of a label is a string`,
      quoteMend(value, token),
    ]);
  }
  // fromEntries defines own properties, so a label named __proto__ stays a label.
  return refused ? undefined : Object.fromEntries(read);
}
