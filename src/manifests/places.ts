import { describeValue } from '../selector/objects/json-shape.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { type Finding, findingAt } from './finding.ts';

/** What JSON calls an object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An object within an object, and the way to it. */
export interface Place {
  readonly path: ObjectPath;
  readonly value: JsonObject;
}

/** Whether a JSON value is an object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of a JSON object; undefined where it has none, or null, which the API reads as none. */
export function memberOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;
}

function wrongType(path: ObjectPath, wanted: string, value: unknown): Finding {
  const last = path.at(-1);
  const name = typeof last === 'number' ? `an item of ${path.at(-2)}` : (last ?? 'the whole');
  const mend = wanted === 'a list' && isJsonObject(value) ? '; put it into one: [{ … }]' : '';
  return findingAt(path, 'wrong-type', `${name} is ${wanted}, not ${describeValue(value)}${mend}`);
}

/** One step of a pattern: a field, and whether it is a list whose items are meant. */
interface Step {
  readonly field: string;
  readonly isList: boolean;
}

const PATTERNS = new Map<string, readonly Step[]>();

/** The steps of a pattern of the registry, cut once. */
function stepsOf(pattern: string): readonly Step[] {
  let steps = PATTERNS.get(pattern);
  if (steps === undefined) {
    const names = pattern === '' ? [] : pattern.split('.');
    steps = names.map((name) => ({ field: name.replace(/\[\]$/, ''), isList: name.endsWith('[]') }));
    PATTERNS.set(pattern, steps);
  }
  return steps;
}

/** Goes on from a value along the steps from `at` on; `path` leads to the value, and is made longer on the way. */
function walk(
  value: unknown,
  steps: readonly Step[],
  at: number,
  path: (string | number)[],
  found: Place[],
  findings: Finding[],
): void {
  if (!isJsonObject(value)) {
    if (value !== undefined && value !== null) findings.push(wrongType([...path], 'an object', value));
    return;
  }
  const step = steps[at];
  if (step === undefined) {
    found.push({ path: [...path], value });
    return;
  }
  const { field, isList } = step;
  const member = memberOf(value, field);
  path.push(field);
  if (!isList) {
    walk(field === 'spec' ? (member ?? {}) : member, steps, at + 1, path, found, findings);
  } else if (Array.isArray(member)) {
    for (const [index, item] of member.entries()) {
      path.push(index);
      walk(item ?? {}, steps, at + 1, path, found, findings);
      path.pop();
    }
  } else if (member !== undefined) {
    findings.push(wrongType([...path], 'a list', member));
  }
  path.pop();
}

/**
 * Every object that a pattern leads to from one: `spec`, `webhooks[]`, `spec.ingress[].from[]`; `""` leads to itself.
 * What is missing on the way leads nowhere, but for the end of the way: an item that is null, and a `spec` that is not
 * there, are empty objects, as the API reads them. Something else than an object or a list on the way is a finding.
 *
 * @complexity O(steps), and the items of the lists on the way.
 */
export function placesOf(from: Place, pattern: string, findings: Finding[]): readonly Place[] {
  const found: Place[] = [];
  walk(from.value, stepsOf(pattern), 0, [...from.path], found, findings);
  return found;
}
