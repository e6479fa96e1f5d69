import type { Edit, LintFinding, Position } from 'labelwise/manifests';
import type { Squiggle } from '../editor/squiggles.ts';

/** The offsets at which the lines of a text begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The offset of a place, which is within the text whatever the place says: the text may have changed since. */
export function offsetOf({ line, column }: Position, starts: readonly number[], length: number): number {
  return Math.min((starts[line - 1] ?? length) + column - 1, length);
}

/** The findings of one text as squiggles. */
export function squigglesIn(
  text: string,
  source: string,
  findings: readonly LintFinding[],
): readonly Squiggle[] {
  const starts = lineStarts(text);
  return findings
    .filter((one) => one.source === source)
    .map(({ region, severity }) => ({
      start: offsetOf(region.start, starts, text.length),
      end: offsetOf(region.end, starts, text.length),
      look: severity === 'error' ? 'mistake' : 'warning',
      isFocused: false,
    }));
}

/** A text with the edits made that are meant for it. */
export function withEdits(text: string, source: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  const own = edits
    .filter((edit) => edit.source === source)
    .map(({ region, text: put }) => ({
      start: offsetOf(region.start, starts, text.length),
      end: offsetOf(region.end, starts, text.length),
      put,
    }))
    .sort((a, b) => b.start - a.start);
  return own.reduce((result, { start, end, put }) => result.slice(0, start) + put + result.slice(end), text);
}
