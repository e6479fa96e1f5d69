import {
  type Conflict,
  fromRequirements,
  printRequirement,
  type Requirement,
  simplify,
} from '../../index.ts';
import { conflictReason } from './conflict-reason.ts';
import { demandAfter, demandOf } from './demand.ts';
import { printable } from './printable.ts';
import { shortened } from './shortened.ts';

/** A mend with a set of more values than this would be no help. */
const MOST_MENDED = 10;

/** Requirements that can hold together, as few as can be: several on one key often come to one value. */
function simplest(requirements: readonly Requirement[]): readonly Requirement[] {
  if (requirements.length === 1) return requirements;
  return simplify(fromRequirements(requirements)).alternatives[0] ?? requirements;
}

function isOfOne({ a, b }: Conflict): boolean {
  return a.length === 0 || b.length === 0;
}

/** What requirements of one selector demand of a key, which no label set has. */
function contradiction(key: string, requirements: readonly Requirement[]): string {
  const demand = demandOf(requirements);
  return `${key} ${demand}${requirements.length === 1 || demand.includes(', but ') ? '' : ' at once'}`;
}

/** A demand that words can follow: an exception within it ends with a comma. */
function closed(demand: string): string {
  return demand.includes(', but ') ? `${demand},` : demand;
}

/** What each of two selectors demands of a key, which no label set has both of. */
function separation({ key, a, b }: Conflict): string {
  const [ofA, ofB] = [demandOf(simplest(a)), demandOf(simplest(b))];
  return `${key} ${closed(ofA)} for A, and ${closed(demandAfter(ofA, ofB))} for B`;
}

/**
 * A conflict in words: `app must be "web" for A, and "api" for B`; of one selector alone,
 * `x must be an integer above 5 and below 3 at once`. Where the words do not show by themselves that this cannot be, the
 * reason follows after a colon.
 */
export function conflictText(conflict: Conflict): string {
  const { key, a, b } = conflict;
  const text = isOfOne(conflict) ? contradiction(key, [...a, ...b]) : separation(conflict);
  const reason = conflictReason(conflict);
  return printable(reason === undefined ? text : `${text}: ${reason}`);
}

function written(requirements: readonly Requirement[]): string {
  return printable(shortened(requirements.map(printRequirement).join()));
}

/**
 * The requirements of a conflict as they were written, where {@link conflictText} joins several, so that its words cannot be
 * held against them one by one; a text for each selector.
 */
export function conflictRequirements(conflict: Conflict): readonly string[] {
  const { a, b } = conflict;
  if (a.length + b.length <= 2) return [];
  return isOfOne(conflict) ? [written([...a, ...b])] : [`A: ${written(a)}`, `B: ${written(b)}`];
}

/** What a selector that contradicts itself was probably meant to say; undefined where that cannot be told. */
export function conflictMend(conflict: Conflict): string | undefined {
  const requirements = [...conflict.a, ...conflict.b];
  const values = requirements.flatMap((requirement) => requirement.values);
  const areSets = requirements.every(({ operator }) => ['=', '==', 'in'].includes(operator));
  if (!isOfOne(conflict) || !areSets || requirements.length !== 2 || values.length > MOST_MENDED)
    return undefined;
  const [either] = fromRequirements([{ key: conflict.key, operator: 'in', values }]).alternatives.flat();
  return either && `write "${printRequirement(either)}" if ${values.length === 2 ? 'either' : 'any'} will do`;
}
