import { formatSelector } from '../selector/format-selector.ts';
import type { FindingParts } from './finding.ts';
import { type Item, itemsIn, itemsLabelled, itemsOf, labelledOf, nounOf } from './labelled.ts';
import { listed } from './listed.ts';
import { namespacesReached } from './namespaces-reached.ts';
import { keyOfSameValue, type NearMiss, NearMisses, nearMissPlace } from './near-miss.ts';
import { missedPlace, nearMissFix } from './near-miss-fix.ts';
import { type NothingSelected, nothingSelected } from './nothing-selected.ts';
import { objectTitle } from './object-title.ts';
import type { PlacedClaim, World } from './world.ts';

/** What a rule has to say of a claim that selects nothing. */
export interface IdleTexts {
  /** Who selects nothing, as a clause: `Service shop/web selects no pods`. */
  readonly clause: string;
  /** What follows from that: `so that it has no endpoints`. */
  readonly effect: string;
  /** The kind that it is to select; pods, if left out. */
  readonly kind?: string;
  /** What it was meant to select is among these; among all that it could, if left out. */
  readonly among?: readonly Item[];
  /** The name of what is probably meant; undefined where that cannot be told. */
  readonly namesake?: string | undefined;
  /** What to do about what is in another namespace, as a clause. */
  readonly elsewhere: string;
  /** Why it may be meant, where nothing tells what was meant instead; undefined where it hardly is. */
  readonly doubt?: string;
  /** Why it is not known whether anything else is selected besides what was looked at; undefined where it is. */
  readonly unsure?: string | undefined;
}

/** What was probably meant, as far as it can be told. */
type Hint = Pick<FindingParts, 'mend' | 'related' | 'fix'>;

/** What to do where something misses a selector by a label. */
function remedyOf({ requirement, found: { labels } }: NearMiss, them: 'them' | 'it'): string {
  const { key, operator, values } = requirement;
  const value = labels.get(key);
  if (value !== undefined) return `select ${them} by ${key}=${value}`;
  const other = keyOfSameValue(requirement, labels);
  if (other !== undefined) {
    return `select ${them} by ${other}=${labels.get(other)}, or give ${them} ${key}=${values[0]}`;
  }
  return operator === '=' || operator === 'in'
    ? `give ${them} ${key}=${values[0] ?? ''}, or select ${them} by labels that ${them === 'it' ? 'it has' : 'they have'}`
    : `give ${them} the label ${key}`;
}

function hintOf(placed: PlacedClaim, near: NearMiss, kind: string): Hint {
  const fix = nearMissFix(placed, near);
  const meant =
    kind === 'Pod'
      ? `if they are meant, ${remedyOf(near, 'them')}`
      : `if it is meant, ${remedyOf(near, 'it')}`;
  return {
    mend: `${near.text}; ${meant}`,
    related: [{ place: nearMissPlace(near), message: 'the labels that are nearest' }],
    ...(fix !== undefined && { fix }),
  };
}

/** Where there is nothing such, for messages. */
function whereText(placed: PlacedClaim, isAtHome: boolean): string {
  if (placed.claim.reach.kind === 'own') return isAtHome ? ' of its namespace' : ` of ${placed.namespace}`;
  const namespaces = namespacesReached(placed);
  return namespaces === undefined ? '' : ` of ${listed(namespaces)}`;
}

/** Tells that claims select nothing, with what they were probably meant to select. */
export class NothingSelectedFindings {
  readonly #world: World;
  readonly #nearMisses = new NearMisses();

  constructor(world: World) {
    this.#world = world;
  }

  /** What there is to tell of a claim; undefined where it selects something, or is made to select nothing. */
  of(placed: PlacedClaim, texts: IdleTexts): FindingParts | undefined {
    const idle = nothingSelected(this.#world, placed, texts.kind);
    if (idle === undefined) return undefined;
    const isUnsure = texts.unsure !== undefined && idle.verdict !== 'unknown';
    return this.#told(placed, isUnsure ? { verdict: 'unknown', doubt: texts.unsure } : idle, texts);
  }

  #told(placed: PlacedClaim, idle: NothingSelected, texts: IdleTexts): FindingParts {
    const { object, claim } = placed;
    const near = this.#nearIn(placed, idle, texts);
    const elsewhere = near?.isSlip === true ? undefined : this.#elsewhere(placed, texts);
    const { kind = 'Pod' } = texts;
    const where = whereText(placed, placed.namespace === this.#world.namespaceOf(object));
    const labels = formatSelector(claim.selector);
    const isExplained = near?.isSlip === true || elsewhere !== undefined;
    const doubt = idle.verdict === 'definite' && !isExplained ? texts.doubt : undefined;
    const read = idle.verdict === 'definite' ? '' : ' that was read';
    const effect = idle.verdict === 'unknown' ? '' : `, ${texts.effect}`;
    return {
      place: (near && missedPlace(placed, near)) ?? { object, path: claim.path, part: 'key' },
      ...(doubt === undefined ? idle : { verdict: 'possible', doubt }),
      message: `${texts.clause}: no ${nounOf(kind)}${where}${read} has ${labels}${effect}`,
      ...(elsewhere ?? (near && hintOf(placed, near, kind))),
    };
  }

  /** What was probably meant. Where it may be something that was not seen, only a slip of the fingers tells it. */
  #nearIn(placed: PlacedClaim, { verdict }: NothingSelected, texts: IdleTexts): NearMiss | undefined {
    const { kind = 'Pod', among = this.#itemsNear(placed, kind), namesake } = texts;
    const near = this.#nearMisses.of(placed, among, namesake);
    return verdict === 'unknown' && near?.isSlip !== true ? undefined : near;
  }

  /** The namespace may be the mistake, and not the labels. */
  #elsewhere(placed: PlacedClaim, { elsewhere, kind = 'Pod' }: IdleTexts): Hint | undefined {
    const { claim, namespace } = placed;
    const isTelling = claim.reach.kind === 'own' && claim.selector.alternatives[0]?.length !== 0;
    const found = isTelling
      ? itemsLabelled(this.#world, placed, kind).find((item) => item.namespace !== namespace)
      : undefined;
    if (found === undefined) return undefined;
    const { object, labelsPath } = labelledOf(found);
    const has = kind === 'Pod' ? 'has pods with these labels' : 'has these labels';
    return {
      mend: `${objectTitle(object)} ${has}, but in the namespace ${found.namespace}; ${elsewhere}`,
      related: [
        {
          place: { object, path: labelsPath, part: 'key' },
          message: 'the same labels in another namespace',
        },
      ],
    };
  }

  #itemsNear(placed: PlacedClaim, kind: string): readonly Item[] {
    const [namespace, ...others] = namespacesReached(placed) ?? [];
    if (namespace === undefined) return itemsOf(this.#world, kind);
    const own = itemsIn(this.#world, kind, namespace);
    return others.length === 0
      ? own
      : [...own, ...others.flatMap((other) => itemsIn(this.#world, kind, other))];
  }
}
