import { readFileSync } from 'node:fs';

/** A requirement as the vectors write it. */
export interface VectorRequirement {
  readonly key: string;
  readonly operator: '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';
  readonly values: readonly string[];
}

interface Vector {
  readonly id: string;
  readonly src: string;
}

export interface ParseVector extends Vector {
  readonly s: string;
  readonly expect: {
    readonly ok: boolean;
    readonly canonical?: string;
    readonly stableCanonical?: string;
    readonly requirements?: readonly VectorRequirement[];
    readonly empty?: boolean;
  };
}

export interface MatchVector extends Vector {
  readonly s: string;
  readonly labels: Record<string, string>;
  readonly expect: { readonly ok: boolean; readonly match?: boolean };
}

export interface LabelSelectorVector extends Vector {
  /** A LabelSelector as JSON, or null. */
  readonly selector: unknown;
  readonly labels: Record<string, string>;
  readonly options?: Record<string, boolean>;
  readonly expect: {
    readonly ok: boolean;
    readonly canonical?: string;
    readonly stableCanonical?: string;
    readonly canonicalIsRandom?: boolean;
    readonly match?: boolean;
    readonly empty?: boolean;
    readonly matchesNothing?: boolean;
    readonly validation: readonly { readonly field: string; readonly type: string }[];
    readonly asMap: { readonly ok: boolean; readonly map?: Record<string, string> };
  };
}

export interface ToLabelSelectorVector extends Vector {
  readonly s: string;
  readonly expect: {
    readonly ok: boolean;
    readonly labelSelector?: {
      readonly matchLabels?: Record<string, string>;
      readonly matchExpressions?: readonly {
        readonly key: string;
        readonly operator: string;
        readonly values?: readonly string[];
      }[];
    };
  };
}

export interface CheckVector extends Vector {
  readonly s: string;
  readonly expect: { readonly ok: boolean; readonly errors: number };
}

export interface LabelSetVector extends Vector {
  readonly labels: Record<string, string>;
  readonly expect: {
    readonly ok: boolean;
    readonly errors: number;
    readonly selectorFromSet: string;
    readonly validatedSelectorOk: boolean;
  };
}

export interface NodeSelectorVector extends Vector {
  /** A NodeSelector as JSON. */
  readonly nodeSelector: unknown;
  readonly labels: Record<string, string>;
  /** The node's name, "" for a node without one. */
  readonly name: string;
  readonly expect: {
    readonly strict: {
      readonly ok: boolean;
      readonly match?: boolean;
      readonly errors?: readonly { readonly field: string; readonly type: string }[];
    };
  };
}

export interface ExactMatchVector extends Vector {
  readonly s: string;
  readonly label: string;
  readonly expect: { readonly ok: boolean; readonly found?: boolean; readonly value?: string };
}

/** The vector files by name. */
export interface Vectors {
  readonly parse: ParseVector;
  readonly match: MatchVector;
  readonly labelSelector: LabelSelectorVector;
  readonly parseToLabelSelector: ToLabelSelectorVector;
  readonly key: CheckVector;
  readonly value: CheckVector;
  readonly labelSet: LabelSetVector;
  readonly nodeSelector: NodeSelectorVector;
  readonly requiresExactMatch: ExactMatchVector;
}

/** All cases of one vector file. Split on LF only: U+2028 stands inside lines. */
export function readVectors<Name extends keyof Vectors>(name: Name): readonly Vectors[Name][] {
  const text = readFileSync(new URL(`vectors/${name}.ndjson`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Vectors[Name] => JSON.parse(line));
}
