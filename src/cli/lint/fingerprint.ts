import type { LintFinding } from '../../manifests.ts';

/** A text that stays the same for a finding while lines move and files are renamed: of its rule, object, path and message. */
export function fingerprintOf({ rule, object, path, message }: LintFinding): string {
  // Loaded when it is needed: it takes as long as reading a small file, and most runs need no fingerprint.
  return process
    .getBuiltinModule('node:crypto')
    .createHash('sha256')
    .update(JSON.stringify([rule, object, path, message]))
    .digest('hex')
    .slice(0, 16);
}
