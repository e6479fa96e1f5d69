import { loadGrammar } from '#grammar';
import { limitsOf, type ParseLimits, type ParseOptions } from '../syntax/limits.ts';
import { scanSelector } from '../syntax/scan.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { kindOf } from '../text/kind-of.ts';
import { accepted, acceptedWith, type ParseResult, rejected, selectorOrThrow } from './parse-result.ts';
import { conjunctionSelector, type Selector } from './selector.ts';

function refuseNonString(text: unknown): never {
  throw new TypeError(
    `a selector's text must be a string, not ${kindOf(text)}; for objects there is fromLabelSelector`,
  );
}

/**
 * Parses a selector (apimachinery `labels.Parse`, with the differences the dialect states), validating its keys and
 * values, and reports every independent mistake of the text, in order.
 *
 * @param text any string; the empty and the blank text select everything
 * @param options limits on length, requirements and values
 * @returns the selector and warnings, or at least one diagnostic with spans in UTF-16 offsets; never throws on a string
 * @complexity O(text length), and sorting of set values.
 * @throws TypeError where `text` is no string or a limit no whole number
 */
export function tryParseSelector(text: string, options?: ParseOptions): ParseResult {
  if (typeof text !== 'string') refuseNonString(text);
  const limits = limitsOf(options);
  const scanned = scanSelector(text, limits);
  if (scanned === undefined) return readThoroughly(text, limits);
  const selector = conjunctionSelector(scanned.requirements);
  return scanned.remarkable ? acceptedWith(selector, () => warningsOf(text, limits)) : accepted(selector);
}

/** What the grammar makes of a text that the quick reader gave up on. */
function readThoroughly(text: string, limits: ParseLimits): ParseResult {
  const read = loadGrammar().readSelector(text, limits);
  return read.ok
    ? accepted(conjunctionSelector(read.requirements), read.warnings)
    : rejected(read.diagnostics);
}

/** What may be odd about a text that is right, by the grammar, which knows the places. */
function warningsOf(text: string, limits: ParseLimits): readonly Diagnostic[] {
  const read = loadGrammar().readSelector(text, limits);
  return read.ok ? read.warnings : [];
}

/**
 * Parses a selector, as {@link tryParseSelector} does, for texts that ought to be right.
 *
 * @param text any string; the empty and the blank text select everything
 * @param options limits on length, requirements and values
 * @throws SelectorError with every mistake in `diagnostics`; its message shows the first in place
 * @throws TypeError where `text` is no string or a limit no whole number
 */
export function parseSelector(text: string, options?: ParseOptions): Selector {
  if (typeof text !== 'string') refuseNonString(text);
  const limits = limitsOf(options);
  const scanned = scanSelector(text, limits);
  if (scanned !== undefined) return conjunctionSelector(scanned.requirements);
  return selectorOrThrow(readThoroughly(text, limits), text);
}
