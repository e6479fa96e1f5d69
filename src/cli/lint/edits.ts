import type { LintFix } from '../../manifests.ts';
import { TextLines } from './text-lines.ts';

/** A replacement in a text, in UTF-16 offsets. */
export interface Change {
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Whether two changes of one text cannot both be made, or not in a clear order. */
function isInTheWay(a: Change, b: Change): boolean {
  return a.from === b.from || (a.from < b.to && b.from < a.to);
}

/** A fix as changes of texts; undefined where a text is no longer what the fix was made for. */
export function changesOf(
  { edits }: LintFix,
  linesOf: (source: string) => TextLines | undefined,
): readonly Change[] | undefined {
  const changes: Change[] = [];
  for (const { source, region, text } of edits) {
    const lines = linesOf(source);
    const from = lines?.offsetOf(region.start);
    const to = lines?.offsetOf(region.end);
    if (from === undefined || to === undefined || to < from) return undefined;
    if (lines?.line(region.start.line) !== region.line) return undefined;
    changes.push({ source, from, to, text });
  }
  return changes;
}

/** The changes of as many fixes as go together, each whole or not at all; the first ones win. */
export function compatible<Fix extends { readonly changes: readonly Change[] }>(
  fixes: readonly Fix[],
): readonly Fix[] {
  const taken = new Map<string, Change[]>();
  return fixes.filter(({ changes }) => {
    const isClear = changes.every(
      (change, index) =>
        !(taken.get(change.source) ?? []).some((other) => isInTheWay(change, other)) &&
        !changes.slice(0, index).some((other) => other.source === change.source && isInTheWay(change, other)),
    );
    for (const change of isClear ? changes : []) {
      const ofSource = taken.get(change.source);
      if (ofSource === undefined) taken.set(change.source, [change]);
      else ofSource.push(change);
    }
    return isClear;
  });
}

/** A text with changes made that are not in each other's way. O(length + changes log changes). */
export function changed(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.from - b.from)) {
    parts.push(text.slice(at, change.from), change.text);
    at = change.to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The lines of texts, each made once. */
export function linesIn(texts: ReadonlyMap<string, string>): (source: string) => TextLines | undefined {
  const made = new Map<string, TextLines>();
  return function linesOf(source) {
    const text = texts.get(source);
    if (text === undefined) return undefined;
    let lines = made.get(source);
    if (lines === undefined) {
      lines = new TextLines(text);
      made.set(source, lines);
    }
    return lines;
  };
}
