import { formatSelector, SelectorIndex } from 'labelwise';
import {
  answerOf,
  CLAIM_KINDS,
  type Claim,
  claimsOf,
  isNamespace,
  selectionBy,
  selectionText,
  subjectOf,
} from 'labelwise/manifests';
import type { Row } from './row.ts';

/** An object that makes claims. */
export interface Claimant {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** A selector that selects something. */
export interface SelectedBy {
  readonly by: Claimant;
  /** `routes traffic to`. */
  readonly verb: string;
  /** `app=web`, `all pods`. */
  readonly selection: string;
  /** The selector alone, as a text that can be asked; undefined where it has several alternatives. */
  readonly selector: string | undefined;
  /** False where it depends on labels of namespaces that were not read. */
  readonly isCertain: boolean;
}

interface Filed {
  readonly by: Claimant;
  readonly claim: Claim;
}

function textOf({ selector }: Claim): string | undefined {
  return selector.alternatives.length === 1 ? formatSelector(selector) : undefined;
}

/** All selectors of what was read, filed by what they ask for, so that one object is not held against every one. */
export class Selecting {
  readonly #filed: Filed[] = [];
  readonly #index = new SelectorIndex<number>();
  readonly #namespaces = new Map<string, ReadonlyMap<string, string>>();

  /** @param content the object as JSON values, with its kind */
  add(row: Row, content: unknown): void {
    const { kind, namespace, name } = row;
    if (isNamespace(row)) this.#namespaces.set(name, subjectOf(row).labels);
    for (const claim of claimsOf(content).claims) {
      const number = this.#filed.push({ by: { kind, namespace, name }, claim }) - 1;
      // What looks into other namespaces is asked about them by the claim itself.
      this.#index.set(number, claim.selector, claim.reach.kind === 'own' ? namespace : undefined);
    }
  }

  get size(): number {
    return this.#filed.length;
  }

  /** What selects a row. Labels that controllers add are not known, so what asks for such is not among it. */
  of(row: Row): readonly SelectedBy[] {
    const subject = subjectOf(row);
    const found: (SelectedBy & { readonly order: number })[] = [];
    const kinds = Object.keys(CLAIM_KINDS);
    for (const number of this.#index.matching(subject.labels, subject.namespace)) {
      const filed = this.#filed[number];
      if (filed === undefined) continue;
      const { by, claim } = filed;
      const selection = selectionBy(claim, by.namespace, subject, (name) => this.#namespaces.get(name));
      const answer = answerOf(selection);
      if (answer === 'no') continue;
      found.push({
        by,
        verb: CLAIM_KINDS[claim.kind],
        selection: selectionText(claim),
        selector: textOf(claim),
        isCertain: answer === 'yes',
        order: kinds.indexOf(claim.kind),
      });
    }
    return found.sort((a, b) => a.order - b.order).map(({ order: _, ...one }) => one);
  }
}
