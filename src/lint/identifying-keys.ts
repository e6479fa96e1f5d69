/** Keys whose labels say which application a pod is of, by the conventions in use. */
const NAMES: ReadonlySet<string> = new Set([
  'app.kubernetes.io/name',
  'app',
  'k8s-app',
  'name',
  'run',
  'application',
  'service',
]);

/** Keys whose labels say which part of an application a pod is. */
const PARTS: ReadonlySet<string> = new Set(['app.kubernetes.io/component', 'component', 'tier']);

/** Keys whose labels many applications have in common: they say where, by whom and with what it is all run. */
const COMMON: ReadonlySet<string> = new Set([
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/managed-by',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/version',
  'helm.sh/chart',
  'release',
  'chart',
  'heritage',
  'environment',
  'env',
  'stage',
  'team',
  'owner',
  'version',
  'track',
  'project',
]);

/** Whether a label of a key says which application a pod is of. */
export function isNameKey(key: string): boolean {
  return NAMES.has(key);
}

/** Whether a label of a key says which part of an application a pod is. */
export function isPartKey(key: string): boolean {
  return PARTS.has(key);
}

/** Whether a label of a key tells applications apart: any may, but for those that many have in common. */
export function isIdentifying(key: string): boolean {
  return !COMMON.has(key);
}
