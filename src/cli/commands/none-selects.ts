import { explainMatch, type MatchExplanation } from '../../index.ts';
import { resourceOf } from '../../manifests.ts';
import type { Console } from '../output/console.ts';
import { counted } from '../output/counted.ts';
import { explanationLines } from '../output/explanation.ts';
import { printable } from '../output/printable.ts';
import { claimantText, claimPlace, claimText } from '../output/who.ts';
import type { Asked } from './asked.ts';
import { distanceOf } from './miss-distance.ts';
import { type Found, type Held, selectorOf } from './selectors-of.ts';

/** Selectors looked at for the nearest ones; enough to find telling ones, few enough to cost nothing. */
const LOOKED_AT = 5_000;

/** As many are told as one can take in. */
const TOLD = 3;

/** Further away than this, a selector lacks more than one thing, and is not what was meant to select. */
const NEAR = 1;

interface Miss {
  readonly held: Held;
  readonly explanation: MatchExplanation;
  readonly distance: number;
}

/**
 * Whether a selector may have been meant to select: it has something in common with the labels. One that asks for another
 * value of a key, and nothing else, is that of another object.
 */
function isTelling({ alternatives }: MatchExplanation): boolean {
  return alternatives.some(({ requirements }) =>
    requirements.some(({ satisfied, hint }) => satisfied || hint !== undefined),
  );
}

/** The selectors that nearly select: those that lack one requirement, or else the one that lacks least. */
function nearestOf(missing: readonly Held[]): readonly Miss[] {
  const misses = missing.slice(0, LOOKED_AT).map((held) => {
    const explanation = explainMatch(selectorOf(held), held.asked.subject.labels);
    return { held, explanation, distance: distanceOf(explanation) };
  });
  const telling = misses.filter(({ explanation }) => isTelling(explanation));
  telling.sort((a, b) => a.distance - b.distance);
  return telling.filter(({ distance }, index) => index === 0 || (index < TOLD && distance <= NEAR));
}

function tellNearest(missing: readonly Held[], isOfSeveral: boolean, console: Console): void {
  const nearest = nearestOf(missing);
  if (nearest.length > 0) console.note(nearest.length === 1 ? 'The nearest is:' : 'The nearest are:');
  for (const { held, explanation } of nearest) {
    const of = isOfSeveral ? `, of the ${printable(held.asked.noun)}` : '';
    console.tell(`${claimantText(held.kept.by)} ${claimText(held.kept)} (${claimPlace(held)})${of}`);
    for (const line of explanationLines(explanation, console.errorStyle)) console.note(line);
  }
}

/** Says which selectors would select what is asked about, were it in their namespaces. */
function tellElsewhere(elsewhere: readonly Held[], isByLabels: boolean, console: Console): void {
  const homes = new Map<string, number>();
  for (const { kept } of elsewhere) {
    // Where a claim reaches into other namespaces, none of them can be named.
    const home = kept.claim.reach.kind === 'own' ? `namespace ${kept.by.namespace}` : 'other namespaces';
    homes.set(home, (homes.get(home) ?? 0) + 1);
  }
  for (const [home, count] of homes) {
    const mend = isByLabels && home !== 'other namespaces' ? `: ask with -n ${home.slice(10)}` : '';
    console.tell(printable(`In ${home}, ${counted(count, 'selector')} would select it${mend}`));
  }
}

/** Why nothing selects what is asked about: no selector there at all, the nearest ones, those of other namespaces. */
export function tellWhyNoneSelects(
  asked: Asked,
  { missing, elsewhere, open, ofKind }: Found,
  console: Console,
): void {
  const isOfSeveral = asked.subjects.length > 1;
  const kinds = asked.subjects.map(({ subject }) => resourceOf(subject.kind)).join(' or ');
  if (ofKind === 0) {
    console.tell(`No selector in the input selects ${printable(kinds)}`);
    return;
  }
  const pods = isOfSeveral ? ', or the pods of its template' : '';
  const selects = open.length > 0 ? 'surely selects' : 'selects';
  console.tell(
    `None of ${counted(ofKind, 'selector')} of ${printable(kinds)} ${selects} ${asked.title}${pods}`,
  );
  tellNearest(missing, isOfSeveral, console);
  tellElsewhere(elsewhere, asked.object === undefined, console);
}
