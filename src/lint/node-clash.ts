import { type Clash, clashIn } from './clash.ts';
import type { PlacedClaim, World } from './world.ts';
import { type PlacedRequirement, writtenSelectors } from './written-selector.ts';

/** What the nodeSelector of a pod and its node affinity demand of a node together. */
export interface NodeClash {
  /** The node affinity. */
  readonly placed: PlacedClaim;
  /** With its first term, where it clashes with every one. */
  readonly clash: Clash;
}

function termsOf(placed: PlacedClaim): readonly (readonly PlacedRequirement[])[] {
  return writtenSelectors(placed)
    .flatMap(({ alternatives }) => alternatives)
    .map(({ requirements }) => requirements)
    .filter((requirements) => requirements.length > 0 && clashIn(requirements) === undefined);
}

/** Whether a claim is the node affinity of the pod whose nodeSelector is another. */
function isOfSamePod(nodes: PlacedClaim, affinity: PlacedClaim): boolean {
  const pod = nodes.claim.path.slice(0, -1);
  return nodes.object === affinity.object && pod.every((step, at) => step === affinity.claim.path[at]);
}

function clashOf(nodes: PlacedClaim, affinity: PlacedClaim): Clash | undefined {
  const labels = termsOf(nodes)[0] ?? [];
  const clashes = termsOf(affinity).map((term) => clashIn(labels, term));
  return clashes.every((clash) => clash !== undefined) ? clashes[0] : undefined;
}

/** Pods that no node can take, since their nodeSelector and their node affinity must both hold, and cannot. */
export function nodeClashes(world: World): readonly NodeClash[] {
  const found: NodeClash[] = [];
  let nodes: PlacedClaim | undefined;
  // Of one pod, the nodeSelector is read first.
  for (const placed of world.claimsOf('schedules-onto')) {
    if (placed.claim.path.at(-1) === 'nodeSelector') nodes = placed;
    else if (nodes !== undefined && isOfSamePod(nodes, placed)) {
      const clash = clashOf(nodes, placed);
      if (clash !== undefined) found.push({ placed, clash });
    }
  }
  return found;
}
