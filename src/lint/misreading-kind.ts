import type { Finding } from '../manifests/finding.ts';
import type { ObjectPath } from '../text/object-path.ts';

/**
 * What a misreading is about: `label`, the labels of a template; `required`, a selector that must be there, or must not be
 * empty; `repeated-value` and `repeated-requirement`, which are in order but needless; `selector`, everything else.
 */
export type MisreadingKind = 'label' | 'required' | 'repeated-value' | 'repeated-requirement' | 'selector';

/** Whether a path leads to the labels of something, or to one of them. */
function isOfLabels(path: ObjectPath): boolean {
  const at = path.lastIndexOf('labels');
  return at > 0 && at >= path.length - 2 && path[at - 1] === 'metadata';
}

/** Whether a path leads to the key or the operator of an expression, which is no selector that is missing. */
function isOfExpression(path: ObjectPath): boolean {
  const last = path.at(-1);
  return (last === 'key' || last === 'operator') && typeof path.at(-2) === 'number';
}

/** Which rule a misreading is for. */
export function misreadingKind({ path, diagnostic: { code } }: Finding): MisreadingKind {
  if (isOfLabels(path)) return 'label';
  if (code === 'empty-selector') return 'required';
  if (code === 'missing-field' && !isOfExpression(path)) return 'required';
  if (code === 'duplicate-value') return 'repeated-value';
  return code === 'duplicate-requirement' ? 'repeated-requirement' : 'selector';
}
