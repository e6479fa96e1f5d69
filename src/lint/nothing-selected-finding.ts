import { formatSelector } from '../selector/format-selector.ts';
import type { FindingParts } from './finding.ts';
import { listed } from './listed.ts';
import { namespacesReached } from './namespaces-reached.ts';
import { type NearMiss, NearMisses, nearMissPlace } from './near-miss.ts';
import { missedPlace, nearMissFix } from './near-miss-fix.ts';
import { type NothingSelected, nothingSelected } from './nothing-selected.ts';
import { objectTitle } from './object-title.ts';
import type { Workload } from './workload.ts';
import type { PlacedClaim, World } from './world.ts';

/** What a rule has to say of a claim that selects no pods. */
export interface IdleTexts {
  /** Who selects nothing, as a clause: `Service shop/web selects no pods`. */
  readonly clause: string;
  /** What follows from that: `so that it has no endpoints`. */
  readonly effect: string;
  /** The name of the workload that is probably meant; undefined where that cannot be told. */
  readonly namesake?: string | undefined;
  /** What to do about pods of another namespace, as a clause. */
  readonly elsewhere: string;
  /** Why it may be meant, where nothing tells what was meant instead; undefined where it hardly is. */
  readonly doubt?: string;
}

/** What was probably meant, as far as it can be told. */
type Hint = Pick<FindingParts, 'mend' | 'related' | 'fix'>;

/** What to do where pods miss a selector by a label. */
function remedyOf({ requirement, workload }: NearMiss): string {
  const { key, operator, values } = requirement;
  const value = workload.pods.labels.get(key);
  if (value !== undefined) return `select them by ${key}=${value}`;
  return operator === '=' || operator === 'in'
    ? `give them ${key}=${values[0] ?? ''}, or select them by labels that they have`
    : `give them the label ${key}`;
}

function hintOf(placed: PlacedClaim, near: NearMiss): Hint {
  const fix = nearMissFix(placed, near);
  return {
    mend: `${near.text}; if they are meant, ${remedyOf(near)}`,
    related: [{ place: nearMissPlace(near), message: 'the labels that are nearest' }],
    ...(fix !== undefined && { fix }),
  };
}

/** Where there are no such pods, for messages. */
function whereText(placed: PlacedClaim): string {
  if (placed.claim.reach.kind === 'own') return ' of its namespace';
  const namespaces = namespacesReached(placed);
  return namespaces === undefined ? '' : ` of ${listed(namespaces)}`;
}

/** Tells that claims select no pods, with what they were probably meant to select. */
export class NothingSelectedFindings {
  readonly #world: World;
  readonly #nearMisses = new NearMisses();

  constructor(world: World) {
    this.#world = world;
  }

  /** What there is to tell of a claim on pods; undefined where it selects some, or is made to select none. */
  of(placed: PlacedClaim, texts: IdleTexts): FindingParts | undefined {
    const idle = nothingSelected(this.#world, placed);
    return idle && this.#told(placed, idle, texts);
  }

  #told(placed: PlacedClaim, idle: NothingSelected, texts: IdleTexts): FindingParts {
    const { object, claim } = placed;
    const near = this.#nearIn(placed, idle, texts);
    const elsewhere = near?.isSlip === true ? undefined : this.#elsewhere(placed, texts);
    const labels = formatSelector(claim.selector);
    const isExplained = near?.isSlip === true || elsewhere !== undefined;
    const doubt = idle.verdict === 'definite' && !isExplained ? texts.doubt : undefined;
    const read = idle.verdict === 'definite' ? '' : ' that was read';
    const effect = idle.verdict === 'unknown' ? '' : `, ${texts.effect}`;
    return {
      place: (near && missedPlace(placed, near)) ?? { object, path: claim.path, part: 'key' },
      ...(doubt === undefined ? idle : { verdict: 'possible', doubt }),
      message: `${texts.clause}: no workload${whereText(placed)}${read} has ${labels}${effect}`,
      ...(elsewhere ?? (near && hintOf(placed, near))),
    };
  }

  /** What was probably meant. Where it may be something that was not seen, only a slip of the fingers tells it. */
  #nearIn(placed: PlacedClaim, { verdict }: NothingSelected, { namesake }: IdleTexts): NearMiss | undefined {
    const near = this.#nearMisses.of(placed, this.#workloadsNear(placed), namesake);
    return verdict === 'unknown' && near?.isSlip !== true ? undefined : near;
  }

  /** The namespace may be the mistake, and not the labels. */
  #elsewhere({ claim, namespace }: PlacedClaim, { elsewhere }: IdleTexts): Hint | undefined {
    const isTelling = claim.reach.kind === 'own' && claim.selector.alternatives[0]?.length !== 0;
    const found = isTelling
      ? this.#world.podsLabelled(claim.selector).find((workload) => workload.namespace !== namespace)
      : undefined;
    if (found === undefined) return undefined;
    return {
      mend: `${objectTitle(found.object)} has pods with these labels, but in the namespace ${found.namespace}; ${elsewhere}`,
      related: [
        {
          place: { object: found.object, path: [...found.template.path, 'metadata', 'labels'], part: 'key' },
          message: 'the same labels in another namespace',
        },
      ],
    };
  }

  #workloadsNear(placed: PlacedClaim): readonly Workload[] {
    const [namespace, ...others] = namespacesReached(placed) ?? [];
    if (namespace === undefined) return this.#world.workloads;
    const own = this.#world.workloadsIn(namespace);
    return others.length === 0 ? own : [...own, ...others.flatMap((other) => this.#world.workloadsIn(other))];
  }
}
