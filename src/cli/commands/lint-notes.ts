import { EXIT, type ExitStatus } from '../exit.ts';
import type { FixedInputs } from '../lint/fixing.ts';
import type { LintReport } from '../lint/report.ts';
import type { Console } from '../output/console.ts';
import { counted } from '../output/counted.ts';
import { printable } from '../output/printable.ts';

/** Entries of a baseline that are told one by one. */
const TOLD = 5;

/** Says which entries of a baseline were not found. */
export function tellStale({ stale }: LintReport, baseline: string, console: Console): void {
  if (stale.length === 0) return;
  const entries = counted(stale.length, 'entry', 'entries');
  const name = printable(baseline);
  console.tell(
    `${console.errorStyle.yellow('stale:')} ${entries} of ${name} not found; --write-baseline ${name} writes it anew`,
  );
  for (const { rule, object, message } of stale.slice(0, TOLD)) {
    console.tell(printable(`  ${[object, message].filter((text) => text !== '').join(': ')} [${rule}]`));
  }
  if (stale.length > TOLD) console.note(`  … and ${stale.length - TOLD} more`);
}

/** Says which fixes were not made, and with a diff, how many would be. */
export function tellFixes({ fixes, refused, texts }: FixedInputs, isDry: boolean, console: Console): void {
  if (isDry) {
    const made = `${counted(fixes, 'fix', 'fixes')} in ${counted(texts.length, 'file')}`;
    console.tell(
      fixes === 0 ? 'there is nothing that --fix would mend by itself' : `${made}; nothing was written`,
    );
  }
  if (refused > 0) {
    const made = counted(refused, 'fix was not made', 'fixes were not made');
    console.tell(`${made}: a file could not have been read with it`);
  }
}

/** The exit status of a run, with what there is to say where not everything was read. */
export function concludeLint(objects: number, isFailing: boolean, console: Console): ExitStatus {
  if (console.problems > 0) {
    const errors = console.errorStyle.red(counted(console.problems, 'error'));
    console.tell(
      `${errors}: what ${console.problems === 1 ? 'it concerns' : 'they concern'} was not checked`,
    );
    return EXIT.trouble;
  }
  if (objects === 0) {
    console.tell(`${console.errorStyle.yellow('nothing was checked:')} no Kubernetes objects were found`);
  }
  return isFailing ? EXIT.no : EXIT.yes;
}
