import { EXIT, type ExitStatus } from '../exit.ts';
import type { Console } from '../output/console.ts';
import type { Question } from './question.ts';
import type { Tally } from './tally.ts';

/**
 * The exit status of a command that has read many objects. When not all of them could be read it says so, and what
 * may have gone wrong.
 */
export function conclude(
  isFound: boolean,
  tally: Tally,
  { suspicion }: Pick<Question, 'suspicion'>,
  console: Console,
): ExitStatus {
  console.flush();
  if (suspicion !== undefined && (tally.read === 0 || console.problems > 0)) console.note(suspicion);
  if (console.problems > 0) {
    const errors = console.problems === 1 ? '1 error' : `${console.problems} errors`;
    console.note(`${console.errorStyle.red(errors)}: what they concern is missing from the result`);
    return EXIT.trouble;
  }
  return isFound ? EXIT.yes : EXIT.no;
}
