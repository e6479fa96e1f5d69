import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { isLabelValue } from '../labels/value.ts';
import type { Selector } from '../selector/selector.ts';
import type { Claim } from './claim.ts';
import { hasPlaceholder } from './placeholder.ts';
import type { Reach } from './reach.ts';
import { NAMESPACE_NAME_KEY, type Subject } from './subject.ts';
import { groupOf, isOfTarget, type Typed } from './target.ts';

/** `open` is what cannot be told from manifests, since labels are asked for that are not known. */
export type Answer = 'yes' | 'no' | 'open';

/** What is known of labels; of keys that are open, nothing. */
interface Known {
  readonly labels: ReadonlyMap<string, string>;
  readonly isOpen: (key: string) => boolean;
}

/**
 * The labels of a namespace; undefined for one whose manifest is not known.
 * @param namespace its name; `""`, that of no namespace, is not asked for
 */
export type NamespaceLabels = (namespace: string) => ReadonlyMap<string, string> | undefined;

/** Whether a claim selects a subject, part by part. It does where all of them say yes. */
export interface Selection {
  /** Whether the claim is about objects of the subject's kind. */
  readonly isOfKind: boolean;
  /**
   * Whether the claim looks in the subject's namespace; `open` where that depends on labels of the namespace which are not
   * known.
   */
  readonly namespace: Answer;
  /**
   * Whether the subject's labels satisfy the selector; `open` where that depends on labels which are not known, or on a value
   * that is filled in later.
   */
  readonly labels: Answer;
}

function both(a: Answer, b: Answer): Answer {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'open' || b === 'open' ? 'open' : 'yes';
}

/** Whether a value stands for another one that is filled in later, and some values are excluded. */
function mayBeExcluded(present: KeyConstraint['present'], value: string): boolean {
  const isExcluding = present.kind === 'any-but' && present.values.length > 0;
  return isExcluding && !isLabelValue(value) && hasPlaceholder(value);
}

function holds(constraint: KeyConstraint, { labels, isOpen }: Known): Answer {
  const value = labels.get(constraint.key);
  if (value === undefined) return isOpen(constraint.key) ? 'open' : constraint.absent ? 'yes' : 'no';
  if (!valueTest(constraint.present)(value)) return 'no';
  return mayBeExcluded(constraint.present, value) ? 'open' : 'yes';
}

function selects(selector: Selector, known: Known): Answer {
  let best: Answer = 'no';
  for (const conjunction of conjunctionsOf(selector)) {
    let answer: Answer = 'yes';
    for (const constraint of conjunction) {
      answer = both(answer, holds(constraint, known));
      if (answer === 'no') break;
    }
    if (answer === 'yes') return 'yes';
    if (answer === 'open') best = 'open';
  }
  return best;
}

const hasNoOpen = (): boolean => false;

/** Whether a selector of namespaces selects one. Of a namespace that is not known, only its name is. */
function selectsNamespace(selector: Selector, namespace: string, labelsOf: NamespaceLabels): Answer {
  const labels = labelsOf(namespace);
  const named = new Map(labels ?? []).set(NAMESPACE_NAME_KEY, namespace);
  return selects(selector, { labels: named, isOpen: labels === undefined ? () => true : hasNoOpen });
}

function reaches(reach: Reach, home: string, subject: Subject, labelsOf: NamespaceLabels): Answer {
  if (reach.kind === 'every') return 'yes';
  if (reach.kind === 'own') return subject.namespace === home ? 'yes' : 'no';
  if (isNamespace(subject)) return selectsLabels(reach.selector, subject);
  if (subject.namespace === '' || reach.names.includes(subject.namespace)) return 'yes';
  return selectsNamespace(reach.selector, subject.namespace, labelsOf);
}

/**
 * Whether an object is a Namespace, whose own labels selectors of namespaces ask for.
 *
 * @param object any object: its kind counts, and that its group is the core's
 */
export function isNamespace({ apiVersion, kind }: Typed): boolean {
  return kind === 'Namespace' && groupOf(apiVersion) === '';
}

/**
 * Whether a selector selects the labels of a subject, whatever its kind and its namespace.
 *
 * @param selector what the labels must satisfy
 * @param subject as `subjectOf` makes it, with the keys whose labels are not known
 */
export function selectsLabels(selector: Selector, { labels, open }: Subject): Answer {
  return selects(selector, { labels, isOpen: (key) => open.has(key) });
}

/**
 * Whether a claim selects a subject, and which part of it does not.
 *
 * @param claim a claim of some object, as `claimsOf` tells it
 * @param home the namespace of the object that makes the claim; `""` for one that is in none
 * @param subject what may be selected, as `subjectOf` makes it, in the namespace that it is in or is applied to
 * @param labelsOf the labels of namespaces, beside the label with the name, which every namespace has
 * @complexity O(requirements and their values).
 */
export function selectionBy(
  { selector, of, except, reach }: Claim,
  home: string,
  subject: Subject,
  labelsOf: NamespaceLabels,
): Selection {
  return {
    isOfKind:
      of.some((target) => isOfTarget(target, subject)) &&
      !except.some((target) => isOfTarget(target, subject)),
    namespace: reaches(reach, home, subject, labelsOf),
    labels: selectsLabels(selector, subject),
  };
}

/**
 * A selection as one answer.
 *
 * @param selection as {@link selectionBy} has it
 */
export function answerOf({ isOfKind, namespace, labels }: Selection): Answer {
  return isOfKind ? both(namespace, labels) : 'no';
}
