import type { MatchExplanation, RequirementExplanation } from '../../index.ts';

/** What an unsatisfied requirement counts: less with the key there, and less again with a hint at hand. */
function weightOf({ satisfied, actual, hint }: RequirementExplanation): number {
  if (satisfied) return 0;
  return hint !== undefined ? 0.5 : actual !== undefined ? 0.75 : 1;
}

/** How far labels are from matching: of the alternatives, the one that lacks least. */
export function distanceOf({ alternatives }: MatchExplanation): number {
  const distances = alternatives.map(({ requirements }) =>
    requirements.reduce((sum, explained) => sum + weightOf(explained), 0),
  );
  return Math.min(...distances, Number.POSITIVE_INFINITY);
}

/** Whether an explanation tells more than that the object has nothing of what was asked. */
export function isTelling({ alternatives }: MatchExplanation): boolean {
  return alternatives.some(({ requirements }) =>
    requirements.some(
      ({ satisfied, actual, hint }) => satisfied || actual !== undefined || hint !== undefined,
    ),
  );
}
