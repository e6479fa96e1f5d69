import { pathBelow } from '../lint/configured-ignores.ts';
import { findingsIn } from '../lint/findings-in.ts';
import { textOfFile, writeFixed } from '../lint/fix-files.ts';
import { type FixedInputs, fixInputs } from '../lint/fixing.ts';
import { allOf, type Inputs } from '../lint/inputs.ts';
import { type JudgeSettings, judge } from '../lint/judge.ts';
import type { Console } from '../output/console.ts';
import { unifiedDiff } from '../output/unified-diff.ts';
import { tellFixes } from './lint-notes.ts';

/** Mends what can be mended safely, in files, or in a diff of them. */
export async function mend(
  inputs: Inputs,
  settings: JudgeSettings,
  isDry: boolean,
  console: Console,
): Promise<FixedInputs> {
  const fixed = await fixInputs(
    inputs,
    (now) => judge(findingsIn(now, settings), allOf(now), settings).findings,
    textOfFile,
  );
  if (isDry) {
    for (const { source, before, after } of fixed.texts) {
      console.write(unifiedDiff(pathBelow(process.cwd(), source), before, after));
    }
  } else {
    for (const problem of await writeFixed(fixed.texts)) console.report(problem);
  }
  tellFixes(fixed, isDry, console);
  return fixed;
}
