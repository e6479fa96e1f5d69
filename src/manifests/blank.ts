import { tryFromLabelMap } from '../selector/objects/from-label-map.ts';
import { EVERYTHING, NOTHING, type Selector } from '../selector/selector.ts';
import type { DiagnosticCode } from '../text/diagnostic.ts';
import { type JsonObject, memberOf } from './places.ts';
import type { PodTemplate } from './pod-templates.ts';
import type { Blank } from './row.ts';

/** Where a selector is missing or empty. */
export interface Gap {
  readonly isMissing: boolean;
  /** The kind of the object. */
  readonly kind: string;
  /** The object around the selector. */
  readonly holder: JsonObject;
  /** The pods that the object makes, if any. */
  readonly template: PodTemplate | undefined;
}

/** What a selector comes to that says nothing: a selector, no claim at all, or a mistake. */
export type Filling =
  | { readonly selector: Selector | undefined }
  | { readonly code: DiagnosticCode; readonly message: string };

const NO_CLAIM: Filling = { selector: undefined };

/** How to mend a selector that ought to select the pods of a template. */
function byLabels(template: PodTemplate | undefined): string {
  const [first] = Object.entries(template?.labels ?? {});
  return first === undefined
    ? ''
    : `; select its pods by their labels, as in { matchLabels: { ${first.map((text) => JSON.stringify(text)).join(': ')} } }`;
}

function refused({ isMissing, kind, template }: Gap): Filling {
  const [state, without] = isMissing ? ['missing', 'without one'] : ['empty', 'with an empty one'];
  return {
    code: isMissing ? 'missing-field' : 'empty-selector',
    message: `the selector is ${state}, and the API server refuses a ${kind} ${without}${byLabels(template)}`,
  };
}

function templateLabels(gap: Gap): Filling {
  const labels = gap.template?.labels ?? {};
  if (Object.keys(labels).length === 0) return refused(gap);
  const result = tryFromLabelMap(labels);
  // The mistakes of labels are told at the labels.
  return result.ok ? { selector: result.selector } : NO_CLAIM;
}

function generated(gap: Gap): Filling {
  if (memberOf(gap.holder, 'manualSelector') !== true) return NO_CLAIM;
  if (!gap.isMissing) return { selector: EVERYTHING };
  return {
    code: 'missing-field',
    message: `manualSelector is true, and the selector is missing${byLabels(gap.template)}`,
  };
}

function ofNamespaces({ holder }: Gap): Filling {
  if (memberOf(holder, 'namespaceSelector') !== undefined) return { selector: EVERYTHING };
  if (memberOf(holder, 'ipBlock') !== undefined) return NO_CLAIM;
  return {
    code: 'missing-field',
    message:
      'a peer needs a podSelector, a namespaceSelector or an ipBlock; for every pod of this namespace, write podSelector: {}',
  };
}

function ofTargets({ holder }: Gap): Filling {
  const targets = memberOf(holder, 'targetRefs');
  const isTargeted =
    memberOf(holder, 'targetRef') !== undefined || (Array.isArray(targets) && targets.length > 0);
  return isTargeted ? NO_CLAIM : { selector: EVERYTHING };
}

const FILLINGS: { readonly [B in Blank]: (gap: Gap) => Filling } = {
  nothing: () => ({ selector: NOTHING }),
  everything: () => ({ selector: EVERYTHING }),
  'no-claim': () => NO_CLAIM,
  refused,
  'template-labels': templateLabels,
  generated,
  'of-namespaces': ofNamespaces,
  'of-targets': ofTargets,
};

/** What a selector means that is missing, or has no requirement. */
export function fill(blank: Blank, gap: Gap): Filling {
  return FILLINGS[blank](gap);
}
