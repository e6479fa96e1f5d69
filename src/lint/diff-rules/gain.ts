import { CLAIM_KINDS, type ClaimKind } from '../../manifests/claim.ts';
import type { Change } from '../change.ts';
import type { DiffRule } from '../diff-rule.ts';
import type { FindingParts } from '../finding.ts';
import { objectTitle } from '../object-title.ts';
import { type Lasting, type SelectionChange, selectionChanges } from '../selection-change.ts';
import type { Selectable } from '../selections.ts';
import { labelsPlace, selectorBefore, selectorNow } from './change-places.ts';
import { changedLabel, keysOf, selectedText, selectorText } from './change-text.ts';

/** As many other places as a finding shows. */
const SHOWN = 3;

/** `Service shop/web now also routes traffic to the pods of Deployment shop/api`. */
function gainText({ after: { object, claim } }: SelectionChange, gained: readonly Selectable[]): string {
  return `${objectTitle(object)} now also ${CLAIM_KINDS[claim.kind]} ${selectedText(gained)}`;
}

/** Gained by a change of the selector: one finding, at the selector. */
function byRewriting(selection: SelectionChange): FindingParts {
  const { before, after, gained } = selection;
  const [old, now] = [selectorText(before.claim.selector), selectorText(after.claim.selector)];
  const how =
    old === now ? 'the namespaces that it reaches were changed' : `its selector was ${old} and is ${now}`;
  return {
    place: { object: after.object, path: after.claim.path, part: 'key' },
    verdict: 'possible',
    doubt: 'its selector was changed, so this may be meant',
    message: `${gainText(
      selection,
      gained.map((one) => one.after),
    )}: ${how}`,
    mend: 'if it is not meant to, let the selector ask for a label that only the others have',
    related: [
      selectorBefore(selection),
      ...gained.slice(0, SHOWN).map((one) => labelsPlace(one.after, 'labels that it selects as well')),
    ],
  };
}

/** Gained by a change of labels: a finding for each, where the label is. */
function byLabels(selection: SelectionChange, lasting: Lasting): FindingParts {
  const { before, after } = lasting;
  const changed = changedLabel(lasting, keysOf(selection.after.claim.selector));
  const isThere = changed !== undefined && after.subject.labels.has(changed.key);
  return {
    place: {
      object: after.object,
      path: isThere ? [...after.labelsPath, changed.key] : after.labelsPath,
      part: 'key',
    },
    verdict: 'definite',
    message: `${gainText(selection, [after])}: ${changed?.text ?? 'the labels were changed'}`,
    mend: `leave the label as it was, or let the selector of ${objectTitle(selection.after.object)} ask for more`,
    related: [labelsPlace(before, 'the labels before'), selectorNow(selection)],
  };
}

/** Gained because it is new. One more of what is served together is no surprise; a second one of one may be. */
function byArrival(selection: SelectionChange, one: Selectable, change: Change): FindingParts {
  const { kept, after } = selection;
  const { objects } = change.before.unseen;
  const [first] = keysOf(after.claim.selector);
  return {
    place: {
      object: one.object,
      path:
        first !== undefined && one.subject.labels.has(first) ? [...one.labelsPath, first] : one.labelsPath,
      part: 'key',
    },
    ...(objects === undefined
      ? { verdict: 'possible', doubt: 'it is new, and may be meant to be selected, as a canary is' }
      : { verdict: 'unknown', doubt: `it may not be new: ${objects}` }),
    message: `${gainText(selection, [one])}, which ${one.object.kind === 'Pod' ? 'is' : 'are'} new, beside ${selectedText(kept.map((lasting) => lasting.after))}`,
    mend: `give the two a label that tells them apart, and let the selector of ${objectTitle(after.object)} ask for it`,
    related: [selectorNow(selection), selectorBefore(selection)],
  };
}

/**
 * A rule that finds what objects select besides what they selected before, of some kinds of claims. What does not select
 * anything from before any more has moved on, and gains nothing.
 */
export function gainRule(
  parts: Omit<DiffRule, 'check' | 'isOn'> & {
    readonly claims: readonly ClaimKind[];
    /** Whether what is new counts, beside a single one that was selected before. */
    readonly countsNew: boolean;
  },
): DiffRule {
  const { claims, countsNew, ...rule } = parts;
  return {
    ...rule,
    isOn: true,
    check(change, report) {
      for (const selection of selectionChanges(change).of(claims)) {
        const { kept, gained, added, selected, isRewritten } = selection;
        if (kept.length === 0) continue;
        if (gained.length > 0 && isRewritten) report(byRewriting(selection));
        else for (const one of gained) report(byLabels(selection, one));
        if (countsNew && selected.length === 1)
          for (const one of added) report(byArrival(selection, one, change));
      }
    },
  };
}
