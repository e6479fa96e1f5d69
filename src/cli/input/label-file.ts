import { isMapping, type ObjectSink, readLabels } from './objects.ts';
import { readSource, type Source } from './sources.ts';
import { decodeUtf8, invalidUtf8Problem } from './utf8.ts';

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
  const documents: { readonly bytes: Uint8Array; readonly firstLine: number }[] = [];
  const { createYamlSplitter } = await import('./yaml-splitter.ts');
  const splitter = createYamlSplitter(
    {
      document: (bytes, firstLine) => documents.push({ bytes: bytes.slice(), firstLine }),
      listHead: () => {},
      listItem: () => {},
      listTail: () => {},
      fault: (line, message) => sink.problem({ source: source.name, position: { line, column: 1 }, message }),
    },
    LARGEST,
    LARGEST,
  );
  for await (const chunk of readSource(source)) splitter.push(chunk);
  splitter.end();
  const [document, second] = documents;
  if (document === undefined) return {};
  if (second !== undefined) {
    sink.problem({
      source: source.name,
      position: { line: second.firstLine, column: 1 },
      message: 'a second document begins here, so it is not clear whose labels are meant',
      mend: 'ask for one object with: labelwise explain SELECTOR FILE --of KIND/NAME',
    });
    return undefined;
  }
  const text = decodeUtf8(document.bytes);
  if (text === undefined) {
    sink.problem(invalidUtf8Problem(source.name, document.bytes, { line: document.firstLine, column: 1 }));
    return undefined;
  }
  const { parseYamlText } = await import('./yaml-text.ts');
  const parsed = parseYamlText(source.name, text, document.firstLine, sink);
  if (parsed === undefined) return undefined;
  const { value, origin } = parsed;
  // Labels may be named kind, or metadata; an object has both a kind and a version, or metadata with members.
  const isObject =
    isMapping(value) && (isMapping(value.metadata) || ('kind' in value && 'apiVersion' in value));
  if (!isObject) {
    return readLabels(value, origin, [], sink);
  }
  const metadata = isMapping(value.metadata) ? value.metadata : {};
  return readLabels(metadata.labels, origin, ['metadata', 'labels'], sink);
}
