import { createDecoder, foreignContent, formatOf, markLength } from './format.ts';
import type { KubernetesObject } from './kubernetes-object.ts';
import type { Problem } from './problem.ts';

/** What an input holds. */
export interface Manifests {
  /** In the order written. */
  readonly objects: readonly KubernetesObject[];
  /** What could not be read; the rest was. */
  readonly problems: readonly Problem[];
}

/**
 * Reads Kubernetes objects from text: YAML with any number of documents, JSON, lists, or NDJSON, told by the extension of
 * the name, and by the content where that says nothing. Each object knows the places of its parts. The YAML library is
 * loaded when there is YAML to read.
 *
 * @param input the text, or its UTF-8 bytes
 * @param source what the input is called in findings and problems: a path, as a rule
 * @returns objects and problems; what is no object is a problem, and never throws
 * @complexity O(size of the input).
 */
export async function readManifests(input: string | Uint8Array, source = '<text>'): Promise<Manifests> {
  const objects: KubernetesObject[] = [];
  const problems: Problem[] = [];
  const given = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const bytes = given.subarray(markLength(given));
  const foreign = foreignContent(bytes);
  if (foreign !== undefined) {
    const [message, mend] = foreign;
    return { objects, problems: [{ source, message, mend }] };
  }
  const sink = {
    object: (object: KubernetesObject) => objects.push(object),
    problem: (problem: Problem) => problems.push(problem),
  };
  const decoder = await createDecoder(formatOf(source, bytes), source, sink);
  decoder.push(bytes);
  decoder.end();
  return { objects, problems };
}
