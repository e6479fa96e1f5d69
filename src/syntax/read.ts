import type { Diagnostic, Diagnostics } from '../text/diagnostic.ts';
import type { Requirement, WrittenRequirement } from './ast.ts';
import { edit } from './edits.ts';
import { MAX_DIAGNOSTICS, type ParseLimits } from './limits.ts';
import { mistake } from './mistakes/mistake.ts';
import { type Recovered, recover } from './recover.ts';
import { valueSet } from './value-set.ts';
import { warningsOf } from './warnings.ts';

/** What a text says, or everything that is wrong with it, in the order of the text. */
export type Reading =
  | {
      readonly ok: true;
      readonly requirements: readonly Requirement[];
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: Diagnostics };

function refused(first: Diagnostic, ...others: Diagnostic[]): Reading {
  return { ok: false, diagnostics: [first, ...others] };
}

/** Diagnostics in the order of the text, and no more than are worth listing. */
function inOrder(found: readonly Diagnostic[], end: number): Diagnostic[] {
  const ordered = [...found].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  const rest = ordered[MAX_DIAGNOSTICS];
  if (rest === undefined) return ordered;
  const span = { start: rest.span?.start ?? end, end };
  const message = `there is more than these ${MAX_DIAGNOSTICS}; mend them first`;
  return [...ordered.slice(0, MAX_DIAGNOSTICS), mistake('too-many-diagnostics', span, message)];
}

/** A requirement as selectors carry it. */
function requirementOf({ key, operator, values }: WrittenRequirement): Requirement {
  const images = values.map(({ image }) => image);
  return Object.freeze({ key: key.image, operator, values: valueSet(images) });
}

/**
 * Reads a text by the grammar and says everything there is to say about it: all independent mistakes, or what it
 * requires with warnings. The quick reader (scan.ts) answers for texts with nothing to tell of; on these both agree.
 *
 * @complexity O(text length), and sorting for sets.
 */
export function readSelector(text: string, limits: ParseLimits): Reading {
  if (text.length > limits.maxLength) {
    return refused({
      code: 'text-too-long',
      message: `a selector may have at most ${limits.maxLength} characters; this text has ${text.length}`,
      span: { start: limits.maxLength, end: text.length },
    });
  }
  const { requirements, diagnostics: mistakes } = text.includes('\0')
    ? recoverWithoutNul(text, limits)
    : recover(text, limits);
  const beyond = tooManyValues(requirements, limits);
  const diagnostics = beyond === undefined ? mistakes : [...mistakes, beyond];
  const [first, ...others] = inOrder(diagnostics, text.length);
  if (first !== undefined) return refused(first, ...others);
  return {
    ok: true,
    requirements: Object.freeze(requirements.map(requirementOf)),
    warnings: inOrder(requirements.flatMap(warningsOf), text.length),
  };
}

/** Runs of NUL are told, and taken out before the rest is read, so that none hides in a word or parts one. */
function recoverWithoutNul(text: string, limits: ParseLimits): Recovered {
  const runs: Diagnostic[] = [];
  for (const { 0: run, index } of text.matchAll(/\0+/g)) {
    const span = { start: index, end: index + run.length };
    const found = run.length === 1 ? 'a NUL character' : `${run.length} NUL characters`;
    runs.push(
      mistake('null-character', span, `found ${found}; a selector cannot hold one`, {
        title: 'remove it',
        span,
        text: '',
      }),
    );
    if (runs.length > MAX_DIAGNOSTICS) return { requirements: [], diagnostics: runs };
  }
  const clean = edit(
    text,
    runs.flatMap(({ fixes }) => fixes ?? []),
  );
  if (clean === undefined) return { requirements: [], diagnostics: runs };
  const { requirements, diagnostics } = recover(clean.text, limits);
  const rest = diagnostics.map(clean.original).filter((d) => d !== undefined);
  return { requirements, diagnostics: [...runs, ...rest] };
}

/** The first value beyond the limit on values. */
function tooManyValues(
  requirements: readonly WrittenRequirement[],
  limits: ParseLimits,
): Diagnostic | undefined {
  let count = 0;
  for (const { operator, values } of requirements) {
    if (operator !== 'in' && operator !== 'notin') continue;
    const value = values[limits.maxValues - count];
    count += values.length;
    if (value === undefined) continue;
    const message = `the sets of a selector may have at most ${limits.maxValues} values in all; this is one more`;
    return mistake('too-many-values', value.span, message);
  }
  return undefined;
}
