import { UsageError } from '../exit.ts';
import { readLines } from '../input/lines.ts';
import { reasonOf, STDIN_ARGUMENT, STDIN_NAME } from '../input/sources.ts';
import type { Console } from '../output/console.ts';

/** The text of a selector, and the line of standard input it stood on; an argument has none. */
export interface SelectorText {
  readonly text: string;
  readonly line?: number;
}

async function* readStdin(console: Console): AsyncGenerator<SelectorText> {
  try {
    for await (const line of readLines({ name: STDIN_NAME })) {
      if ('message' in line) console.report(line);
      else yield { text: line.text, line: line.number };
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    console.report({ source: STDIN_NAME, message: reasonOf(error) });
  }
}

/**
 * The selectors of `check`, `fmt` and `simplify`: the arguments, `-` standing for the lines of standard input; without
 * arguments, standard input alone. Lines that cannot be read are reported.
 *
 * @param stdinIsTerminal whether standard input is a person's keyboard, where waiting would look like hanging
 * @throws UsageError when there is nothing to read
 */
export async function* selectorTexts(
  args: readonly string[],
  stdinIsTerminal: boolean,
  console: Console,
): AsyncGenerator<SelectorText> {
  if (args.length === 0 && stdinIsTerminal) {
    throw new UsageError(
      "no selector: give one or more, as in 'app=web,tier!=cache', or - to read them line by line",
    );
  }
  if (args.filter((text) => text === STDIN_ARGUMENT).length > 1) {
    throw new UsageError('"-" stands twice: standard input can be read only once');
  }
  for (const text of args.length === 0 ? [STDIN_ARGUMENT] : args) {
    if (text === STDIN_ARGUMENT) yield* readStdin(console);
    else yield { text };
  }
}
