import type { Problem } from '../../manifests.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

/** A line is shown up to this many UTF-16 units around the place that is meant. */
const WINDOW = 100;

/** The line of a problem with a caret under its column. */
function frame(line: string, lineNumber: number, column: number, style: Style): string {
  const at = Math.min(column - 1, line.length);
  const from = line.length <= WINDOW ? 0 : Math.max(0, Math.min(at - 40, line.length - WINDOW));
  const cut = from > 0 ? '…' : '';
  const shown = cut + printable(line.slice(from, from + WINDOW)) + (from + WINDOW < line.length ? '…' : '');
  const gutter = `  ${lineNumber} | `;
  const before = ' '.repeat(gutter.length + cut.length + at - from);
  return `${style.dim(gutter)}${shown}\n${before}${style.red('^')}`;
}

/**
 * A problem for people: `file:line:column: error: message`, the line with a caret, and the mend; without a line end
 * at its end.
 */
export function renderProblem(problem: Problem, style: Style): string {
  const { position, line, mend } = problem;
  const place = position === undefined ? '' : `:${position.line}:${position.column}`;
  const name = printable(problem.source);
  const lines = [`${style.bold(`${name}${place}:`)} ${style.red('error:')} ${printable(problem.message)}`];
  if (position !== undefined && line !== undefined && line.trim() !== '') {
    lines.push(frame(line, position.line, position.column, style));
  }
  if (mend !== undefined) lines.push(`  ${style.green('fix:')} ${printable(mend)}`);
  return lines.join('\n');
}
