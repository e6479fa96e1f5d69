import type { KubernetesObject, Part, Region } from '../documents/kubernetes-object.ts';
import type { ObjectPath } from '../text/object-path.ts';
import type { Edit } from './finding.ts';

/** A key or a value that is neither a mapping nor a list, as it is written. */
export interface WrittenScalar {
  readonly region: Region;
  /** With its quotes, if it has some. */
  readonly text: string;
}

/** What may stand before a scalar on its line; an anchor or a tag may not, which make more of it than it says. */
const BEFORE = /(?:^|[-:?,[{])\s*$/;

/** Whether what leads to a place is written before it, which it is not where an alias is on the way. */
function isReachedInOrder(
  { origin, path: at }: KubernetesObject,
  path: ObjectPath,
  { start }: Region,
): boolean {
  return path.every((step, index) => {
    if (typeof step === 'number') return true;
    const key = origin.region([...at, ...path.slice(0, index + 1)], 'key').start;
    return key.line < start.line || (key.line === start.line && key.column <= start.column);
  });
}

/**
 * A scalar that can be replaced: it stands in its place alone, on one line, and for nothing else. Undefined for what is
 * not written there, or by way of an anchor, an alias or a merge.
 *
 * @complexity that of finding the places of all that is around it.
 */
export function writtenScalar(
  object: KubernetesObject,
  path: ObjectPath,
  part: Part = 'value',
): WrittenScalar | undefined {
  const { origin, path: at } = object;
  const region = origin.region([...at, ...path], part);
  const { start, end, line, isExact } = region;
  if (!isExact || start.line !== end.line) return undefined;
  const json = origin.json([...at, ...path]);
  if (json !== undefined) {
    return { region, text: part === 'key' ? JSON.stringify(String(path.at(-1))) : json };
  }
  const isAlone = BEFORE.test(line.slice(0, start.column - 1));
  if (!isAlone || !isReachedInOrder(object, path, region)) return undefined;
  return { region, text: line.slice(start.column - 1, end.column - 1) };
}

/** The edit that puts a text in the place of a scalar. */
export function replaceScalar({ origin }: KubernetesObject, { region }: WrittenScalar, text: string): Edit {
  return { source: origin.source, region, text };
}

/** A text in the quotes that a scalar has; without any, if it has none. */
export function quotedAs({ text: written }: WrittenScalar, text: string): string {
  const [sign] = written;
  return sign === '"' || sign === "'" ? `${sign}${text}${sign}` : text;
}
