import type { LintFinding, LintOptions } from '../../../src/manifests.ts';
import { createDecoder, type KubernetesObject, lintManifests, type Problem } from '../../../src/manifests.ts';

/** What a YAML text holds, and what could not be read of it. */
export async function read(
  text: string,
  source = 'test.yaml',
): Promise<{ objects: KubernetesObject[]; problems: Problem[] }> {
  const objects: KubernetesObject[] = [];
  const problems: Problem[] = [];
  const sink = {
    object: (object: KubernetesObject) => objects.push(object),
    problem: (problem: Problem) => problems.push(problem),
  };
  const decoder = await createDecoder('yaml', source, sink);
  decoder.push(new TextEncoder().encode(text));
  decoder.end();
  return { objects, problems };
}

/** The findings of one YAML text. */
export async function lint(text: string, options: LintOptions = {}): Promise<readonly LintFinding[]> {
  const { objects, problems } = await read(text);
  return lintManifests(objects, { problems, ...options });
}

/** A finding in short: `rule verdict line:column`. */
export function brief({ rule, verdict, region }: LintFinding): string {
  return `${rule} ${verdict} ${region.start.line}:${region.start.column}`;
}
