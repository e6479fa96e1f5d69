import { describe } from '../documents/label-set.ts';
import type { FindingParts, LintFix } from './finding.ts';
import type { Misreading } from './misreading.ts';
import { placeholderDoubt } from './placeholder.ts';
import { valueAt } from './value-at.ts';

/** A message of a reader, cut where it goes on to say how to mend it: at the first `; ` that is in no quotes. */
const SENTENCE_AND_MEND = /^((?:"[^"]*"|;(?! )|[^";])+); (.*)$/s;

/** What a reader says, in the two parts that a finding has. */
function cut(message: string): { readonly message: string; readonly mend?: string } {
  const [, sentence, mend] = SENTENCE_AND_MEND.exec(message) ?? [];
  if (sentence === undefined || mend === undefined) return { message };
  return { message: sentence, mend: mend.replace(/^did you mean (.*)\?$/, 'write $1') };
}

/** What is told of a scalar that is no string, as it is written: YAML makes 1 of `1.0`, and `true` of `yes`. */
function asWritten({ object, finding: { path, diagnostic } }: Misreading): {
  readonly message: string;
  readonly mend?: string;
} {
  const value = valueAt(object.content, path);
  const isScalar = ['number', 'bigint', 'boolean'].includes(typeof value);
  const [sentence] = diagnostic.message.split(', not ');
  if (diagnostic.code !== 'wrong-type' || !isScalar || sentence === undefined) return cut(diagnostic.message);
  const { token } = object.origin.locate([...object.path, ...path]);
  const message = `${sentence}, not ${describe(value, token)}`;
  return sentence.endsWith('is a string') ? { message, mend: `quote it: "${token}"` } : { message };
}

/** Why a key or value that is not valid may be so when it is applied. */
function doubtOf({ object, finding: { path, diagnostic } }: Misreading): string | undefined {
  if (!/^(?:key|prefix|value)-(?:invalid|too-long)$/.test(diagnostic.code)) return undefined;
  const texts = [path.at(-1), valueAt(object.content, path)];
  for (const text of texts) {
    const doubt = typeof text === 'string' ? placeholderDoubt(text) : undefined;
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}

/** A mistake in a selector or in labels as a finding of a rule, at its place. */
export function toldMisreading(misreading: Misreading, fix?: LintFix): FindingParts {
  const { object, finding } = misreading;
  const { path, diagnostic } = finding;
  const isOfKey =
    diagnostic.code === 'unknown-field' ||
    (/^(?:key|prefix)-/.test(diagnostic.code) && path.at(-1) !== 'key');
  const doubt = doubtOf(misreading);
  const { message, mend } = asWritten(misreading);
  // What could be written instead of a place for something helps nobody.
  const advice = doubt === undefined ? (fix?.title ?? mend) : undefined;
  return {
    place: { object, path, part: isOfKey ? 'key' : 'value' },
    verdict: doubt === undefined ? 'definite' : 'unknown',
    message: message.replaceAll('U+0020', 'a blank'),
    ...(advice !== undefined && { mend: advice }),
    ...(doubt !== undefined && { doubt }),
    ...(fix !== undefined && doubt === undefined && { fix }),
  };
}
