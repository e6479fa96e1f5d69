import type { Decoder } from './decoder.ts';
import { createJsonDecoder } from './json-decoder.ts';
import { isJsonSequence } from './json-sequence.ts';
import type { ListContext, ObjectSink, Path } from './kubernetes-object.ts';
import { listContext, readObjects } from './objects.ts';
import type { Problem } from './problem.ts';
import { decodeUtf8, invalidUtf8Problem } from './utf8.ts';
import { createYamlSplitter } from './yaml-splitter.ts';
import { parseYamlText } from './yaml-text.ts';

/** The line that a document begins behind. */
const MARKER = /^---(?:[ \t]+#[^\n]*|[ \t]*)\r?\n/;
const ENCODER = new TextEncoder();

/**
 * Labels with values of their own. Engines cut a text out of a longer one without copying it, and so whoever keeps one
 * value of a document would keep the whole text of it; names of properties, and what JSON.parse reads, are copies.
 */
function ownLabels(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(labels).map(([key, value]) => [key, JSON.parse(JSON.stringify(value))]);
  // fromEntries defines own properties, so a label named __proto__ stays a label.
  return Object.fromEntries(entries);
}

/**
 * Reads YAML: any number of documents, each an object, a list of objects, or a `List`. A document that cannot be read
 * is reported and the next one is read all the same; a `List` of more than a megabyte is read an item at a time. Several
 * values of JSON without a `---` between them are no YAML, and are read all the same, as kubectl does.
 *
 * @param source the name of the input, for problems
 */
export function createYamlDecoder(source: string, sink: ObjectSink): Decoder {
  let context: ListContext = { apiVersion: '', kind: '' };
  let hasKind = false;
  let headLine = 1;
  const owning: ObjectSink = {
    object: (object) => sink.object({ ...object, labels: ownLabels(object.labels) }),
    problem: (problem) => sink.problem(problem),
  };

  /** Whether a document that is no YAML is several values of JSON, and was read as these. */
  function wasReadAsJson(text: string, firstLine: number): boolean {
    const [marker = ''] = MARKER.exec(text) ?? [];
    const json = text.slice(marker.length);
    if (!isJsonSequence(json)) return false;
    const decoder = createJsonDecoder(source, sink, undefined, firstLine + (marker === '' ? 0 : 1));
    decoder.push(ENCODER.encode(json));
    decoder.end();
    return true;
  }

  /** The value of a piece, handed on as objects unless it is only the frame of a list. */
  function read(bytes: Uint8Array, firstLine: number, as: 'document' | 'item' | 'frame'): unknown {
    const text = decodeUtf8(bytes);
    if (text === undefined) {
      sink.problem(invalidUtf8Problem(source, bytes, { line: firstLine, column: 1 }));
      return undefined;
    }
    const problems: Problem[] = [];
    const parsed = parseYamlText(source, text, firstLine, { problem: (problem) => problems.push(problem) });
    if (parsed === undefined) {
      if (as !== 'document' || !wasReadAsJson(text, firstLine)) {
        for (const problem of problems) sink.problem(problem);
      }
      return undefined;
    }
    if (as === 'document') readObjects(parsed.value, parsed.origin, owning);
    if (as === 'item' && Array.isArray(parsed.value)) {
      const path: Path = [0];
      readObjects(parsed.value[0], parsed.origin, owning, path, context);
    }
    return parsed.value;
  }

  function readFrame(bytes: Uint8Array, firstLine: number): void {
    const frame = read(bytes, firstLine, 'frame');
    if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) return;
    const members: Readonly<Record<string, unknown>> = { ...frame };
    if (typeof members.kind !== 'string') return;
    hasKind = true;
    context = listContext(members);
  }

  const splitter = createYamlSplitter({
    document(bytes, firstLine) {
      read(bytes, firstLine, 'document');
    },
    listHead(bytes, firstLine, contentLine) {
      hasKind = false;
      headLine = contentLine;
      context = { apiVersion: '', kind: '' };
      readFrame(bytes, firstLine);
    },
    listItem(bytes, firstLine) {
      read(bytes, firstLine, 'item');
    },
    listTail(bytes, firstLine) {
      readFrame(bytes, firstLine);
      if (!hasKind)
        sink.problem({
          source,
          position: { line: headLine, column: 1 },
          message: 'this list has no kind',
          mend: 'write kind: List',
        });
    },
    fault(line, message, mend) {
      const problem = { source, position: { line, column: 1 }, message };
      sink.problem(mend === undefined ? problem : { ...problem, mend });
    },
  });
  return splitter;
}
