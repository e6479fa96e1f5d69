import { nearest } from '../../text/nearest.ts';
import { fieldPath } from '../../text/object-path.ts';
import { quote } from '../../text/quote.ts';
import type { Findings } from './findings.ts';
import { describeValue, hidesField, list, objectFields } from './json-shape.ts';

/** What an object with fixed fields is called in messages, which fields it has, and what to say about others. */
export interface ObjectKind {
  /** With its article: `a LabelSelector`. */
  readonly title: string;
  readonly fields: readonly string[];
  /** What to do where a field that it does not have is met, as the end of a sentence, or `''`. */
  readonly mendUnknown?: (field: string, all: ReadonlyMap<string, unknown>) => string;
  /** What to do where something else than an object is met, as the end of a sentence, or `''`. */
  readonly mendType?: (value: unknown) => string;
}

/** What {@link objectFields} finds in place of an object where a YAML reader makes Maps. */
const MAP = 'a Map object';

/** `a; b`, or `a` where there is no b. */
export function withMend(message: string, mend: string): string {
  return mend === '' ? message : `${message}; ${mend}`;
}

/** `a, b and c`. */
export function inWords(names: Iterable<string>): string {
  const all = [...names];
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
}

/**
 * The fields of an object whose fields are known. Others are mistakes: Kubernetes' strict decoding refuses them, and
 * a selector that lost a misspelt field would select too much.
 *
 * @returns undefined where there is no object, which is then a finding
 */
export function readKnownFields(
  value: unknown,
  path: string,
  kind: ObjectKind,
  findings: Findings,
): ReadonlyMap<string, unknown> | undefined {
  const shape = objectFields(value);
  if (!shape.ok) {
    const message = `${kind.title} is an object, not ${shape.found}`;
    const mend = shape.found === MAP ? 'turn it into one with Object.fromEntries' : kind.mendType?.(value);
    findings.add('wrong-type', path, withMend(message, mend ?? ''));
    return undefined;
  }
  const fields = shape.content;
  for (const field of fields.keys()) {
    if (findings.full) break;
    if (kind.fields.includes(field)) continue;
    findings.add('unknown-field', fieldPath(path, field), unknownField(field, fields, kind));
  }
  for (const field of kind.fields) {
    if (!hidesField(value, fields, field)) continue;
    const message = `${kind.title} is read by its own, enumerable fields, and ${field} is not one of them`;
    findings.add('wrong-type', fieldPath(path, field), `${message}; give a plain object`);
  }
  return fields;
}

function unknownField(field: string, all: ReadonlyMap<string, unknown>, kind: ObjectKind): string {
  const has = `${kind.title} has no field ${quote(field)}, only ${inWords(kind.fields)}`;
  const near = nearest(field, kind.fields);
  if (near !== undefined && !all.has(near)) return `${has}; did you mean ${near}?`;
  return withMend(has, kind.mendUnknown?.(field, all) ?? '');
}

/** What a list is called in messages, and what to do where something else is met. */
export interface ListKind {
  /** With its verb: `matchExpressions is`. */
  readonly title: string;
  /** The end of a sentence, or `''`. */
  readonly mendType: (value: unknown) => string;
}

/** A list, or, where there is none, the empty list and a finding. */
export function readList(
  value: unknown,
  path: string,
  kind: ListKind,
  findings: Findings,
): readonly unknown[] {
  const shape = list(value);
  if (shape.ok) return shape.content;
  findings.add(
    'wrong-type',
    path,
    withMend(`${kind.title} a list, not ${shape.found}`, kind.mendType(value)),
  );
  return [];
}

/** A value that a YAML or JSON author wrote without quotes, or left out, and how to write it. */
export function mendScalar(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return `put it in quotes: "${value}"`;
  return value === null ? 'the empty value is ""' : '';
}

/** Where a string must stand: what was found, and how to mend it. */
export function notAString(title: string, value: unknown): string {
  return withMend(`${title} is a string, not ${describeValue(value)}`, mendScalar(value));
}
