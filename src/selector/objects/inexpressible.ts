import type { Diagnostic, DiagnosticCode } from '../../text/diagnostic.ts';
import { SelectorError } from '../../text/selector-error.ts';
import { printRequirement } from '../print.ts';
import type { Alternative } from '../requirement.ts';
import type { Selector } from '../selector.ts';
import { alternativesOf } from '../selector-argument.ts';
import type { Placed } from './placed.ts';

/** The code of a selector that a kind of object has no way to say at all. */
export const INEXPRESSIBLE: DiagnosticCode = 'not-expressible';

/** The requirements of an alternative with their places in the selector, `alternatives[0][2]`. */
export function placedRequirements(alternative: Alternative, index: number): readonly Placed[] {
  return alternative.map((requirement, at) => ({ requirement, path: `alternatives[${index}][${at}]` }));
}

/** A requirement that an object cannot say. */
export function cannotSay({ requirement, path }: Placed, code: DiagnosticCode, why: string): Diagnostic {
  return { code, message: `cannot say ${printRequirement(requirement)}: ${why}`, path };
}

/**
 * Nothing, where all was said.
 * @throws SelectorError with what could not be said
 */
export function throwInexpressible(diagnostics: readonly Diagnostic[]): void {
  const [first, ...others] = diagnostics;
  if (first !== undefined) throw new SelectorError([first, ...others]);
}

/**
 * The one conjunction of a selector that an object without alternatives is to say.
 *
 * @param title the object, with its article
 * @param forNothing what to do instead of saying Nothing
 * @throws TypeError where the argument is no Selector
 * @throws SelectorError where it has no alternative, or several
 */
export function onlyAlternative(
  selector: Selector,
  argument: string,
  title: string,
  forNothing: string,
): readonly Placed[] {
  const alternatives = alternativesOf(selector, argument);
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1) return placedRequirements(only, 0);
  const [code, message]: [DiagnosticCode, string] =
    only === undefined
      ? [INEXPRESSIBLE, `${title} cannot say that nothing is selected: ${forNothing}`]
      : [
          'unsupported-or',
          `${title} cannot say ${alternatives.length} alternatives: write one for each, or a NodeSelector for nodes`,
        ];
  throw new SelectorError([{ code, message, path: 'alternatives' }]);
}
