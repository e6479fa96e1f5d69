import type { ClaimKind } from './claim.ts';
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
  /** What it selects; `Pod` where nothing is said. */
  readonly of?: SelectedKind;
  /** In which namespaces it looks: the object's own, which is meant where nothing is said, or every one. */
  readonly namespaces?: 'own' | 'every';
  /** What it means where it is missing or null; where nothing is said, that nothing is claimed. */
  readonly missing?: DescribedBlank;
  /** What it means where it is there and says nothing; where nothing is said, everything, as of a LabelSelector. */
  readonly empty?: DescribedBlank;
}

/** A kind of objects that labelwise does not know, such as a custom resource: what a user says of it. */
export interface DescribedKind {
  /** The part of `apiVersion` before the slash. */
  readonly group: string;
  readonly kind: string;
  /** Where its pod template stands, as `spec.template`. */
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
  readonly selectors?: readonly DescribedSelector[];
}

const FORMS: { readonly [F in DescribedForm]: Row['form'] } = {
  LabelSelector: 'label-selector',
  map: 'label-map',
  NodeSelector: 'node-selector',
};

/** The forms of selectors of described kinds. */
export const DESCRIBED_FORMS: readonly DescribedForm[] = Object.keys(FORMS) as DescribedForm[];

/** A path as the object around a selector and the field that holds it; the items of a list are selectors themselves. */
function placeOf(path: string): Pick<Row, 'at' | 'field'> {
  if (path.endsWith('[]')) return { at: path, field: '' };
  const last = path.lastIndexOf('.');
  return last === -1 ? { at: '', field: path } : { at: path.slice(0, last), field: path.slice(last + 1) };
}

function rowOf(selector: DescribedSelector): Row {
  return {
    ...placeOf(selector.path),
    form: FORMS[selector.form ?? 'LabelSelector'],
    claim: selector.does,
    of: selector.of ?? 'Pod',
    reach: selector.namespaces ?? 'own',
    absent: selector.missing ?? 'no-claim',
    empty: selector.empty ?? 'everything',
  };
}

/** A described kind as the registry has kinds. */
export function kindRowsOf(described: DescribedKind): KindRows {
  const { group, kind, template, pods = 'elsewhere', adds = [], immutable, selectors = [] } = described;
  return {
    group,
    kind,
    ...(template === undefined ? { pods } : { template, pods: 'none' as const }),
    adds,
    ...(immutable === true ? { immutable: true as const } : {}),
    rows: selectors.map(rowOf),
  };
}
