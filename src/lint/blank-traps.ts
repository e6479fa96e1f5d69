import type { ClaimKind } from '../manifests/claim.ts';

/** What a selector that says nothing does in a field where most who leave it out mean something else. */
export interface BlankTrap {
  /** What it selects: nothing, or everything. */
  readonly selects: 'nothing' | 'everything';
  /** What comes of it, as a clause. */
  readonly effect: string;
  /** Whether it is a trap too where the field is left out; where it is not, only a null that is written is. */
  readonly isWhenMissing: boolean;
}

/**
 * The fields in which null or nothing at all is another thing than `{}`, or is not what it looks like. Fields that are not
 * here mean by it what everybody expects, such as a Service without a selector, whose endpoints are made by hand.
 */
export const BLANK_TRAPS: { readonly [Kind in ClaimKind]?: BlankTrap } = {
  'budgets-evictions': {
    selects: 'nothing',
    effect: 'the budget protects nothing',
    isWhenMissing: true,
  },
  'attracted-to': {
    selects: 'nothing',
    effect: 'no node is near such a pod, and the pods can be scheduled nowhere',
    isWhenMissing: true,
  },
  'kept-from': {
    selects: 'nothing',
    effect: 'the pods are kept away from nothing',
    isWhenMissing: true,
  },
  'prefers-near': {
    selects: 'nothing',
    effect: 'the preference has no effect',
    isWhenMissing: true,
  },
  'prefers-away': {
    selects: 'nothing',
    effect: 'the preference has no effect',
    isWhenMissing: true,
  },
  'spreads-over': {
    selects: 'nothing',
    effect: 'no pod is counted and nothing is spread',
    isWhenMissing: true,
  },
  'applies-policy': {
    selects: 'everything',
    effect: 'the policy applies to all of them',
    isWhenMissing: true,
  },
  'routes-traffic': {
    selects: 'nothing',
    effect: 'the Service has no endpoints unless they are made by hand',
    isWhenMissing: false,
  },
  reads: {
    selects: 'nothing',
    effect: 'nothing is read',
    isWhenMissing: false,
  },
};
