import type { Conflict } from '../../index.ts';
import { conflictMend, conflictRequirements, conflictText } from './conflict-text.ts';
import { type Layout, ledBy } from './layout.ts';
import type { Paint } from './style.ts';

/**
 * Why a selector matches nothing, and what it was probably meant to say.
 *
 * @param lead the words before it that stand out: `A matches nothing:`
 * @param subject what stands between these and the reason
 */
export function contradictionLines(
  lead: string,
  paint: Paint,
  subject: string,
  conflicts: readonly Conflict[],
  { style, columns }: Layout,
): string[] {
  const mends = conflicts.map(conflictMend).filter((mend) => mend !== undefined);
  return [
    ledBy(lead, paint, `${subject} ${conflicts.map(conflictText).join('; ')}`, { columns }),
    ...conflicts.flatMap(conflictRequirements).map((line) => `  ${style.dim(line)}`),
    ...mends.map((mend) => ledBy('fix:', style.green, ` ${mend}`, { columns, indent: 2, hanging: 7 })),
  ];
}
