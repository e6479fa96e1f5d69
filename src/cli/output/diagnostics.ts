import { type Diagnostic, renderDiagnostic } from '../../index.ts';
import { type Layout, wrapped } from './layout.ts';

/**
 * A diagnostic of a selector for people, as the library renders it, with colour and with the line number of the
 * input that the selector stood in.
 *
 * @param line the line the text of the selector is on, from 1
 */
export function renderFinding(
  text: string,
  finding: Diagnostic,
  severity: 'error' | 'warning',
  { style, columns }: Layout,
  line: number = 1,
): string {
  const rendered = renderDiagnostic(text, finding).split('\n');
  const frame = finding.span === undefined ? [] : rendered.splice(0, 2);
  const [shown = '', carets = ''] = frame;
  const [message = '', ...fixes] = rendered;
  const paint = severity === 'error' ? style.red : style.yellow;
  const lines: string[] = [];
  if (frame.length > 0) {
    const [gutter = ''] = /^\d+/.exec(shown) ?? [];
    const number = String(Number(gutter) + line - 1);
    const shift = ' '.repeat(number.length - gutter.length);
    lines.push(`  ${style.dim(`${number} |`)}${shown.slice(gutter.length + 2)}`);
    lines.push(`  ${shift}${paint(carets)}`);
  }
  lines.push(wrapped(`  ${paint(`${severity}:`)} ${message}`, columns, 4));
  for (const fix of fixes) {
    lines.push(wrapped(`  ${style.green(fix.slice(0, 4))}${fix.slice(4)}`, columns, 4));
  }
  return lines.join('\n');
}
