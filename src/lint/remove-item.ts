import type { KubernetesObject, Region } from '../documents/kubernetes-object.ts';
import { isJsonObject } from '../manifests/places.ts';
import type { ObjectPath } from '../text/object-path.ts';
import type { Edit } from './finding.ts';
import { valueAt } from './value-at.ts';

/** The lines that an item of a list has to itself. */
interface Lines {
  readonly first: number;
  readonly last: number;
  /** The first one and the last one, as they are written. */
  readonly firstText: string;
  readonly lastText: string;
}

/** The paths of everything within a value that is neither a mapping nor a list, or is empty. */
function leavesOf(value: unknown, path: ObjectPath): readonly ObjectPath[] {
  const members: readonly [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  // What is empty ends somewhere too.
  return members.length === 0
    ? [path]
    : members.flatMap(([step, member]) => leavesOf(member, [...path, step]));
}

function isBehind({ end }: Region, { end: other }: Region): boolean {
  return end.line === other.line ? end.column > other.column : end.line > other.line;
}

/** The rest of a line that says nothing any more, but may close what opened on it. */
const END = /^\s*[\]}\s]*(#.*)?$/;

function isBalanced(text: string): boolean {
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  return count(/[[{]/g) === count(/[\]}]/g);
}

/**
 * The lines of an item that is written as an item of a block, `- …`, and that nothing else shares; undefined where it is
 * not, or where that cannot be told.
 */
function linesOf({ content, origin, path: at }: KubernetesObject, path: ObjectPath): Lines | undefined {
  const start = origin.region([...at, ...path], 'value');
  const dash = start.line.slice(0, start.start.column - 1);
  if (origin.json([...at, ...path]) !== undefined || !/^\s*-\s+$/.test(dash)) return undefined;
  const leaves = leavesOf(valueAt(content, path), path).map((leaf) =>
    origin.region([...at, ...leaf], 'value'),
  );
  let last: Region = start;
  for (const leaf of leaves) {
    if (!leaf.isExact || leaf.start.line !== leaf.end.line) return undefined;
    // What opens on a line and does not close there, such as a long list, is not looked through.
    if (leaf.start.line < start.start.line || !isBalanced(leaf.line)) return undefined;
    if (isBehind(leaf, last)) last = leaf;
  }
  if (!END.test(last.line.slice(last.end.column - 1))) return undefined;
  return { first: start.start.line, last: last.end.line, firstText: start.line, lastText: last.line };
}

/**
 * The edit that removes an item of a list and the lines it is written on; undefined where the list is written in brackets,
 * has no other item, or shares lines with something else.
 */
export function removeItem(object: KubernetesObject, list: ObjectPath, index: number): Edit | undefined {
  const lines = linesOf(object, [...list, index]);
  if (lines === undefined) return undefined;
  const next = linesOf(object, [...list, index + 1]);
  const before = index === 0 ? undefined : linesOf(object, [...list, index - 1]);
  const { source } = object.origin;
  const isFollowed = next !== undefined && next.first > lines.last;
  if (isFollowed) {
    const start = { line: lines.first, column: 1 };
    const end = { line: lines.last + 1, column: 1 };
    return { source, region: { start, end, line: lines.firstText, isExact: true }, text: '' };
  }
  if (before === undefined || before.last >= lines.first) return undefined;
  const start = { line: before.last, column: before.lastText.length + 1 };
  const end = { line: lines.last, column: lines.lastText.length + 1 };
  return { source, region: { start, end, line: before.lastText, isExact: true }, text: '' };
}
