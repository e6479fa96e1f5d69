import { type Reached, reached } from '../anchors/reached.ts';
import type { ReverseIndex } from '../anchors/reverse-index.ts';
import type { Subject } from '../anchors/subject.ts';
import { anchorName } from './anchor-name.ts';
import { printReverseExplanation } from './print-reverse-explanation.ts';
import type { ReachedAnchor, ReverseExplanation } from './reverse-explanation.ts';

function describe({ list, isExcluded, matching }: Reached): ReachedAnchor {
  return {
    ...anchorName(list),
    by: isExcluded ? 'excluded' : list.isGroup ? 'lacks' : 'has',
    entries: list.entries.length,
    matches: matching.length,
  };
}

const ORDER: readonly ReachedAnchor['by'][] = ['has', 'lacks', 'excluded'];

/** Explains how the selectors that match a label set are found. O(anchors, and the entries reached). */
export function explainReverse<Id extends string | number>(
  index: ReverseIndex<Id>,
  subject: Subject,
  namespace: string,
): ReverseExplanation<Id> {
  const all = reached(index, subject, index.shelvesOf(namespace));
  const ids = new Set<Id>();
  for (const entry of all.flatMap(({ matching }) => matching)) {
    for (let i = 0; i < index.entries.ownerCount(entry); i++) {
      const id = index.owners.at(index.entries.ownerAt(entry, i));
      if (id !== undefined) ids.add(id);
    }
  }
  const anchors = all
    .map((each) => describe(each))
    .sort((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by) || b.entries - a.entries);
  const looked = anchors.filter(({ by }) => by !== 'excluded');
  const explanation = {
    namespace,
    selectors: index.owners.size,
    candidates: looked.reduce((sum, { entries }) => sum + entries, 0),
    matches: looked.reduce((sum, { matches }) => sum + matches, 0),
    ids: [...ids],
    anchors,
  };
  return Object.defineProperty(explanation, 'toString', {
    value: () => printReverseExplanation(explanation),
    enumerable: false,
  });
}
