import { explainMatch, type MatchExplanation, type Selector } from '../../index.ts';
import type { KubernetesObject } from '../input/objects.ts';

/** Objects looked at for the nearest miss; enough to find a telling one, few enough to cost nothing. */
const LOOKED_AT = 5_000;

/** An object that was not selected, and why. */
export interface Miss {
  readonly object: KubernetesObject;
  readonly explanation: MatchExplanation;
}

/** The fewest requirements any alternative leaves unsatisfied, less a half where a hint is at hand. */
function distanceOf({ alternatives }: MatchExplanation): number {
  const distances = alternatives.map(({ requirements }) =>
    requirements.reduce(
      (sum, { satisfied, hint }) => sum + (satisfied ? 0 : hint === undefined ? 1 : 0.5),
      0,
    ),
  );
  return Math.min(...distances, Number.POSITIVE_INFINITY);
}

/** Remembers, of the objects that do not match, the one that nearly does. */
export class NearMiss {
  readonly #selector: Selector;
  #left = LOOKED_AT;
  #distance = Number.POSITIVE_INFINITY;
  #miss: Miss | undefined;

  constructor(selector: Selector) {
    this.#selector = selector;
  }

  /** The nearest one so far; undefined before the first. */
  get nearest(): Miss | undefined {
    return this.#miss;
  }

  consider(object: KubernetesObject): void {
    if (this.#left === 0) return;
    this.#left--;
    const explanation = explainMatch(this.#selector, object.labels);
    const distance = distanceOf(explanation);
    if (distance >= this.#distance) return;
    this.#distance = distance;
    this.#miss = { object, explanation };
  }
}
