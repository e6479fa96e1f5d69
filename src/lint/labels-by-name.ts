import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import { valueTest } from '../constraint/value-test.ts';
import type { Selector } from '../selector/selector.ts';
import type { Workload } from './workload.ts';

/** What a label that a controller adds can be. */
type Possible = (value: string, name: string) => boolean;

const isIndex = (value: string): boolean => /^(?:0|[1-9]\d*)$/.test(value);
/** A name with a number behind it: of a pod of a StatefulSet, or of a release of a DeploymentConfig. */
const isNumbered: Possible = (value, name) =>
  value.startsWith(`${name}-`) && isIndex(value.slice(name.length + 1));

/** Labels that controllers add by the names of objects, by kind and key. */
const BY_NAME: ReadonlyMap<string, Possible> = new Map([
  ['StatefulSet statefulset.kubernetes.io/pod-name', isNumbered],
  ['StatefulSet apps.kubernetes.io/pod-index', isIndex],
  ['DeploymentConfig deploymentconfig', (value, name) => value === name],
  ['DeploymentConfig deployment', isNumbered],
  ['Job job-name', (value, name) => value === name],
  ['Job batch.kubernetes.io/job-name', (value, name) => value === name],
  ['Job batch.kubernetes.io/job-completion-index', isIndex],
  ['CronJob job-name', (value, name) => value.startsWith(`${name}-`)],
  ['CronJob batch.kubernetes.io/job-name', (value, name) => value.startsWith(`${name}-`)],
]);

/**
 * Whether the pods of a workload, which a selector may select by labels that a controller adds, have these labels as far as
 * they follow from its name: `db-0` is a pod of StatefulSet db. Undefined where they do not follow from it.
 */
export function isSelectedByName(selector: Selector, { object, pods }: Workload): boolean | undefined {
  let found: boolean | undefined = false;
  for (const conjunction of conjunctionsOf(selector)) {
    const answers = conjunction.map(({ key, absent, present }): boolean | undefined => {
      const value = pods.labels.get(key);
      if (value !== undefined) return valueTest(present)(value);
      if (!pods.open.has(key)) return absent;
      const isPossible = BY_NAME.get(`${object.kind} ${key}`);
      if (isPossible === undefined || object.name === '' || present.kind !== 'one-of') return undefined;
      return present.values.some((one) => isPossible(one, object.name));
    });
    if (answers.every((answer) => answer === true)) return true;
    if (!answers.includes(false)) found = undefined;
  }
  return found;
}
