import { printRequirement } from '../print.ts';
import type { Alternative } from '../requirement.ts';
import type { Findings } from './findings.ts';
import type { Placed } from './placed.ts';

/** A frozen conjunction of what was read, in that order; a requirement that stands twice is kept, with a warning. */
export function writtenConjunction(placed: readonly Placed[], findings: Findings): Alternative {
  const keys = new Set(placed.map(({ requirement }) => requirement.key));
  if (keys.size < placed.length) warnOfRepeats(placed, findings);
  return Object.freeze(placed.map(({ requirement }) => requirement));
}

function warnOfRepeats(placed: readonly Placed[], findings: Findings): void {
  const seen = new Map<string, string>();
  for (const { requirement, path } of placed) {
    const print = printRequirement(requirement);
    const first = seen.get(print);
    if (first === undefined) seen.set(print, path);
    else findings.warn('duplicate-requirement', path, `the same is said already by ${first}`);
  }
}
