import type { LintFix, ObjectPlace } from './finding.ts';
import type { NearMiss } from './near-miss.ts';
import { valueAt } from './value-at.ts';
import type { PlacedClaim } from './world.ts';
import { quotedAs, replaceScalar, type WrittenScalar, writtenScalar } from './written-scalar.ts';
import { writtenSelectors } from './written-selector.ts';

/** Words that YAML takes for something else than a string where they stand without quotes. */
const NO_STRING = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function scalarText(written: WrittenScalar, value: string): string {
  const text = quotedAs(written, value);
  const isPlain = /^[A-Za-z][A-Za-z0-9_.-]*$/.test(text) && !NO_STRING.test(text);
  return text !== value || isPlain ? text : JSON.stringify(value);
}

/** Where in the selector of a claim the requirement stands that is missed; undefined where it is not written there. */
export function missedPlace(placed: PlacedClaim, { requirement }: NearMiss): ObjectPlace | undefined {
  const [own] = writtenSelectors(placed);
  const written = own?.alternatives
    .flatMap(({ requirements }) => requirements)
    .find(
      (one) => one.requirement.key === requirement.key && one.requirement.operator === requirement.operator,
    );
  return written && { object: placed.object, path: written.path, part: 'key' };
}

/** Another value for a label that a selector asks for: the one that is there, where it looks as if it were meant. */
export function nearMissFix(placed: PlacedClaim, near: NearMiss): LintFix | undefined {
  const { key } = near.requirement;
  const value = near.found.labels.get(key);
  const place = missedPlace(placed, near);
  if (!near.isSlip || value === undefined || place === undefined) return undefined;
  if (typeof valueAt(placed.object.content, place.path) !== 'string') return undefined;
  const written = writtenScalar(placed.object, place.path);
  if (written === undefined) return undefined;
  const edit = replaceScalar(placed.object, written, scalarText(written, value));
  return { title: `select ${key}=${value}`, isSafe: false, edits: [edit] };
}
