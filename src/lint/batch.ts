import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { groupOf } from '../manifests/target.ts';
import { valueAt } from './value-at.ts';

/** Whether pods do a piece of work and end, and wait for no requests. */
export function isBatch({ apiVersion, kind }: KubernetesObject): boolean {
  return groupOf(apiVersion) === 'batch' && (kind === 'Job' || kind === 'CronJob');
}

/** Whether a Job or CronJob makes no pods until somebody says so. */
export function isSuspended({ content }: KubernetesObject): boolean {
  return valueAt(content, ['spec', 'suspend']) === true;
}

/** Whether something is there for the test of a release, and only while that runs. */
export function isReleaseTest({ content }: KubernetesObject): boolean {
  const hooks = valueAt(content, ['metadata', 'annotations', 'helm.sh/hook']);
  return typeof hooks === 'string' && /(?:^|,)\s*test(?:-success|-failure)?\s*(?:,|$)/.test(hooks);
}
