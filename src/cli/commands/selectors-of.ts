import {
  answerOf,
  isNamespace,
  type Path,
  type Position,
  type Subject,
  selectionBy,
  selectsLabels,
} from '../../manifests.ts';
import type { Asked, AskedSubject } from './asked.ts';
import type { ClaimBook, KeptClaim } from './claim-book.ts';

/** A claim held against what is asked about. */
export interface Held {
  readonly kept: KeptClaim;
  readonly asked: AskedSubject;
  /** Whether it is the selector of namespaces that selects the subject, which is one. */
  readonly byReach: boolean;
}

/** The claims on what is asked about, and those that are none. */
export interface Found {
  readonly selecting: readonly Held[];
  /** What cannot be told, since labels are asked for that the manifests do not show. */
  readonly open: readonly Held[];
  /** Of the kind and in the namespace, but of other labels. */
  readonly missing: readonly Held[];
  /** Of the kind and with the labels, but in another namespace. */
  readonly elsewhere: readonly Held[];
  /** How many claims select anything of the kinds asked about. */
  readonly ofKind: number;
}

/** Whether a subject is a namespace that a claim reaches by a selector of namespaces. */
function reachOf({ claim }: KeptClaim, subject: Subject): boolean {
  return isNamespace(subject) && claim.reach.kind === 'some' && claim.reach.path !== undefined;
}

/** Holds every claim against every subject. Complexity: O(claims × subjects). */
export function selectorsOf({ subjects }: Asked, book: ClaimBook): Found {
  const selecting: Held[] = [];
  const open: Held[] = [];
  const missing: Held[] = [];
  const elsewhere: Held[] = [];
  let ofKind = 0;
  for (const kept of book.claims) {
    let isOfKind = false;
    for (const asked of subjects) {
      const { claim, by } = kept;
      const selection = selectionBy(claim, by.namespace, asked.subject, book.labelsOf);
      const byReach = !selection.isOfKind && reachOf(kept, asked.subject);
      if (!selection.isOfKind && !byReach) continue;
      isOfKind = true;
      const held = { kept, asked, byReach };
      const answer = byReach ? selection.namespace : answerOf(selection);
      if (answer === 'yes') selecting.push(held);
      else if (answer === 'open') open.push(held);
      else if (byReach || selection.namespace !== 'no') missing.push(held);
      else if (selection.labels === 'yes') elsewhere.push(held);
    }
    if (isOfKind) ofKind++;
  }
  return { selecting, open, missing, elsewhere, ofKind };
}

/** The selector of a claim that selects the subject, or does not. */
export function selectorOf({ kept, byReach }: Held): KeptClaim['claim']['selector'] {
  const { reach, selector } = kept.claim;
  return byReach && reach.kind === 'some' ? reach.selector : selector;
}

/** Where the selector stands that selects; where only the one of namespaces is written, that one. */
export function placeOfSelector({ kept, byReach }: Held): {
  readonly path: Path;
  readonly position: Position;
} {
  const { claim, position, reachPosition } = kept;
  const { reach, isWritten, path } = claim;
  return (byReach || !isWritten) && reachPosition !== undefined && reach.kind === 'some'
    ? { path: reach.path ?? path, position: reachPosition }
    : { path, position };
}

/** Whether labels of the subject itself are open to a claim; otherwise those of its namespace are. */
export function isOpenByLabels(held: Held): boolean {
  return held.byReach || selectsLabels(selectorOf(held), held.asked.subject) === 'open';
}
