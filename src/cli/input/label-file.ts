import type { ObjectSink } from './kubernetes-object.ts';
import { isMapping, readLabels } from './label-set.ts';
import type { Problem } from './problem.ts';
import { readSource, type Source } from './sources.ts';
import { decodeUtf8, invalidUtf8Problem } from './utf8.ts';
import type { YamlText } from './yaml-text.ts';

/** Labels of one object are a few kilobytes at most; a file beyond this is not what was meant. */
const LARGEST: number = 8 * 2 ** 20;

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
  const [{ createYamlSplitter }, { parseYamlText }] = await Promise.all([
    import('./yaml-splitter.ts'),
    import('./yaml-text.ts'),
  ]);
  const documents: { readonly parsed: YamlText; readonly firstLine: number }[] = [];
  let isSound = true;
  const reporting = {
    problem(problem: Problem): void {
      isSound = false;
      sink.problem(problem);
    },
  };
  const pieces = {
    document(bytes: Uint8Array, firstLine: number): void {
      const text = decodeUtf8(bytes);
      if (text === undefined) {
        reporting.problem(invalidUtf8Problem(source.name, bytes, { line: firstLine, column: 1 }));
        return;
      }
      const parsed = parseYamlText(source.name, text, firstLine, reporting);
      if (parsed !== undefined && parsed.value !== null) documents.push({ parsed, firstLine });
    },
    listHead: () => {},
    listItem: () => {},
    listTail: () => {},
    fault(line: number, message: string): void {
      reporting.problem({ source: source.name, position: { line, column: 1 }, message });
    },
  };
  const splitter = createYamlSplitter(pieces, LARGEST, LARGEST);
  for await (const chunk of readSource(source)) splitter.push(chunk);
  splitter.end();
  const [first, second] = documents;
  if (!isSound) return undefined;
  if (first === undefined) return {};
  if (second !== undefined) {
    sink.problem({
      source: source.name,
      position: { line: second.firstLine, column: 1 },
      message: 'a second document begins here, so it is not clear whose labels are meant',
      mend: 'ask for one object with: labelwise explain SELECTOR FILE --of KIND/NAME',
    });
    return undefined;
  }
  const { value, origin } = first.parsed;
  // Labels may be named kind, or metadata; an object has both a kind and a version, or metadata with members.
  const isObject =
    isMapping(value) && (isMapping(value.metadata) || ('kind' in value && 'apiVersion' in value));
  if (!isObject) {
    return readLabels(value, origin, [], sink);
  }
  const metadata = isMapping(value.metadata) ? value.metadata : {};
  return readLabels(metadata.labels, origin, ['metadata', 'labels'], sink);
}
