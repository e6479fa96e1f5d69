import type { KubernetesObject, Part, Region } from '../documents/kubernetes-object.ts';
import type { ObjectPath } from '../text/object-path.ts';

/** How bad it is where it holds: an `error` breaks something, a `warning` probably does, `advice` is a matter of taste. */
export type Severity = 'error' | 'warning' | 'advice';

/**
 * How sure a finding is. `definite`: it follows from what was read. `possible`: it does unless something is elsewhere that
 * is often elsewhere. `unknown`: something that was read, or could not be, may make all the difference.
 */
export type Verdict = 'definite' | 'possible' | 'unknown';

/** A place in an object. */
export interface ObjectPlace {
  readonly object: KubernetesObject;
  /** Within the object. */
  readonly path: ObjectPath;
  /** What is meant of a member; its value, if left out. */
  readonly part?: Part;
}

/** A replacement in an input; `text` takes the place of everything in the region. */
export interface Edit {
  /** The input as it was named when it was read. */
  readonly source: string;
  /** What is replaced, in the input as it was read. */
  readonly region: Region;
  /** What comes in the place of the region; `""` where something is only taken out. */
  readonly text: string;
}

/** A change that mends a finding; safe where it cannot change what is selected, but for what the finding is about. */
export interface LintFix {
  /** What it does, for people: `write NotIn`. */
  readonly title: string;
  /** Whether `labelwise lint --fix` makes it; others are left to people. */
  readonly isSafe: boolean;
  /** To be made together; each is for the input as it was read, not as the others leave it. */
  readonly edits: readonly Edit[];
}

/** Another place that a finding is about. */
export interface RelatedPlace {
  readonly place: ObjectPlace;
  readonly message: string;
}

/** What a rule has found. */
export interface FindingParts {
  readonly place: ObjectPlace;
  readonly verdict: Verdict;
  /** One sentence, without a full stop: what is wrong, and with what. */
  readonly message: string;
  /** What would mend it, as one sentence without a full stop. */
  readonly mend?: string;
  /** Why it is not definite, as one sentence without a full stop. */
  readonly doubt?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: LintFix;
}

/** A place as it is told: in an input, and in an object. */
export interface ToldPlace {
  /** The input as it was named when it was read. */
  readonly source: string;
  /** Where in the input; where the path is not written, the nearest that is. */
  readonly region: Region;
  /** `Deployment shop/web`. */
  readonly object: string;
  /** `spec.selector.matchLabels.app`; `""` for the object itself. */
  readonly path: string;
}

/** One finding of a rule, at its place. */
export interface LintFinding extends ToldPlace {
  /** The id of the rule: `overlapping-controllers`. */
  readonly rule: string;
  /** That of the rule, or the one that was asked for. */
  readonly severity: Severity;
  /** How sure it is, however bad it would be. */
  readonly verdict: Verdict;
  /** One sentence, without a full stop: what is wrong, and with what. */
  readonly message: string;
  /** What would mend it, as one sentence without a full stop. */
  readonly mend?: string;
  /** Why it is not definite, as one sentence without a full stop; left out where it is. */
  readonly doubt?: string;
  /** Other places that it is about, in this or other inputs, each with what is there. */
  readonly related: readonly (ToldPlace & { readonly message: string })[];
  /** A change of the text that mends it, where one is known. */
  readonly fix?: LintFix;
}
