import { findOverlaps } from '../algebra/find-overlaps.ts';
import type { Witness } from '../algebra/witness.ts';
import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { selectorKey } from '../constraint/selector-key.ts';
import type { Controller } from './controllers.ts';
import { failingKeysBy } from './failing-keys.ts';
import { isIdentifying } from './identifying-keys.ts';

/** Two controllers that could select one pod, and a label set that such a pod would have. */
export interface LatentOverlap {
  readonly first: Controller;
  readonly second: Controller;
  readonly witness: Witness;
}

/** As many pairs are looked at: whoever has more has told nothing apart. */
const LOOKED_AT = 50_000;

/** The constraints of a selector by which applications are told apart, and which ask for a label. */
function telling({ placed }: Controller): readonly KeyConstraint[] {
  return conjunctionsOf(placed.claim.selector)
    .flat()
    .filter(({ key, absent, present }) => !absent && present.kind !== 'none' && isIdentifying(key));
}

/** One controller for each meaning of a selector in each namespace: those of one meaning are no latent overlap. */
function withoutTwins(controllers: readonly Controller[]): readonly Controller[] {
  const first = new Map<string, Controller>();
  for (const controller of controllers) {
    const { claim, namespace } = controller.placed;
    const meaning = JSON.stringify([namespace, selectorKey(claim.selector)]);
    if (!first.has(meaning)) first.set(meaning, controller);
  }
  return [...first.values()];
}

/**
 * Controllers that may overlap since they ask for the same label: by namespace, key and value, or by namespace and key alone
 * where a selector is content with many values.
 */
function groupsOf(controllers: readonly Controller[]): Iterable<readonly Controller[]> {
  const asking = controllers.map((controller) => ({ controller, constraints: telling(controller) }));
  const wide = new Set<string>();
  for (const { constraints } of asking) {
    for (const { key, present } of constraints) if (present.kind !== 'one-of') wide.add(key);
  }
  const groups = new Map<string, Controller[]>();
  for (const { controller, constraints } of asking) {
    const { namespace } = controller.placed;
    for (const { key, present } of constraints) {
      const values = present.kind !== 'one-of' || wide.has(key) ? [undefined] : present.values;
      for (const value of values) {
        const name = JSON.stringify([namespace, key, value]);
        const group = groups.get(name);
        if (group === undefined) groups.set(name, [controller]);
        else if (group.at(-1) !== controller) group.push(controller);
      }
    }
  }
  return groups.values();
}

/** Whether pods of one controller may come to be selected by another: no label of theirs stands against it but those it shares. */
function mayTake(taker: Controller, maker: Controller): boolean {
  const failingKeys = failingKeysBy(taker.placed.claim.selector);
  const shared = new Set(
    conjunctionsOf(maker.placed.claim.selector).flatMap((all) => all.map(({ key }) => key)),
  );
  return maker.workloads.some(({ pods }) =>
    failingKeys(pods.labels).differing.every((key) => shared.has(key)),
  );
}

/**
 * Pairs of controllers whose selectors ask for a label in common and could both select a pod, though none that they make now.
 * Those whose templates keep them apart, by a label that only one of the selectors asks for, are left out.
 *
 * @param isTold whether it is known already what two have to do with each other
 * @returns at most one pair for each controller, as the second
 */
export function latentOverlaps(
  controllers: readonly Controller[],
  isTold: (one: Controller, other: Controller) => boolean,
): readonly LatentOverlap[] {
  const found = new Map<Controller, LatentOverlap>();
  let looks = 0;
  for (const group of groupsOf(withoutTwins(controllers))) {
    if (group.length < 2) continue;
    for (const overlap of findOverlaps(group.map(({ placed }) => placed.claim.selector))) {
      if (++looks > LOOKED_AT) return [...found.values()];
      const [first, second] = [group[overlap.first], group[overlap.second]];
      if (first === undefined || second === undefined || found.has(second) || isTold(first, second)) continue;
      if (!mayTake(first, second) && !mayTake(second, first)) continue;
      found.set(second, { first, second, witness: overlap.witness });
    }
  }
  return [...found.values()];
}
