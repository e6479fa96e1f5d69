import type { LintFinding, LintOptions } from '../../../src/manifests.ts';
import { lintManifests, readManifests } from '../../../src/manifests.ts';

/** The findings of one YAML text. */
export async function lint(text: string, options: LintOptions = {}): Promise<readonly LintFinding[]> {
  const { objects, problems } = await readManifests(text, 'test.yaml');
  return lintManifests(objects, { problems, ...options });
}

/** A finding in short: `rule verdict line:column`. */
export function brief({ rule, verdict, region }: LintFinding): string {
  return `${rule} ${verdict} ${region.start.line}:${region.start.column}`;
}
