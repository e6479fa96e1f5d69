import type { FindingParts, Severity } from './finding.ts';
import type { World } from './world.ts';

/** Something that is looked for in manifests. */
export interface Rule {
  /** In lower case with hyphens: `overlapping-controllers`. */
  readonly id: string;
  /** How bad what it finds is, unless the option `rules` says otherwise. */
  readonly severity: Severity;
  /** Whether it is looked for without being asked for. */
  readonly isOn: boolean;
  /** What is wrong, as one line: "Two controllers select the same pods". */
  readonly title: string;
  /** What happens in a cluster, and why, in a few sentences. */
  readonly help: string;
  /** YAML in which it is found. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
  /**
   * Looks for it. O(objects), as far as that is possible.
   * @internal
   */
  readonly check: (world: World, report: (finding: FindingParts) => void) => void;
}
