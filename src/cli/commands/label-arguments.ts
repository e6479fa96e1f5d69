import { checkLabels, type Labels } from '../../index.ts';
import { UsageError } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { printable } from '../output/printable.ts';

/**
 * Labels given as `key=value`; the value begins after the first `=`.
 *
 * @throws UsageError for an argument of another shape, and for a key given twice
 */
export function readLabelArguments(args: readonly string[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const argument of args) {
    const at = argument.indexOf('=');
    if (at <= 0) {
      const shown = printable(argument);
      throw new UsageError(
        `"${shown}" is not a label: write key=value, or ${shown.replace(/^=.*/, 'key')}= for an empty value`,
      );
    }
    const key = argument.slice(0, at);
    if (labels.has(key)) throw new UsageError(`the label "${printable(key)}" is given twice`);
    labels.set(key, argument.slice(at + 1));
  }
  return labels;
}

/** Says of labels that no object can have them. They are matched all the same, as Kubernetes does. */
export function warnOfLabels(labels: Labels, console: Console): void {
  for (const { path = '', message } of checkLabels(labels)) {
    const place = printable(path.startsWith('[') ? `labels${path}` : `labels.${path}`);
    console.tell(`${console.errorStyle.yellow('warning:')} ${place}: ${printable(message)}`);
  }
}
