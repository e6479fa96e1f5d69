import { parseInt64 } from '../../labels/int64.ts';
import { fieldPath, itemPath } from '../../text/object-path.ts';
import { quote } from '../../text/quote.ts';
import { ARITY, type Arity } from '../arity.ts';
import { frozenRequirement, type Operator, type Requirement } from '../requirement.ts';
import type { Findings } from './findings.ts';
import { list, listItems, listLength } from './json-shape.ts';
import {
  inWords,
  type ListKind,
  notAString,
  type ObjectKind,
  readKnownFields,
  readList,
  withMend,
} from './known-fields.ts';
import { operatorHint } from './operator-hint.ts';
import type { OperatorNames } from './operator-names.ts';
import type { Placed } from './placed.ts';

/** What a kind of expression (`{key, operator, values}`) may say. */
export interface ExpressionKind extends ObjectKind {
  /** The list that such expressions stand in. */
  readonly list: ListKind;
  readonly operators: OperatorNames;
  /** How many values an operator has here. */
  readonly arity: { readonly [O in Operator]: Arity };
  readonly checkKey: (key: string, path: string, findings: Findings) => void;
  readonly checkValue: (value: string, path: () => string, findings: Findings) => void;
  /** The values of a requirement, from the valid values of an expression as written; may keep or change them. */
  readonly arrange: (values: string[], operator: Operator) => readonly string[];
}

/** The fields of every expression. */
export const EXPRESSION_FIELDS: readonly string[] = ['key', 'operator', 'values'];

/** The rules of keys and values that every kind of expression has but matchFields. */
export const LABEL_RULES: Pick<ExpressionKind, 'arity' | 'checkKey' | 'checkValue'> = {
  arity: ARITY,
  checkKey: (key, path, findings) => findings.addKey(key, path),
  checkValue: (value, path, findings) =>
    findings.addValue(value, path, 'each value is an item of its own in the list'),
};

/**
 * A list of expressions. What is wrong goes to `findings`, and the expressions it was found in are left out.
 *
 * @complexity O(size of the list), and what arranging the values takes.
 */
export function readExpressions(
  value: unknown,
  path: string,
  kind: ExpressionKind,
  findings: Findings,
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const [index, item] of listItems(readList(value, path, kind.list, findings))) {
    if (findings.full) break;
    const at = itemPath(path, index);
    const requirement = readExpression(item, at, kind, findings);
    if (requirement !== undefined) placed.push({ requirement, path: at });
  }
  return placed;
}

function readExpression(
  value: unknown,
  path: string,
  kind: ExpressionKind,
  findings: Findings,
): Requirement | undefined {
  const fields = readKnownFields(value, path, kind, findings);
  if (fields === undefined) return undefined;
  const key = readKey(fields.get('key'), fieldPath(path, 'key'), kind, findings);
  const operator = readOperator(fields.get('operator'), fieldPath(path, 'operator'), kind, findings);
  const values = readValues(fields.get('values'), fieldPath(path, 'values'), operator, kind, findings);
  if (key === undefined || operator === undefined || values === undefined) return undefined;
  // What has a mistake is never used, so there is no need to arrange it.
  if (!findings.ok) return undefined;
  warnOfRepeats(values, path, findings);
  return frozenRequirement(key, operator, kind.arrange(values, operator));
}

function warnOfRepeats(values: readonly string[], path: string, findings: Findings): void {
  if (values.length < 2 || new Set(values).size === values.length) return;
  const seen = new Set<string>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) {
      const at = itemPath(fieldPath(path, 'values'), index);
      findings.warn('duplicate-value', at, `${quote(value)} stands in the list already`);
    }
    seen.add(value);
  }
}

function checkCount(
  count: number,
  path: string,
  operator: Operator,
  kind: ExpressionKind,
  findings: Findings,
): void {
  const arity = kind.arity[operator];
  if (arity === 'none' ? count === 0 : arity === 'one' ? count === 1 : count > 0) return;
  const name = [...kind.operators].find(([, named]) => named === operator)?.[0] ?? operator;
  if (arity === 'none') {
    findings.add(
      'values-forbidden',
      path,
      `${name} takes no values, and here ${count === 1 ? 'is one' : `are ${count}`}; leave values out`,
    );
  } else if (count === 0) {
    const needed = arity === 'one' ? 'exactly one value' : 'at least one value';
    const absent = operator === 'notin' ? '; for "there is no such label" write DoesNotExist' : '';
    findings.add('values-required', path, `${name} needs ${needed}, and here is none${absent}`);
  } else {
    findings.add('values-count', path, `${name} takes exactly one value, and here are ${count}`);
  }
}

function readKey(value: unknown, path: string, kind: ExpressionKind, findings: Findings): string | undefined {
  if (typeof value === 'string') {
    kind.checkKey(value, path, findings);
    return value;
  }
  if (value === undefined || value === null) {
    findings.add('missing-field', path, 'the key is missing');
  } else findings.add('wrong-type', path, notAString('the key', value));
  return undefined;
}

function readOperator(
  value: unknown,
  path: string,
  { title, operators }: ExpressionKind,
  findings: Findings,
): Operator | undefined {
  const operator = typeof value === 'string' ? operators.get(value) : undefined;
  if (operator !== undefined) return operator;
  const choice = `${title} has ${inWords(operators.keys())}`;
  if (typeof value === 'string') {
    const message = `${quote(value)} is not an operator: ${choice}`;
    findings.add('unsupported-operator', path, withMend(message, operatorHint(value, operators)));
  } else if (value === undefined || value === null) {
    findings.add('missing-field', path, `the operator is missing: ${choice}`);
  } else findings.add('wrong-type', path, withMend(notAString('the operator', value), choice));
  return undefined;
}

/** The values as written, of any operator, each checked: an expression may have several mistakes. */
function readValues(
  value: unknown,
  path: string,
  operator: Operator | undefined,
  kind: ExpressionKind,
  findings: Findings,
): string[] | undefined {
  const shape = list(value ?? []);
  if (!shape.ok) {
    const mend = typeof value === 'string' ? `write [${quote(value)}]` : '';
    findings.add('wrong-type', path, withMend(`values is a list, not ${shape.found}`, mend));
    return undefined;
  }
  if (operator !== undefined) checkCount(listLength(shape.content), path, operator, kind, findings);
  const integers = operator === 'gt' || operator === 'lt';
  const values: string[] = [];
  for (const [index, item] of listItems(shape.content)) {
    if (findings.full) return undefined;
    if (typeof item !== 'string') {
      findings.add('wrong-type', itemPath(path, index), notAString('a value', item));
      continue;
    }
    if (integers && parseInt64(item) === undefined) {
      const message = `${quote(item)} is not a bound: a bound is an integer in base 10, from 0 to 9223372036854775807`;
      findings.add('value-not-integer', itemPath(path, index), message);
    }
    kind.checkValue(item, () => itemPath(path, index), findings);
    values.push(item);
  }
  return values;
}
