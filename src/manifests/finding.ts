import { type Diagnostic, type DiagnosticCode, frozenDiagnostics } from '../text/diagnostic.ts';
import { type ObjectPath, pathText } from '../text/object-path.ts';

/** A mistake in a selector of an object, or what is odd about one. */
export interface Finding {
  /** A selector with an `error` makes no claim; one with a `warning` is read all the same. */
  readonly severity: 'error' | 'warning';
  /** Where in the object, step by step. */
  readonly path: ObjectPath;
  /** Its path is {@link path} as text: `spec.selector.matchLabels.app`. */
  readonly diagnostic: Diagnostic;
}

/** A finding at a place of an object. */
export function findingAt(
  path: ObjectPath,
  code: DiagnosticCode,
  message: string,
  severity: Finding['severity'] = 'error',
): Finding {
  const [diagnostic] = frozenDiagnostics([{ code, message, path: pathText(path) }] as const);
  return Object.freeze({ severity, path: Object.freeze(path), diagnostic });
}
