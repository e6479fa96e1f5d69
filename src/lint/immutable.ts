import type { Registry } from '../manifests/registry.ts';
import type { PlacedClaim } from './world.ts';

/** Whether the selector of a controller cannot be changed once its object is there: the API server refuses it. */
export function isImmutable(
  { claim, object: { apiVersion, kind } }: PlacedClaim,
  registry: Registry,
): boolean {
  return claim.kind === 'controls' && registry(apiVersion, kind)?.immutable === true;
}
