import type { LintFinding, Problem } from '../../manifests.ts';
import type { KnownFinding } from './baseline.ts';

/** Where it is said that a finding is to be ignored. */
export type IgnoredBy = 'comment' | 'annotation' | 'configuration';

/** What becomes of a finding: it counts, or it is ignored for a reason, or it is known from a baseline. */
export type Standing =
  | { readonly kind: 'counts' }
  | { readonly kind: 'ignored'; readonly by: IgnoredBy; readonly reason: string }
  | { readonly kind: 'known' };

/** A finding, and what becomes of it. */
export interface JudgedFinding {
  readonly finding: LintFinding;
  readonly standing: Standing;
  /** Whether it makes the run fail. */
  readonly fails: boolean;
  /** Whether it is shown to people who did not ask for all. */
  readonly isPlain: boolean;
}

/** What was mended. */
export interface FixCount {
  readonly fixes: number;
  readonly files: number;
}

/** Everything there is to tell of one run, whatever it is written as. */
export interface LintReport {
  readonly findings: readonly JudgedFinding[];
  readonly problems: readonly Problem[];
  /** The inputs of which anything could be read, in order. */
  readonly sources: readonly string[];
  readonly objects: number;
  /** Files of folders that hold no Kubernetes objects. */
  readonly passedOver: readonly string[];
  /** What a baseline has that was not found. */
  readonly stale: readonly KnownFinding[];
  readonly fixed: FixCount;
  /** Whether everything is to be shown. */
  readonly showsAll: boolean;
  /** The version of labelwise. */
  readonly version: string;
}

/** The findings that people are shown. */
export function shownOf({ findings, showsAll }: LintReport): readonly JudgedFinding[] {
  return showsAll ? findings : findings.filter(({ isPlain }) => isPlain);
}
