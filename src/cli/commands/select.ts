import { compileSelector } from '../../index.ts';
import type { ExitStatus } from '../exit.ts';
import type { ObjectForm } from '../output/object-forms.ts';
import { createObjectWriter } from '../output/object-writers.ts';
import { conclude } from './conclude.ts';
import type { Filters } from './filters.ts';
import { NearMiss } from './near-miss.ts';
import { tellWhyNone } from './none-selected.ts';
import { readQuestion } from './question.ts';
import { readWanted } from './read-wanted.ts';
import type { Surroundings } from './reading.ts';
import { splitArguments } from './select-arguments.ts';
import { keysOf } from './selectors.ts';
import { Tally } from './tally.ts';

/** The options of `labelwise select`. */
export interface SelectOptions extends Filters {
  readonly selector: readonly string[];
  readonly output: ObjectForm;
  readonly headers: boolean;
}

/** On a screen, rows are not held back longer than this, in milliseconds. */
const PATIENCE = 500;

/**
 * `labelwise select`: writes the objects of files, folders and standard input that a selector selects.
 *
 * @param args the selector and the inputs; with `-l`, the inputs alone
 * @returns yes when any object was selected, no when none was; trouble when not everything could be read
 */
export async function select(
  args: readonly string[],
  options: SelectOptions,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { console } = surroundings;
  const isSelectorOption = options.selector.length > 0;
  const question = readQuestion(splitArguments(args, options.selector), isSelectorOption, surroundings);
  const { selector } = question;
  const isSelected = compileSelector(selector);
  const writer = await createObjectWriter(options.output, console.write.bind(console), {
    style: console.style,
    hasHeaders: options.headers,
    asked: keysOf(selector),
  });
  const tally = new Tally();
  const nearMiss = new NearMiss(selector);
  let patience: NodeJS.Timeout | undefined;

  function showHeldRows(): void {
    writer.flush();
    console.flush();
  }

  await readWanted(
    question.paths,
    options,
    tally,
    {
      object(object) {
        if (isSelected(object.labels)) {
          tally.selected++;
          writer.add(object);
          if (console.isTerminal) patience ??= setTimeout(showHeldRows, PATIENCE);
        } else if (tally.selected === 0) {
          nearMiss.consider(object);
        }
      },
      matches: () => tally.selected,
    },
    surroundings,
  );
  clearTimeout(patience);
  writer.end();
  if (tally.selected === 0 && options.output !== 'count')
    tellWhyNone(tally, nearMiss, selector, options, console);
  return conclude(tally.selected > 0, tally, question, console);
}
