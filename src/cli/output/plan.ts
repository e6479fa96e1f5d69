import type { Explanation } from '../../index.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

/**
 * The lines of a plan for people, worded by the library. What was asked and the heads of plans stand out; plans that
 * were not taken step back.
 */
export function planLines(explanation: Explanation, style: Style): string[] {
  return String(explanation)
    .split('\n')
    .map((text, index) => {
      const line = printable(text);
      if (index === 0) return style.bold(line);
      return line.trimStart().startsWith('not taken:')
        ? style.dim(line)
        : line.replace(/^to (?:find|count) them:/, style.bold);
    });
}
