import { EXIT, type ExitStatus } from '../exit.ts';
import type { FixedInputs } from '../lint/fixing.ts';
import type { LintReport } from '../lint/report.ts';
import type { Console } from '../output/console.ts';
import { printable } from '../output/printable.ts';

/** Entries of a baseline that are told one by one. */
const TOLD = 5;

/** Says which entries of a baseline were not found. */
export function tellStale({ stale }: LintReport, baseline: string, console: Console): void {
  if (stale.length === 0) return;
  const entries = stale.length === 1 ? '1 entry' : `${stale.length} entries`;
  const name = printable(baseline);
  console.note(
    `${console.errorStyle.yellow('stale:')} ${entries} of ${name} not found; --write-baseline ${name} writes it anew`,
  );
  for (const { rule, object, message } of stale.slice(0, TOLD)) {
    console.note(printable(`  ${[object, message].filter((text) => text !== '').join(': ')} [${rule}]`));
  }
  if (stale.length > TOLD) console.note(`  … and ${stale.length - TOLD} more`);
}

/** Says which fixes were not made, and with a diff, how many would be. */
export function tellFixes({ fixes, refused, texts }: FixedInputs, isDry: boolean, console: Console): void {
  if (isDry) {
    const made = `${fixes === 1 ? '1 fix' : `${fixes} fixes`} in ${texts.length === 1 ? '1 file' : `${texts.length} files`}`;
    console.note(fixes === 0 ? 'there is nothing that --fix would mend' : `${made}; nothing was written`);
  }
  if (refused > 0) {
    const made = refused === 1 ? '1 fix was not made' : `${refused} fixes were not made`;
    console.note(`${made}: a file could not have been read with it`);
  }
}

/** The exit status of a run, with what there is to say where not everything was read. */
export function concludeLint(objects: number, isFailing: boolean, console: Console): ExitStatus {
  console.flush();
  if (console.problems > 0) {
    const errors = console.problems === 1 ? '1 error' : `${console.problems} errors`;
    console.note(`${console.errorStyle.red(errors)}: what they concern was not checked`);
    return EXIT.trouble;
  }
  if (objects === 0) {
    console.note(`${console.errorStyle.yellow('nothing was checked:')} no Kubernetes objects were found`);
  }
  return isFailing ? EXIT.no : EXIT.yes;
}
