import type { LintFinding, LintOptions } from '../../../src/manifests.ts';
import { lint } from './linting.ts';

/** The UTF-16 offset of a place. */
function offsetOf(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number {
  const lines = text.split('\n');
  return lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

/** A text with the safe fixes of some findings made, the last ones first; each region must begin on the line it says. */
function withFixes(text: string, findings: readonly LintFinding[]): string {
  const edits = findings.flatMap(({ fix }) => (fix?.isSafe ? fix.edits : []));
  const changes = edits.map(({ region, text: by }) => {
    if (text.split('\n')[region.start.line - 1] !== region.line)
      throw new Error(`not its line: ${region.line}`);
    return { from: offsetOf(text, region.start), to: offsetOf(text, region.end), by };
  });
  return changes
    .sort((a, b) => b.from - a.from)
    .reduce((mended, { from, to, by }) => mended.slice(0, from) + by + mended.slice(to), text);
}

/** A YAML text with everything mended that a rule, alone, mends safely. */
export async function mended(text: string, rule: string, options: LintOptions = {}): Promise<string> {
  const findings = await lint(text, options);
  return withFixes(
    text,
    findings.filter((finding) => finding.rule === rule),
  );
}

/** The findings of one rule in a YAML text. */
export async function foundBy(rule: string, text: string): Promise<readonly LintFinding[]> {
  const findings = await lint(text, { rules: { [rule]: 'warning' } });
  return findings.filter((finding) => finding.rule === rule);
}

/** Where findings stand, and how sure they are: `definite 3:5`. */
export function places(findings: readonly LintFinding[]): readonly string[] {
  return findings.map(({ verdict, region: { start } }) => `${verdict} ${start.line}:${start.column}`);
}
