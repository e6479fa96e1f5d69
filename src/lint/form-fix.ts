import type { KubernetesObject, Region } from '../documents/kubernetes-object.ts';
import type { Position } from '../documents/problem.ts';
import { isJsonObject } from '../manifests/places.ts';
import type { ObjectPath } from '../text/object-path.ts';
import type { Edit, LintFix } from './finding.ts';
import { valueAt } from './value-at.ts';
import { replaceScalar, type WrittenScalar, writtenScalar } from './written-scalar.ts';

/** A label as it is written. */
interface WrittenLabel {
  readonly key: WrittenScalar;
  readonly value: WrittenScalar;
}

/** The labels of a map in the order they stand in the text; undefined where one of them cannot be moved. */
function labelsAt(object: KubernetesObject, path: ObjectPath): readonly WrittenLabel[] | undefined {
  const map = valueAt(object.content, path);
  const labels: WrittenLabel[] = [];
  for (const name of isJsonObject(map) ? Object.keys(map) : []) {
    const key = writtenScalar(object, [...path, name], 'key');
    const value = writtenScalar(object, [...path, name]);
    if (key === undefined || value === undefined) return undefined;
    labels.push({ key, value });
  }
  return labels.sort(
    ({ key: { region: a } }, { key: { region: b } }) =>
      a.start.line - b.start.line || a.start.column - b.start.column,
  );
}

function isJson({ origin }: KubernetesObject): boolean {
  return origin.json([]) !== undefined;
}

/** How a mapping is written: `{ … }` on the line of its name, or a label a line below it; undefined for anything else. */
function styleOf(object: KubernetesObject, path: ObjectPath): 'flow' | 'block' | undefined {
  const { origin, path: at } = object;
  if (isJson(object)) return 'flow';
  const own = [...at, ...path];
  const name = origin.region(own, 'key');
  const { position, token } = origin.locate(own);
  const rest = name.line.slice(name.end.column - 1);
  if (token === '{') {
    const isOnLine = name.end.line === position.line && position.column > name.end.column;
    return isOnLine && /^\s*:\s*$/.test(name.line.slice(name.end.column - 1, position.column - 1))
      ? 'flow'
      : undefined;
  }
  return position.line > name.end.line && /^\s*:\s*(?:#.*)?$/.test(rest) ? 'block' : undefined;
}

function isFirstOnLine({ region: { line, start } }: WrittenScalar): boolean {
  return line.slice(0, start.column - 1).trim() === '';
}

/** The fix that puts a map of labels under `matchLabels`; undefined where it would not keep everything around it. */
export function underMatchLabels(object: KubernetesObject, path: ObjectPath): LintFix | undefined {
  const labels = labelsAt(object, path) ?? [];
  const style = styleOf(object, path);
  const [first] = labels;
  const last = labels.at(-1);
  if (first === undefined || last === undefined || style === undefined) return undefined;
  const title = 'put the labels under matchLabels';
  if (style === 'flow') {
    const name = isJson(object) ? '"matchLabels"' : 'matchLabels';
    return {
      title,
      isSafe: true,
      edits: [
        replaceScalar(object, first.key, `${name}: { ${first.key.text}`),
        replaceScalar(object, last.value, `${last.value.text} }`),
      ],
    };
  }
  if (!labels.every(({ key }) => isFirstOnLine(key))) return undefined;
  const indent = ' '.repeat(first.key.region.start.column - 1);
  return {
    title,
    isSafe: true,
    edits: labels.map(({ key }) =>
      replaceScalar(
        object,
        key,
        key === first.key ? `matchLabels:\n${indent}  ${key.text}` : `  ${key.text}`,
      ),
    ),
  };
}

/** The edit that removes what is written between two places; the region says on which line the first one is. */
function removal({ origin }: KubernetesObject, region: Region, start: Position, end: Position): Edit {
  return { source: origin.source, region: { ...region, start, end }, text: '' };
}

/** What to remove of `{ matchLabels: { … } }`, all of it on one line. */
function flowRemovals(
  object: KubernetesObject,
  { region: name }: WrittenScalar,
  first: WrittenLabel,
  last: WrittenLabel,
): readonly Edit[] | undefined {
  const { line, end } = last.value.region;
  const closing = /^\s*\}/.exec(line.slice(end.column - 1));
  if (closing === null || name.start.line !== end.line) return undefined;
  return [
    removal(object, name, name.start, first.key.region.start),
    removal(object, name, end, { line: end.line, column: end.column + closing[0].length }),
  ];
}

/** What to remove of labels that stand below `matchLabels`, each on a line of its own. */
function blockRemovals(
  object: KubernetesObject,
  { region: name }: WrittenScalar,
  labels: readonly WrittenLabel[],
): readonly Edit[] | undefined {
  const isBelow = labels[0]?.key.region.start.line === name.start.line + 1;
  if (!isBelow || !labels.every(({ key }) => isFirstOnLine(key))) return undefined;
  return labels.map(({ key: { region } }, index) => {
    if (index === 0) return removal(object, name, name.start, region.start);
    return removal(object, region, { line: region.start.line, column: name.start.column }, region.start);
  });
}

/**
 * The fix that leaves of a LabelSelector the labels alone; undefined where it has expressions, or would not keep
 * everything around it.
 */
export function labelsAlone(object: KubernetesObject, path: ObjectPath): LintFix | undefined {
  const selector = valueAt(object.content, path);
  const inner = [...path, 'matchLabels'];
  const [field, another] = isJsonObject(selector) ? Object.keys(selector) : [];
  // In JSON the line of a place need not begin where that of the file does.
  if (field !== 'matchLabels' || another !== undefined || isJson(object)) return undefined;
  const style = styleOf(object, path);
  const name = writtenScalar(object, inner, 'key');
  const labels = labelsAt(object, inner) ?? [];
  const [first] = labels;
  const last = labels.at(-1);
  if (name === undefined || first === undefined || last === undefined) return undefined;
  if (style === undefined || styleOf(object, inner) !== style) return undefined;
  const edits =
    style === 'flow' ? flowRemovals(object, name, first, last) : blockRemovals(object, name, labels);
  return edits === undefined
    ? undefined
    : { title: 'leave the labels alone, without matchLabels', isSafe: true, edits };
}
