import { groupOf } from '../manifests/target.ts';
import type { PlacedClaim } from './world.ts';

const KINDS: ReadonlySet<string> = new Set([
  'apps/Deployment',
  'apps/StatefulSet',
  'apps/DaemonSet',
  'apps/ReplicaSet',
  'batch/Job',
]);

/** Whether a selector cannot be changed once its object is there: the API server refuses it. */
export function isImmutable({ claim, object: { apiVersion, kind } }: PlacedClaim): boolean {
  return claim.kind === 'controls' && KINDS.has(`${groupOf(apiVersion)}/${kind}`);
}
