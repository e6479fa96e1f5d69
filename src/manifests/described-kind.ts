import type { ClaimKind } from './claim.ts';
import { isInNamespace } from './namespace-of.ts';
import type { KindRows, Row } from './row.ts';
import type { SelectedKind } from './target.ts';

/** How a selector of a described kind is written. */
export type DescribedForm = 'LabelSelector' | 'map' | 'NodeSelector';

/** What a selector of a described kind means that is missing or empty. */
export type DescribedBlank = 'everything' | 'nothing' | 'no-claim' | 'refused';

/** A field of a described kind that holds a selector. */
export interface DescribedSelector {
  /** Where it stands in the object, as names with points between them, `[]` behind those of lists: `spec.routes[].selector`. */
  readonly path: string;
  /** How it is written; `LabelSelector` where nothing is said. */
  readonly form?: DescribedForm;
  /** What the object does to what it selects. */
  readonly does: ClaimKind;
  /**
   * What it selects. Where nothing is said, that is what can be done to one kind alone, such as Nodes of `schedules-onto`,
   * and otherwise `Pod`.
   */
  readonly of?: SelectedKind;
  /**
   * In which namespaces it looks: the object's own, which is meant where nothing is said, or every one. What is in no
   * namespace, and what selects such, looks everywhere.
   */
  readonly namespaces?: 'own' | 'every';
  /**
   * A field beside it, with a LabelSelector of the namespaces in which it looks; where that is missing, it looks as
   * {@link namespaces} says.
   */
  readonly namespaceSelector?: string;
  /** What it means where it is missing or null; where nothing is said, that nothing is claimed. */
  readonly missing?: DescribedBlank;
  /**
   * What it means where it is there and says nothing; where nothing is said, everything, as of a LabelSelector. A NodeSelector
   * without terms selects nothing, whatever is said.
   */
  readonly empty?: DescribedBlank;
}

/** A kind of objects that labelwise does not know, such as a custom resource: what a user says of it. */
export interface DescribedKind {
  /** The part of `apiVersion` before the slash. */
  readonly group: string;
  /** As its objects say it under `kind`: `WebApp`. */
  readonly kind: string;
  /** Whether its objects are in namespaces; where nothing is said, they are. */
  readonly namespaced?: boolean;
  /** Where its pod template stands, as `spec.template`, or `spec.groups[].template` of several. */
  readonly template?: string;
  /**
   * Of a kind without a template: whether its controller makes none for it, or pods which are `elsewhere`, so that it is
   * not known what labels they have. The latter is meant where nothing is said.
   */
  readonly pods?: 'none' | 'elsewhere';
  /** Keys of labels that its controller adds to the pods of its template. */
  readonly adds?: readonly string[];
  /** Whether the API server refuses changes to its selectors. */
  readonly immutable?: boolean;
  /** Its fields that hold selectors, without those of its pod template, which are read anyway. */
  readonly selectors?: readonly DescribedSelector[];
}

const FORMS: { readonly [F in DescribedForm]: Row['form'] } = {
  LabelSelector: 'label-selector',
  map: 'label-map',
  NodeSelector: 'node-selector',
};

/** The forms of selectors of described kinds. */
export const DESCRIBED_FORMS: readonly DescribedForm[] = Object.keys(FORMS) as DescribedForm[];

/** What a selector of a described kind may mean that says nothing. */
export const DESCRIBED_BLANKS: readonly DescribedBlank[] = ['everything', 'nothing', 'no-claim', 'refused'];

/** A path as the object around a selector and the field that holds it; the items of a list are selectors themselves. */
function placeOf(path: string): Pick<Row, 'at' | 'field'> {
  if (path.endsWith('[]')) return { at: path, field: '' };
  const last = path.lastIndexOf('.');
  return last === -1 ? { at: '', field: path } : { at: path.slice(0, last), field: path.slice(last + 1) };
}

/** What can be done to one kind alone; anything else may be done to any. */
const SELECTED_BY: { readonly [K in ClaimKind]?: SelectedKind } = {
  'routes-traffic': 'Pod',
  controls: 'Pod',
  'budgets-evictions': 'Pod',
  'allows-from': 'Pod',
  'allows-to': 'Pod',
  'attracted-to': 'Pod',
  'kept-from': 'Pod',
  'prefers-near': 'Pod',
  'prefers-away': 'Pod',
  'spreads-over': 'Pod',
  'schedules-onto': 'Node',
  'prefers-nodes': 'Node',
  'reachable-from': 'Node',
  binds: 'PersistentVolume',
  mounts: 'ClusterTrustBundle',
  aggregates: 'ClusterRole',
  'accepts-routes': 'Namespace',
  'accepts-listeners': 'Namespace',
};

/** The kind that a claim can be about alone; undefined where it may be any. */
export function onlySelectedBy(claim: ClaimKind): SelectedKind | undefined {
  return SELECTED_BY[claim];
}

/** What a described selector selects. */
export function selectedBy({ does, of }: Pick<DescribedSelector, 'does' | 'of'>): SelectedKind {
  return of ?? onlySelectedBy(does) ?? 'Pod';
}

function rowOf(selector: DescribedSelector, isNamespaced: boolean): Row {
  const { path, form = 'LabelSelector', does, namespaceSelector, missing = 'no-claim' } = selector;
  const { empty = 'everything' } = selector;
  const of = selectedBy(selector);
  const reach = selector.namespaces ?? (isNamespaced && isInNamespace(of) ? 'own' : 'every');
  return {
    ...placeOf(path),
    form: FORMS[form],
    claim: does,
    of,
    reach: namespaceSelector === undefined ? reach : { selector: namespaceSelector, absent: reach },
    absent: missing,
    empty,
  };
}

/** A described kind as the registry has kinds. */
export function kindRowsOf(described: DescribedKind): KindRows {
  const { group, kind, namespaced = true, template, pods = 'elsewhere' } = described;
  const { adds = [], immutable, selectors = [] } = described;
  return {
    group,
    kind,
    ...(template === undefined ? { pods } : { template, pods: 'none' as const }),
    adds,
    ...(namespaced ? {} : { isClusterWide: true as const }),
    ...(immutable === true ? { immutable: true as const } : {}),
    rows: selectors.map((selector) => rowOf(selector, namespaced)),
  };
}
