import type { Claim } from './claim.ts';
import type { Registry } from './registry.ts';
import type { Typed } from './target.ts';

/**
 * The label without which pods that the selector of a controller selects are not its own: its controller adds it, with the
 * name of the object. Undefined where the selector decides alone.
 *
 * @param object that makes the claim
 */
export function ownPodsKey(
  claim: Pick<Claim, 'kind'>,
  { apiVersion, kind }: Typed,
  registry: Registry,
): string | undefined {
  return claim.kind === 'controls' ? registry(apiVersion, kind)?.tellsPodsApart : undefined;
}
