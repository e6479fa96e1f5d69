import type { Diagnostic } from '../../src/index.ts';

/** Is `path` the field itself or something inside it? */
export function isAtOrBelow(path: string | undefined, field: string): boolean {
  if (path === undefined) return false;
  return path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
}

/** The fields Kubernetes complains about, as many times as it does, that have no diagnostic of ours left. */
export function unreported(fields: readonly string[], diagnostics: readonly Diagnostic[]): string[] {
  const left = [...diagnostics];
  return fields.filter((field) => {
    const at = left.findIndex(({ path }) => isAtOrBelow(path, field));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
