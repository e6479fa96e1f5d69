import type { Part } from '../documents/kubernetes-object.ts';
import { isLabelValue } from '../labels/value.ts';
import { isJsonObject } from '../manifests/places.ts';
import { quote } from '../text/quote.ts';
import type { LintFix } from './finding.ts';
import type { Misreading } from './misreading.ts';
import { valueAt } from './value-at.ts';
import { quotedAs, replaceScalar, writtenScalar } from './written-scalar.ts';

/** Quotes around a number or a boolean where a string must stand: what is written stays as it is, `1.0` and `yes` too. */
export function quoteFix({ object, finding: { path, diagnostic } }: Misreading): LintFix | undefined {
  const value = valueAt(object.content, path);
  const isScalar = ['number', 'bigint', 'boolean'].includes(typeof value);
  if (!isScalar || !diagnostic.message.includes('is a string')) return undefined;
  const written = writtenScalar(object, path);
  if (written === undefined || !isLabelValue(written.text)) return undefined;
  const text = `"${written.text}"`;
  return { title: `quote it: ${text}`, isSafe: true, edits: [replaceScalar(object, written, text)] };
}

/** A key or value without the blanks around it, where it is right without them and no other has that key. */
export function trimFix(
  { object, finding: { path } }: Misreading,
  part: Part,
  isValid: (text: string) => boolean,
): LintFix | undefined {
  const text = part === 'key' ? path.at(-1) : valueAt(object.content, path);
  const trimmed = typeof text === 'string' ? text.trim() : undefined;
  if (trimmed === undefined || trimmed === text || trimmed === '' || !isValid(trimmed)) return undefined;
  const holder = valueAt(object.content, path.slice(0, -1));
  if (part === 'key' && isJsonObject(holder) && Object.hasOwn(holder, trimmed)) return undefined;
  const written = writtenScalar(object, path, part);
  // Without quotes around them, blanks are there by way of an escape or a block of text.
  if (written === undefined || quotedAs(written, '') === '') return undefined;
  const edit = replaceScalar(object, written, quotedAs(written, trimmed));
  return { title: `leave out the blanks: ${quote(trimmed)}`, isSafe: true, edits: [edit] };
}
