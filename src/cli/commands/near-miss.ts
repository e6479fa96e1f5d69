import { explainMatch, type MatchExplanation, type Selector } from '../../index.ts';
import type { KubernetesObject } from '../../manifests.ts';
import { distanceOf, isTelling } from './miss-distance.ts';
import { keysOf } from './selectors.ts';

/** Objects looked at for the nearest miss; enough to find a telling one, few enough to cost nothing. */
const LOOKED_AT = 5_000;

/** An object that was not selected, and why. */
export interface Miss {
  readonly object: KubernetesObject;
  readonly explanation: MatchExplanation;
}

/** Remembers, of the objects that do not match, the one that nearly does, and the keys that none of them has. */
export class NearMiss {
  readonly #selector: Selector;
  readonly #unseen: Set<string>;
  #left = LOOKED_AT;
  #distance = Number.POSITIVE_INFINITY;
  #miss: Miss | undefined;

  constructor(selector: Selector) {
    this.#selector = selector;
    this.#unseen = new Set(keysOf(selector));
  }

  /** The nearest one so far; undefined where none has anything of what was asked. */
  get nearest(): Miss | undefined {
    return this.#miss !== undefined && isTelling(this.#miss.explanation) ? this.#miss : undefined;
  }

  /** The keys of the selector that no object has; none once there were too many objects to look at. */
  get unseenKeys(): readonly string[] {
    return this.#left === 0 ? [] : [...this.#unseen];
  }

  consider(object: KubernetesObject): void {
    if (this.#left === 0) return;
    this.#left--;
    for (const key of this.#unseen) if (Object.hasOwn(object.labels, key)) this.#unseen.delete(key);
    const explanation = explainMatch(this.#selector, object.labels);
    const distance = distanceOf(explanation);
    if (distance >= this.#distance) return;
    this.#distance = distance;
    this.#miss = { object, explanation };
  }
}
