import { isLabelKey } from '../labels/key.ts';
import { isLabelValue } from '../labels/value.ts';
import { isJsonObject, memberOf } from '../manifests/places.ts';
import { ARITY } from '../selector/arity.ts';
import { operatorMeantBy } from '../selector/objects/operator-hint.ts';
import {
  FIELD_OPERATORS,
  LABEL_SELECTOR_OPERATORS,
  NODE_SELECTOR_OPERATORS,
  type OperatorNames,
} from '../selector/objects/operator-names.ts';
import type { DiagnosticCode } from '../text/diagnostic.ts';
import type { ObjectPath } from '../text/object-path.ts';
import type { LintFix } from './finding.ts';
import { labelsAlone, underMatchLabels } from './form-fix.ts';
import type { Misreading } from './misreading.ts';
import { quoteFix, trimFix } from './scalar-fix.ts';
import { valueAt } from './value-at.ts';
import { quotedAs, replaceScalar, writtenScalar } from './written-scalar.ts';

/** What a reader of selectors proposes to write, at the end of its message. */
const PROPOSED = /; did you mean (\w+)\?$/;

function operatorsAt(path: ObjectPath): OperatorNames {
  if (path.includes('matchFields')) return FIELD_OPERATORS;
  const isOfNodes = path.includes('nodeSelectorTerms') || path.at(-4) === 'preference';
  return isOfNodes ? NODE_SELECTOR_OPERATORS : LABEL_SELECTOR_OPERATORS;
}

/** Whether an operator takes as many values as stand beside it. */
function fits(name: string, names: OperatorNames, values: unknown): boolean {
  const operator = names.get(name);
  const count = Array.isArray(values) ? values.length : 0;
  if (operator === undefined) return false;
  const arity = ARITY[operator];
  return arity === 'none' ? count === 0 : arity === 'one' ? count === 1 : count > 0;
}

/** Another operator: safe where the word says no other, and the values beside it are those that it takes. */
function operatorFix({ object, finding: { path, diagnostic } }: Misreading): LintFix | undefined {
  const word = valueAt(object.content, path);
  const written = writtenScalar(object, path);
  if (typeof word !== 'string' || written === undefined) return undefined;
  const names = operatorsAt(path);
  const certain = operatorMeantBy(word, names);
  const name = certain ?? PROPOSED.exec(diagnostic.message)?.[1];
  if (name === undefined) return undefined;
  const values = valueAt(object.content, [...path.slice(0, -1), 'values']);
  const isSpelling = name.toLowerCase() === word.toLowerCase();
  return {
    title: `write ${name}`,
    isSafe: isSpelling || (certain !== undefined && fits(name, names, values)),
    edits: [replaceScalar(object, written, quotedAs(written, name))],
  };
}

/** Whether a field holds what stands under its misspelt name. */
function holds(field: string, value: unknown): boolean {
  if (field === 'matchLabels') return isJsonObject(value);
  return field === 'key' || field === 'operator' ? typeof value === 'string' : Array.isArray(value);
}

function fieldFix({ object, finding: { path, diagnostic } }: Misreading): LintFix | undefined {
  const field = PROPOSED.exec(diagnostic.message)?.[1];
  if (field === undefined || !holds(field, valueAt(object.content, path))) return undefined;
  const written = writtenScalar(object, path, 'key');
  if (written === undefined) return undefined;
  const edit = replaceScalar(object, written, quotedAs(written, field));
  return { title: `write ${field}`, isSafe: true, edits: [edit] };
}

/** One value, where a list of them belongs. */
function listFix({ object, finding: { path } }: Misreading): LintFix | undefined {
  const value = valueAt(object.content, path);
  const written = writtenScalar(object, path);
  if (typeof value !== 'string' || !isLabelValue(value) || written === undefined) return undefined;
  const text = `[${JSON.stringify(value)}]`;
  return { title: `write ${text}`, isSafe: true, edits: [replaceScalar(object, written, text)] };
}

function typeFix(misreading: Misreading): LintFix | undefined {
  const { object, finding } = misreading;
  const { path } = finding;
  const value = valueAt(object.content, path);
  const field = path.at(-1);
  if (field === 'values') return listFix(misreading);
  if (!isJsonObject(value)) return quoteFix(misreading);
  // What a whole selector is, and should not be: labels alone, or a LabelSelector.
  if (typeof field !== 'string' || !/selector$/i.test(field)) return undefined;
  if (isJsonObject(memberOf(value, 'matchLabels'))) return labelsAlone(object, path);
  const isOfLabels = Object.values(value).every((label) => typeof label === 'string');
  return isOfLabels ? underMatchLabels(object, path) : undefined;
}

const FIXES: { readonly [C in DiagnosticCode]?: (misreading: Misreading) => LintFix | undefined } = {
  'unsupported-operator': operatorFix,
  'unknown-field': fieldFix,
  'wrong-type': typeFix,
  'key-invalid': (misreading) =>
    misreading.finding.path.at(-1) === 'key'
      ? trimFix(misreading, 'value', isLabelKey)
      : trimFix(misreading, 'key', isLabelKey),
  'value-invalid': (misreading) => trimFix(misreading, 'value', isLabelValue),
};

/** What to write instead of a mistake in a selector, where that can be known. */
export function selectorFix(misreading: Misreading): LintFix | undefined {
  return FIXES[misreading.finding.diagnostic.code]?.(misreading);
}
