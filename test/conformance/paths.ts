import type { Diagnostic } from '../../src/index.ts';

/** Is `path` the field itself or something inside it? */
export function isAtOrBelow(path: string | undefined, field: string): boolean {
  if (path === undefined) return false;
  return path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
}

/** What stands at a path such as `matchExpressions[0].key` of a JSON value. */
function valueAt(json: unknown, path: string): unknown {
  let value = json;
  for (const name of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/**
 * The fields Kubernetes complains about, as many times as it does, that have no diagnostic of ours left. It reads
 * an absent key as "", which breaks two rules: one diagnostic is enough for a field that is not there.
 */
export function unreported(
  json: unknown,
  fields: readonly string[],
  diagnostics: readonly Diagnostic[],
): string[] {
  const left = [...diagnostics];
  const absent = new Set(fields.filter((field) => valueAt(json, field) === undefined));
  const wanted = [...fields.filter((field) => !absent.has(field)), ...absent];
  return wanted.filter((field) => {
    const at = left.findIndex(({ path }) => isAtOrBelow(path, field));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
