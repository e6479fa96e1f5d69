import { EXIT, type ExitStatus } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { counted } from '../output/counted.ts';
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
  if (suspicion !== undefined && (tally.read === 0 || console.problems > 0)) console.tell(suspicion);
  if (console.problems > 0) {
    const errors = console.errorStyle.red(counted(console.problems, 'error'));
    console.tell(
      `${errors}: what ${console.problems === 1 ? 'it concerns' : 'they concern'} is missing from the result`,
    );
    return EXIT.trouble;
  }
  return isFound ? EXIT.yes : EXIT.no;
}
