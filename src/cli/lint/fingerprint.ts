import { createHash } from 'node:crypto';
import type { LintFinding } from '../../manifests.ts';

/** A text that stays the same for a finding while lines move and files are renamed: of its rule, object, path and message. */
export function fingerprintOf({ rule, object, path, message }: LintFinding): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, object, path, message]))
    .digest('hex')
    .slice(0, 16);
}
