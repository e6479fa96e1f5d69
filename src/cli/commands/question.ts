import { type Selector, tryParseSelector } from '../../index.ts';
import { UsageError } from '../exit.ts';
import type { Surroundings } from './reading.ts';
import { mixUp, type SelectArguments } from './select-arguments.ts';
import { readSelector } from './selectors.ts';

/** What a command is to find, and where. */
export interface Question {
  readonly selector: Selector;
  readonly paths: readonly string[];
  /** What may have gone wrong should nothing be read; undefined when nothing looks amiss. */
  readonly suspicion: string | undefined;
}

/**
 * The question that arguments ask.
 *
 * @param isSelectorOption whether the selector was given with `-l`
 * @throws UsageError when the selector is not valid, or is plainly not meant as one
 */
export function readQuestion(
  found: SelectArguments,
  isSelectorOption: boolean,
  { console, stdinIsTerminal }: Surroundings,
): Question {
  const suspicion = mixUp(found, isSelectorOption);
  const isRefused = found.texts.some((text) => !tryParseSelector(text).ok);
  if (suspicion !== undefined && (isRefused || (found.paths.length === 0 && stdinIsTerminal))) {
    throw new UsageError(suspicion);
  }
  return { selector: readSelector(found.texts, console), paths: found.paths, suspicion };
}
