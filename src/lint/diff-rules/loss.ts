import { CLAIM_KINDS, type ClaimKind } from '../../manifests/claim.ts';
import type { Change } from '../change.ts';
import type { DiffRule } from '../diff-rule.ts';
import type { FindingParts, Verdict } from '../finding.ts';
import { objectTitle } from '../object-title.ts';
import {
  type Lasting,
  type SelectionChange,
  type SelectionChanges,
  selectionChanges,
} from '../selection-change.ts';
import { isOfPods } from '../selections.ts';
import { labelsPlace, selectorBefore, selectorNow } from './change-places.ts';
import { changedLabel, keysOf, selectedText, selectorText } from './change-text.ts';

/** As many other places as a finding shows. */
const SHOWN = 3;

interface Judgement {
  readonly verdict: Verdict;
  readonly doubt?: string;
}

/** How sure it is that something which selects nothing of what was read selects nothing at all. */
function judgeNothing(selection: SelectionChange, change: Change, changes: SelectionChanges): Judgement {
  const { claim, namespace } = selection.after;
  const { unseen } = change.after;
  const home = claim.reach.kind === 'own' ? namespace : undefined;
  const isPods = isOfPods(selection.after);
  const doubt = isPods ? unseen.pods(home) : unseen.objects;
  if (doubt !== undefined) return { verdict: 'unknown', doubt };
  const isAny =
    isPods && home !== undefined
      ? change.after.workloadsIn(home).length > 0
      : changes.hasAnyFor(selection.after);
  return isAny
    ? { verdict: 'definite' }
    : { verdict: 'possible', doubt: 'nothing that it could select was read, which may be elsewhere' };
}

function isEmpty({ now: { certain, open } }: SelectionChange): boolean {
  return certain.length === 0 && open.length === 0;
}

/** `Service shop/web no longer routes traffic to the pods of Deployment shop/web`. */
function lossText({ after: { object, claim } }: SelectionChange, lost: readonly Lasting[], how = ''): string {
  return `${objectTitle(object)} ${how}no longer ${CLAIM_KINDS[claim.kind]} ${selectedText(lost.map((one) => one.after))}`;
}

/** How sure it is that a changed selector leaves out by mistake what it selected: what still selects may be meant to. */
function judgeRewriting(selection: SelectionChange, change: Change, changes: SelectionChanges): Judgement {
  if (selection.after.claim.selector.alternatives.length === 0) {
    return { verdict: 'possible', doubt: 'it has no selector any more, which may be meant' };
  }
  return isEmpty(selection)
    ? judgeNothing(selection, change, changes)
    : { verdict: 'possible', doubt: 'its selector was changed and selects other things, which may be meant' };
}

/** Lost by a change of the selector: one finding, at the selector. */
function byRewriting(selection: SelectionChange, change: Change, changes: SelectionChanges): FindingParts {
  const { before, after, lost } = selection;
  const judgement = judgeRewriting(selection, change, changes);
  const [old, now] = [selectorText(before.claim.selector), selectorText(after.claim.selector)];
  const how =
    old === now ? 'the namespaces that it reaches were changed' : `its selector was ${old} and is ${now}`;
  const nothing = judgement.verdict === 'definite' ? '; it selects nothing now' : '';
  return {
    place: { object: after.object, path: after.claim.path, part: 'key' },
    ...judgement,
    message: `${lossText(selection, lost)}: ${how}${nothing}`,
    mend: 'if it is still meant to, let the selector ask for labels that they have',
    related: [
      selectorBefore(selection),
      ...lost.slice(0, SHOWN).map((one) => labelsPlace(one.after, 'labels that it does not select')),
    ],
  };
}

/** Lost by a change of labels: a finding for each, where the label was. */
function byLabels(
  selection: SelectionChange,
  lasting: Lasting,
  change: Change,
  changes: SelectionChanges,
): FindingParts {
  const { before, after } = lasting;
  const { claim, object } = selection.after;
  const changed = changedLabel(lasting, keysOf(claim.selector));
  const isThere = changed !== undefined && after.subject.labels.has(changed.key);
  const isNothing = isEmpty(selection) && judgeNothing(selection, change, changes).verdict === 'definite';
  const nothing = isNothing ? ', and it selects nothing now' : '';
  return {
    place: {
      object: after.object,
      path: isThere ? [...after.labelsPath, changed.key] : after.labelsPath,
      part: 'key',
    },
    verdict: 'definite',
    message: `${lossText(selection, [lasting])}: ${changed?.text ?? 'the labels were changed'}${nothing}`,
    mend: `leave the label as it was, or change the selector of ${objectTitle(object)} with it`,
    related: [labelsPlace(before, 'the labels before'), selectorNow(selection)],
  };
}

/** Perhaps lost: the selector asks for labels now that only a cluster knows. */
function byDoubt(selection: SelectionChange): FindingParts {
  const { after, doubtful } = selection;
  const open = keysOf(after.claim.selector).filter((key) =>
    doubtful.some((one) => one.after.subject.open.has(key)),
  );
  return {
    place: { object: after.object, path: after.claim.path, part: 'key' },
    verdict: 'unknown',
    doubt: `only a cluster knows ${open.length === 0 ? 'the labels of namespaces' : `the label ${open.join()}`} that it asks for`,
    message: lossText(selection, doubtful, 'perhaps '),
    related: [selectorBefore(selection)],
  };
}

/** What it selected is gone, and nothing came in its place. */
function byLeaving(selection: SelectionChange, change: Change, changes: SelectionChanges): FindingParts {
  const { after, gone } = selection;
  return {
    place: { object: after.object, path: after.claim.path, part: 'key' },
    ...judgeNothing(selection, change, changes),
    message: `${objectTitle(after.object)} ${CLAIM_KINDS[after.claim.kind]} nothing any more: it selected ${selectedText(gone)}, which ${gone.length === 1 ? 'is' : 'are'} gone`,
    mend: `let its selector follow what took the place of that, or remove ${objectTitle(after.object)} as well`,
    related: gone.slice(0, SHOWN).map((one) => labelsPlace(one, 'what it selected')),
  };
}

/** A rule that finds what objects do not select any more, of some kinds of claims. */
export function lossRule(
  parts: Omit<DiffRule, 'check' | 'isOn'> & { readonly claims: readonly ClaimKind[] },
): DiffRule {
  const { claims, ...rule } = parts;
  return {
    ...rule,
    isOn: true,
    check(change, report) {
      const changes = selectionChanges(change);
      for (const selection of changes.of(claims)) {
        const { lost, doubtful, gone, isRewritten } = selection;
        if (lost.length > 0 && isRewritten) report(byRewriting(selection, change, changes));
        else for (const one of lost) report(byLabels(selection, one, change, changes));
        if (doubtful.length > 0) report(byDoubt(selection));
        if (gone.length > 0 && lost.length === 0 && isEmpty(selection)) {
          report(byLeaving(selection, change, changes));
        }
      }
    },
  };
}
