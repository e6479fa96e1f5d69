import type { ObjectSink } from './kubernetes-object.ts';
import { isMapping, readLabels } from './label-set.ts';
import type { Problem } from './problem.ts';
import { decodeUtf8, invalidUtf8Problem } from './utf8.ts';
import { createYamlSplitter } from './yaml-splitter.ts';
import { parseYamlText, type YamlText } from './yaml-text.ts';

/** Labels of one object are a few kilobytes at most; a file beyond this is not what was meant. */
const LARGEST: number = 8 * 2 ** 20;

/** Turns the bytes of one file into labels. */
export interface LabelDecoder {
  /** Takes the next bytes. */
  push(chunk: Uint8Array): void;
  /** The labels, once there are no more bytes; undefined where there are none that can be read. */
  end(): Readonly<Record<string, string>> | undefined;
}

/** Whether a document is an object with labels, and not labels. */
function isObject(value: unknown): value is Record<string, unknown> {
  // Labels may be named kind, or metadata; an object has both a kind and a version, or metadata with members.
  return isMapping(value) && (isMapping(value.metadata) || ('kind' in value && 'apiVersion' in value));
}

/**
 * Reads labels in YAML or JSON: a mapping of keys to strings, or an object with `metadata.labels`.
 *
 * @param source the name of the input, for problems
 */
export function createLabelDecoder(source: string, sink: Pick<ObjectSink, 'problem'>): LabelDecoder {
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
        reporting.problem(invalidUtf8Problem(source, bytes, { line: firstLine, column: 1 }));
        return;
      }
      const parsed = parseYamlText(source, text, firstLine, reporting);
      if (parsed !== undefined && parsed.value !== null) documents.push({ parsed, firstLine });
    },
    listHead: () => {},
    listItem: () => {},
    listTail: () => {},
    fault(line: number, message: string): void {
      reporting.problem({ source, position: { line, column: 1 }, message });
    },
  };
  const splitter = createYamlSplitter(pieces, LARGEST, LARGEST);

  function end(): Readonly<Record<string, string>> | undefined {
    splitter.end();
    const [first, second] = documents;
    if (!isSound) return undefined;
    if (first === undefined) return {};
    if (second !== undefined) {
      sink.problem({
        source,
        position: { line: second.firstLine, column: 1 },
        message: 'a second document begins here, so it is not clear whose labels are meant',
        mend: 'ask for one object with: labelwise explain SELECTOR FILE --of KIND/NAME',
      });
      return undefined;
    }
    const { value, origin } = first.parsed;
    if (!isObject(value)) return readLabels(value, origin, [], sink);
    const metadata = isMapping(value.metadata) ? value.metadata : {};
    return readLabels(metadata.labels, origin, ['metadata', 'labels'], sink);
  }

  return { push: splitter.push, end };
}
