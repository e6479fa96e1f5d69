import { existsSync } from 'node:fs';
import { tryParseSelector } from '../../index.ts';
import { UsageError } from '../exit.ts';
import { STDIN_ARGUMENT } from '../input/sources.ts';
import { printable } from '../output/printable.ts';

/** The arguments of `labelwise select`, told apart. */
export interface SelectArguments {
  /** The texts of the selectors, all of which must match. */
  readonly texts: readonly string[];
  readonly paths: readonly string[];
}

/**
 * The selectors and the inputs among the arguments: with `-l`, every argument is an input; without, the first one is
 * the selector.
 *
 * @throws UsageError when there is no selector
 */
export function splitArguments(args: readonly string[], selectors: readonly string[]): SelectArguments {
  if (selectors.length > 0) return { texts: selectors, paths: args };
  const [first, ...paths] = args;
  if (first === undefined) {
    throw new UsageError("no selector: give one, as in 'app=web,tier!=cache', or '' for every object");
  }
  return { texts: [first], paths };
}

/**
 * What may have gone wrong when nothing could be read: a file taken for the selector, or a selector taken for a file.
 *
 * @param exists whether something is at a path
 */
export function mixUp(
  { texts, paths }: SelectArguments,
  isSelectorOption: boolean,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const [text = ''] = texts;
  if (!isSelectorOption) {
    const isMeantAsInput = paths.length === 0 || !tryParseSelector(text).ok;
    return text !== '' && isMeantAsInput && exists(text)
      ? `"${printable(text)}" was taken for the selector; to read it, put a selector before it, or '' for every object`
      : undefined;
  }
  const stray = paths.find(
    (path) => path !== STDIN_ARGUMENT && /[=!<>( ]/.test(path) && !exists(path) && tryParseSelector(path).ok,
  );
  return stray === undefined
    ? undefined
    : `"${printable(stray)}" was taken for an input: a selector needs an -l before it`;
}
