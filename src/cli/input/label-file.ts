import { loadYaml, type ObjectSink } from '../../reading.ts';
import { readSource, type Source } from './sources.ts';

/**
 * The labels a file holds, in YAML or JSON: a mapping of keys to strings, or an object with `metadata.labels`.
 *
 * @returns undefined when it holds none that can be read; the reasons have been reported
 * @throws what opening or reading throws
 */
export async function readLabelFile(
  source: Source,
  sink: Pick<ObjectSink, 'problem'>,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { createLabelDecoder } = await loadYaml();
  const decoder = createLabelDecoder(source.name, sink);
  for await (const chunk of readSource(source)) decoder.push(chunk);
  return decoder.end();
}
