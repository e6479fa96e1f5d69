import { compileSelector, tryParseSelector } from '../../index.ts';
import { EXIT, type ExitStatus, UsageError } from '../exit.ts';
import { createObjectWriter, type ObjectForm } from '../output/object-writers.ts';
import { kindTest, listOf, namespaceTest } from './kinds.ts';
import { NearMiss } from './near-miss.ts';
import { Tally, tellWhyNone } from './none-selected.ts';
import { readEverything, type Surroundings } from './reading.ts';
import { mixUp, splitArguments } from './select-arguments.ts';
import { keysOf, readSelector } from './selectors.ts';

/** The options of `labelwise select`. */
export interface SelectOptions {
  readonly selector: readonly string[];
  readonly namespace: readonly string[];
  readonly kind: readonly string[];
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
  const found = splitArguments(args, options.selector);
  const suspicion = mixUp(found, options.selector.length > 0);
  const isRefused = found.texts.some((text) => !tryParseSelector(text).ok);
  if (suspicion !== undefined && (isRefused || (found.paths.length === 0 && surroundings.stdinIsTerminal))) {
    throw new UsageError(suspicion);
  }
  const selector = readSelector(found.texts, console);
  const isSelected = compileSelector(selector);
  const isWantedKind = kindTest(listOf(options.kind));
  const isInNamespace = namespaceTest(listOf(options.namespace));
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

  await readEverything(
    found.paths,
    {
      object(object) {
        tally.count(object);
        if (!isWantedKind(object.kind, object.apiVersion)) return;
        if (!isInNamespace(object.namespace, object.kind)) return;
        tally.considered++;
        if (isSelected(object.labels)) {
          tally.selected++;
          writer.add(object);
          if (console.isTerminal) patience ??= setTimeout(showHeldRows, PATIENCE);
        } else if (tally.selected === 0) {
          nearMiss.consider(object);
        }
      },
      counts: () => ({ objects: tally.read, matches: tally.selected }),
    },
    surroundings,
  );
  clearTimeout(patience);
  writer.end();
  console.flush();
  if (tally.selected === 0 && options.output !== 'count')
    tellWhyNone(tally, nearMiss, selector, options, console);
  if (suspicion !== undefined && (tally.read === 0 || console.problems > 0)) console.note(suspicion);
  if (console.problems > 0) {
    const errors = console.problems === 1 ? '1 error' : `${console.problems} errors`;
    console.note(`${console.errorStyle.red(errors)}: what they concern is missing from the result`);
    return EXIT.trouble;
  }
  return tally.selected > 0 ? EXIT.yes : EXIT.no;
}
