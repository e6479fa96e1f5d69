import type { Problem } from '../../manifests.ts';
import { codeFrame } from './code-frame.ts';
import { type Layout, wrapped } from './layout.ts';
import { printable } from './printable.ts';

/**
 * A problem for people: `file:line:column: error: message`, the line with a caret, and the mend; without a line end
 * at its end.
 */
export function renderProblem(problem: Problem, { style, columns }: Layout): string {
  const { position, line, mend } = problem;
  const place = position === undefined ? '' : `:${position.line}:${position.column}`;
  const name = printable(problem.source);
  const head = `${style.bold(`${name}${place}:`)} ${style.red('error:')} ${printable(problem.message)}`;
  const lines = [wrapped(head, columns, 2)];
  if (position !== undefined && line !== undefined && line.trim() !== '') {
    const framed = { line, number: position.line, from: position.column - 1, to: position.column };
    lines.push(codeFrame(framed, { style, paint: style.red, columns }));
  }
  if (mend !== undefined) lines.push(wrapped(`  ${style.green('fix:')} ${printable(mend)}`, columns, 4));
  return lines.join('\n');
}
