import type { Problem } from '../../manifests.ts';
import { codeFrame } from './code-frame.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

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
    const framed = { line, number: position.line, from: position.column - 1, to: position.column };
    lines.push(codeFrame(framed, { style, paint: style.red, columns: undefined }));
  }
  if (mend !== undefined) lines.push(`  ${style.green('fix:')} ${printable(mend)}`);
  return lines.join('\n');
}
