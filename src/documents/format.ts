import type { Decoder } from './decoder.ts';
import { opensBracket } from './json-bytes.ts';
import { createJsonDecoder } from './json-decoder.ts';
import type { ObjectSink } from './kubernetes-object.ts';
import { loadYaml } from './load-yaml.ts';
import { createNdjsonDecoder } from './ndjson-decoder.ts';

/** How the objects of an input are written. */
export type Format = 'yaml' | 'json' | 'ndjson';

/** The file name extensions that are read when a folder is walked, and what they say of the content. */
export const EXTENSIONS: Readonly<Record<string, Format>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

const LF = 10;
const decoder = new TextDecoder();

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The format of an input, from its name where that decides it, and from its first bytes otherwise. JSON of which the
 * first line alone is a value is NDJSON, whatever the name says: that reads faster and recovers at every line, and whatever
 * comes later is read all the same.
 *
 * @param name a file name, or undefined where there is none
 * @param head the first bytes of the content, without a byte order mark: all of it, or at least a few kilobytes
 */
export function formatOf(name: string | undefined, head: Uint8Array): Format {
  const extension = /\.[^./\\]+$/.exec(name ?? '')?.[0].toLowerCase() ?? '';
  const named = EXTENSIONS[extension];
  if (named === 'yaml' || named === 'ndjson') return named;
  if (named === undefined && !opensBracket(head)) return 'yaml';
  const lineEnd = head.indexOf(LF);
  return lineEnd > 0 && isJson(decoder.decode(head.subarray(0, lineEnd))) ? 'ndjson' : 'json';
}

/** Why content of no format can be read at all, as message and mend; undefined when nothing speaks against it. */
export function foreignContent(head: Uint8Array): readonly [message: string, mend: string] | undefined {
  const [first, second] = head;
  if (first === 0x1f && second === 0x8b) {
    return ['this is gzip, not text', 'unpack it on the way: gzip -dc FILE | labelwise select SELECTOR -'];
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return ['this is UTF-16', 'save the file as UTF-8'];
  }
  return undefined;
}

/** The bytes of a UTF-8 byte order mark at the beginning: 3 or 0. */
export function markLength(head: Uint8Array): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

/** The decoder of a format. The YAML parser is loaded only when there is YAML to read. */
export async function createDecoder(format: Format, source: string, sink: ObjectSink): Promise<Decoder> {
  if (format === 'ndjson') return createNdjsonDecoder(source, sink);
  if (format === 'json') return createJsonDecoder(source, sink);
  const { createYamlDecoder } = await loadYaml();
  return createYamlDecoder(source, sink);
}
