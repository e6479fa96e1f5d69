import { describeValue } from '../selector/objects/json-shape.ts';
import { EVERYTHING, NOTHING } from '../selector/selector.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { type Finding, findingAt } from './finding.ts';
import { isJsonObject, memberOf, type Place } from './places.ts';
import { EVERY, OWN, type Reach } from './reach.ts';
import { readSelector } from './read-selector.ts';
import type { ReachRule } from './row.ts';

/** The names in a list; what is no name is a finding. */
function namesAt({ path, value }: Place, field: string, findings: Finding[]): readonly string[] {
  const written = memberOf(value, field);
  if (written === undefined) return [];
  const at: ObjectPath = [...path, field];
  if (!Array.isArray(written)) {
    findings.push(findingAt(at, 'wrong-type', `${field} is a list of names, not ${describeValue(written)}`));
    return [];
  }
  return written.filter((name, index) => {
    if (typeof name === 'string') return true;
    findings.push(
      findingAt([...at, index], 'wrong-type', `a namespace is a string, not ${describeValue(name)}`),
    );
    return false;
  });
}

/** `{ any: true }`, or `{ matchNames: [a, b] }`, as monitors have it. */
function chosen(place: Place, field: string, findings: Finding[]): Reach {
  const choice = memberOf(place.value, field);
  if (choice === undefined) return OWN;
  const path = [...place.path, field];
  if (!isJsonObject(choice)) {
    findings.push(findingAt(path, 'wrong-type', `${field} is an object, not ${describeValue(choice)}`));
    return OWN;
  }
  if (memberOf(choice, 'any') === true) return { kind: 'some', names: [], selector: EVERYTHING };
  const names = namesAt({ path, value: choice }, 'matchNames', findings);
  return names.length === 0 ? OWN : { kind: 'some', names, selector: NOTHING };
}

/**
 * In which namespaces the selector of an object looks, by what stands beside it.
 *
 * @returns undefined where a selector of namespaces has a mistake
 */
export function readReach(place: Place, rule: ReachRule, findings: Finding[]): Reach | undefined {
  if (rule === 'own') return OWN;
  if (rule === 'every') return EVERY;
  if ('choice' in rule) return chosen(place, rule.choice, findings);
  const names = rule.names === undefined ? [] : namesAt(place, rule.names, findings);
  const written = memberOf(place.value, rule.selector);
  if (written !== undefined) {
    const path = [...place.path, rule.selector];
    const selector = readSelector(written, 'label-selector', path, findings);
    return selector === undefined ? undefined : { kind: 'some', names, selector, path };
  }
  if (names.length > 0) return { kind: 'some', names, selector: NOTHING };
  return rule.absent === 'own' ? OWN : EVERY;
}
