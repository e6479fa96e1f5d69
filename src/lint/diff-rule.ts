import type { Change } from './change.ts';
import type { FindingParts, Severity } from './finding.ts';

/** YAML before a change, and after it. */
export interface ChangeExample {
  /** All manifests before the change, with `---` between documents. */
  readonly before: string;
  /** All manifests after the change, what it leaves alone included. */
  readonly after: string;
}

/** Something that is looked for in a change to manifests. */
export interface DiffRule {
  /** In lower case with hyphens: `immutable-selector-changed`. */
  readonly id: string;
  /** How bad what it finds is, unless the option `rules` says otherwise. */
  readonly severity: Severity;
  /** Whether it is looked for without being asked for. */
  readonly isOn: boolean;
  /** What is wrong, as one line: "A selector is changed that cannot be changed". */
  readonly title: string;
  /** What happens in a cluster, and why, in a few sentences. */
  readonly help: string;
  /** A change in which it is found. */
  readonly bad: ChangeExample;
  /** One to the same end in which it is not. */
  readonly good: ChangeExample;
  /**
   * Looks for it. O(objects), as far as that is possible.
   * @internal
   */
  readonly check: (change: Change, report: (finding: FindingParts) => void) => void;
}
