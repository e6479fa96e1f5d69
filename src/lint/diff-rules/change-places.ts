import type { RelatedPlace } from '../finding.ts';
import type { SelectionChange } from '../selection-change.ts';
import type { Selectable } from '../selections.ts';

/** Where a selector stood before a change. */
export function selectorBefore({ before: { object, claim } }: SelectionChange): RelatedPlace {
  return { place: { object, path: claim.path, part: 'key' }, message: 'the selector before' };
}

/** Where a selector stands after a change. */
export function selectorNow({ after: { object, claim } }: SelectionChange): RelatedPlace {
  return { place: { object, path: claim.path, part: 'key' }, message: 'the selector' };
}

/** Where the labels of something stand that is selected, or is not. */
export function labelsPlace({ object, labelsPath }: Selectable, message: string): RelatedPlace {
  return { place: { object, path: labelsPath, part: 'key' }, message };
}
