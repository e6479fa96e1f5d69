import type { Decoder } from '../../../src/documents/decoder.ts';
import type { KubernetesObject, ObjectSink } from '../../../src/documents/kubernetes-object.ts';
import type { Problem } from '../../../src/documents/problem.ts';

/** What a decoder made of an input. */
export interface Collected {
  readonly objects: KubernetesObject[];
  readonly problems: Problem[];
  /** `Kind namespace/name` of every object, in order. */
  readonly names: string[];
  /** `line:column message` of every problem, in order. */
  readonly complaints: string[];
}

/** Runs a decoder over a content cut into chunks of `size` bytes, each in a buffer that is overwritten afterwards. */
export function decode(
  create: (source: string, sink: ObjectSink) => Decoder,
  content: string | Uint8Array,
  size: number = Number.POSITIVE_INFINITY,
): Collected {
  const objects: KubernetesObject[] = [];
  const problems: Problem[] = [];
  const sink: ObjectSink = {
    object: (object) => objects.push(object),
    problem: (problem) => problems.push(problem),
  };
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const decoder = create('input', sink);
  for (let from = 0; from < bytes.length; from += size) {
    const chunk = bytes.slice(from, from + size);
    decoder.push(chunk);
    chunk.fill(0x7e);
  }
  decoder.end();
  return {
    objects,
    problems,
    names: objects.map((object) => `${object.kind} ${object.namespace}/${object.name}`),
    complaints: problems.map(
      ({ position, message }) => `${position?.line ?? '-'}:${position?.column ?? '-'} ${message}`,
    ),
  };
}
