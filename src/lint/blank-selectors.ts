import type { Claim } from '../manifests/claim.ts';
import { isJsonObject, memberOf } from '../manifests/places.ts';
import { groupOf } from '../manifests/target.ts';
import { BLANK_TRAPS } from './blank-traps.ts';
import type { FindingParts } from './finding.ts';
import { selectedNoun } from './selected-noun.ts';
import { valueAt } from './value-at.ts';
import type { PlacedClaim } from './world.ts';
import { type WrittenSelector, writtenSelectors } from './written-selector.ts';

/** A selector that says nothing, and what comes of it. */
export interface BlankSelector extends Pick<FindingParts, 'place' | 'message' | 'mend'> {
  /** Whether it is left out, as it is from a patch of something. */
  readonly isMissing: boolean;
}

/** `no pod`, `every pod`. */
function selected(what: 'nothing' | 'everything', noun: string): string {
  return what === 'nothing' ? `no ${noun}` : `every ${noun}`;
}

function labelsOfPods({ object, claim: { path } }: PlacedClaim): string {
  const labels = valueAt(object.content, [...path.slice(0, path.lastIndexOf('spec')), 'metadata', 'labels']);
  const [first] = isJsonObject(labels) ? Object.entries(labels) : [];
  return first === undefined ? '' : `, such as ${first[0]}: ${String(first[1])}`;
}

function mendOf(placed: PlacedClaim, field: string, selects: 'nothing' | 'everything', noun: string): string {
  if (selects === 'everything') return `write ${field}: {} where every ${noun} is meant`;
  switch (placed.claim.kind) {
    case 'spreads-over':
      return `select the pods by their labels${labelsOfPods(placed)}`;
    case 'routes-traffic':
      return 'name the labels of its pods, or leave the selector out';
    case 'reads':
      return `leave it out, or write {} for every ${noun}`;
    default:
      return `select by labels; {} is every ${noun}`;
  }
}

/** Whether the Prometheus operator puts in a selector, as it does where a constraint of one of its kinds asks for it. */
function isFilledIn({ claim, object }: PlacedClaim): boolean {
  const holder = valueAt(object.content, claim.path.slice(0, -1));
  return isJsonObject(holder) && memberOf(holder, 'additionalLabelSelectors') !== undefined;
}

/** A selector that is null or is not there. */
function unwritten(placed: PlacedClaim): BlankSelector | undefined {
  const { claim, object } = placed;
  const trap = claim.isWritten || isFilledIn(placed) ? undefined : BLANK_TRAPS[claim.kind];
  const isNull = valueAt(object.content, claim.path) === null;
  if (trap === undefined || !(isNull || trap.isWhenMissing)) return undefined;
  // What it means in a kind that is described is up to the description.
  if ((trap.selects === 'nothing') !== (claim.selector.alternatives.length === 0)) return undefined;
  const field = String(claim.path.at(-1));
  const noun = selectedNoun(claim);
  const state = isNull ? 'null' : 'missing';
  return {
    place: { object, path: claim.path, part: 'key' },
    message: `${field} is ${state}, which selects ${selected(trap.selects, noun)}: ${trap.effect}`,
    mend: mendOf(placed, field, trap.selects, noun),
    isMissing: !isNull,
  };
}

/** The field beside a selector that says in which namespaces it looks; undefined where there is none. */
function namespaceFieldOf({ kind, path }: Claim): string | undefined {
  if (kind === 'spreads-over') return undefined;
  const field = String(path.at(-1));
  if (kind === 'reads') return field.replace(/Selector$/, 'NamespaceSelector');
  return field === 'podSelector' || field === 'labelSelector' ? 'namespaceSelector' : undefined;
}

/** A selector of namespaces that is null, which looks like all of them and is one. */
function nullNamespaces({ claim, object }: PlacedClaim): BlankSelector | undefined {
  // What nobody selects needs no namespaces.
  if (claim.reach.kind !== 'own' || claim.selector.alternatives.length === 0) return undefined;
  const field = namespaceFieldOf(claim);
  if (field === undefined) return undefined;
  const path = [...claim.path.slice(0, -1), field];
  if (valueAt(object.content, path) !== null) return undefined;
  return {
    place: { object, path, part: 'key' },
    message: `${field} is null, which is the namespace of this ${object.kind} alone`,
    mend: 'leave it out where that is meant; {} is every namespace',
    isMissing: false,
  };
}

const PARTS: readonly string[] = ['matchLabels', 'matchExpressions'];

/** A selector that is empty because of what is null in it: labels that were taken out, and their name was not. */
function emptied(placed: PlacedClaim, selector: WrittenSelector): BlankSelector | undefined {
  const { object, claim } = placed;
  const value = valueAt(object.content, selector.path);
  if (!isJsonObject(value) || selector.alternatives.some(({ requirements }) => requirements.length > 0)) {
    return undefined;
  }
  const part = PARTS.find((name) => Object.hasOwn(value, name) && value[name] === null);
  if (part === undefined) return undefined;
  const noun = selector.isOfNamespaces ? 'namespace' : selectedNoun(claim);
  const isNothing = !selector.isOfNamespaces && claim.selector.alternatives.length === 0;
  return {
    place: { object, path: [...selector.path, part], part: 'key' },
    message: `${part} is null, so the selector is empty and selects ${selected(isNothing ? 'nothing' : 'everything', noun)}`,
    mend: `write ${String(selector.path.at(-1))}: {} where that is meant`,
    isMissing: false,
  };
}

/** A budget of before policy/v1, where an empty selector selected nothing. */
function emptyBudget({ object, claim }: PlacedClaim): BlankSelector | undefined {
  const isNothing = claim.isWritten && claim.selector.alternatives.length === 0;
  if (groupOf(object.apiVersion) !== 'policy' || claim.kind !== 'budgets-evictions' || !isNothing) {
    return undefined;
  }
  return {
    place: { object, path: claim.path, part: 'key' },
    message: `an empty selector selects no pod in ${object.apiVersion}: the budget protects nothing`,
    mend: 'use policy/v1, where it is every pod of the namespace, or select by labels',
    isMissing: false,
  };
}

/** A term of a NodeSelector that says nothing: no node matches it. */
function emptyTerms({ object, claim }: PlacedClaim, selector: WrittenSelector): readonly BlankSelector[] {
  return selector.alternatives.flatMap(({ path }) => {
    const term = valueAt(object.content, path);
    if (path.at(-2) !== 'nodeSelectorTerms' || !isJsonObject(term)) return [];
    const lists = ['matchExpressions', 'matchFields'].map((field) => memberOf(term, field));
    if (lists.some((list) => Array.isArray(list) && list.length > 0)) return [];
    const isNothing = claim.selector.alternatives.length === 0;
    return [
      {
        place: { object, path },
        message: `the term is empty, and selects no node${isNothing ? ': no term is left' : ''}`,
        mend: 'leave the term out, or name labels of nodes in it',
        isMissing: false,
      },
    ];
  });
}

/** The selectors of a claim that say nothing, and mean something else than they look like. */
export function blankSelectors(placed: PlacedClaim): readonly BlankSelector[] {
  const written = writtenSelectors(placed);
  const ofParts = written.flatMap((selector) => emptied(placed, selector) ?? []);
  const others = [
    unwritten(placed),
    nullNamespaces(placed),
    ofParts.length > 0 ? undefined : emptyBudget(placed),
  ];
  return [
    ...others.filter((found) => found !== undefined),
    ...ofParts,
    ...written.flatMap((selector) => emptyTerms(placed, selector)),
  ];
}
