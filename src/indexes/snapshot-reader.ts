import { NO_SET } from '../postings/dictionary.ts';
import { NO_ORDINAL } from '../postings/identities.ts';
import type { Postings } from '../postings/postings.ts';
import { kindOf } from '../text/kind-of.ts';
import { ByteReader, BytesError } from './bytes.ts';
import {
  CHECKSUM_AT,
  checksum,
  HEADER_BYTES,
  LENGTH_AT,
  MAGIC,
  TEXT_ID,
  VERSION,
  VERSION_AT,
} from './snapshot-format.ts';

/** Counts and places in a snapshot are less. */
const MOST = 0xffff_ffff;

/**
 * Fills empty postings from a snapshot.
 * @throws TypeError where `bytes` is no Uint8Array
 * @throws Error where it is no snapshot that was written as a whole
 */
export function readSnapshot<Id extends string | number>(bytes: Uint8Array, postings: Postings<Id>): void {
  const body = bodyOf(bytes);
  postings.expectMany();
  try {
    readBody<Id>(new ByteReader(body), postings);
  } catch (error) {
    if (!(error instanceof BytesError)) throw error;
    throw new Error(`this snapshot is damaged, though its checksum is right: ${error.message}`);
  }
  postings.trim();
}

/** The body of a snapshot, once its header has been checked. */
function bodyOf(bytes: Uint8Array): Uint8Array {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(`bytes must be a Uint8Array, as snapshot() returns it, not ${kindOf(bytes)}`);
  }
  const isOurs = [...MAGIC].every((character, at) => bytes[at] === character.charCodeAt(0));
  if (!isOurs || bytes.length < HEADER_BYTES) {
    throw new Error(
      isOurs
        ? `this snapshot is cut off: it has ${bytes.length} bytes, fewer than its header`
        : `this is no snapshot of a LabelIndex: it does not begin with "${MAGIC}"`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(VERSION_AT, true);
  if (version !== VERSION) {
    throw new Error(
      `this snapshot is of version ${version}, and this labelwise reads version ${VERSION}; load the objects anew`,
    );
  }
  const length = view.getUint32(LENGTH_AT, true) + view.getUint32(LENGTH_AT + 4, true) * 2 ** 32;
  const body = bytes.subarray(HEADER_BYTES);
  if (body.length !== length) {
    throw new Error(
      `this snapshot is ${body.length < length ? 'cut off' : 'longer than it says'}: ${body.length} bytes follow its header, which says ${length}`,
    );
  }
  const [a, b] = checksum(body);
  if (a !== view.getUint32(CHECKSUM_AT, true) || b !== view.getUint32(CHECKSUM_AT + 4, true)) {
    throw new Error('this snapshot is damaged: its checksum does not fit its content');
  }
  return body;
}

function readBody<Id extends string | number>(reader: ByteReader, postings: Postings<Id>): void {
  const pairs = readPairs(reader, postings);
  const labelSets = readLabelSets(reader, postings, pairs);
  const objects = reader.number(MOST);
  for (let object = 0; object < objects; object++) {
    const labelSet = labelSets[reader.number(labelSets.length)] ?? 0;
    const id = (reader.number(2) === TEXT_ID ? reader.text() : reader.float()) as Id;
    if (postings.ids.ordinalOf(id) !== NO_ORDINAL) throw new BytesError('an id stands twice');
    postings.labelSets.hold(labelSet);
    postings.insert(id, labelSet);
  }
  if (!reader.isAtEnd) throw new BytesError('something follows the last object');
  // Each label set was held while it had no object yet.
  for (const labelSet of labelSets) {
    if (postings.labelSets.holders(labelSet) < 2) throw new BytesError('a label set is of no object');
    postings.labelSets.release(labelSet);
  }
  for (const pair of pairs) {
    if (postings.sets.count(pair) === 0) throw new BytesError('a pair is of no object');
  }
}

/** Keys, and the handles of pairs in the order of the snapshot. */
function readPairs<Id extends string | number>(reader: ByteReader, postings: Postings<Id>): Uint32Array {
  const { dictionary } = postings;
  const keys = [dictionary.namespaces];
  for (let left = reader.number(MOST); left > 0; left--) {
    const name = reader.text();
    if (dictionary.key(name) !== undefined) throw new BytesError('a key stands twice');
    keys.push(dictionary.takeKey(name));
  }
  const pairs = new Uint32Array(reader.count());
  for (let place = 0; place < pairs.length; place++) {
    const key = keys[reader.number(keys.length)] ?? dictionary.namespaces;
    const value = reader.text();
    if (dictionary.find(key, value) !== NO_SET) throw new BytesError('a pair stands twice');
    pairs[place] = dictionary.take(key, value);
  }
  if (keys.some((key) => key !== dictionary.namespaces && key.table.size === 0)) {
    throw new BytesError('a key has no value');
  }
  return pairs;
}

/** The numbers of the label sets, in the order of the snapshot. */
function readLabelSets<Id extends string | number>(
  reader: ByteReader,
  { dictionary, labelSets }: Postings<Id>,
  pairs: Uint32Array,
): Uint32Array {
  const read = new Uint32Array(reader.count());
  for (let place = 0; place < read.length; place++) {
    const own = new Uint32Array(reader.count());
    const keys = new Set<number>();
    for (let at = 0; at < own.length; at++) {
      const pair = pairs[reader.number(pairs.length)] ?? 0;
      own[at] = pair;
      keys.add(dictionary.keyNumberOf(pair));
    }
    if (keys.size < own.length) throw new BytesError('a label set has a key twice');
    if (!keys.has(dictionary.namespaces.number)) throw new BytesError('a label set is in no namespace');
    read[place] = labelSets.take(own.sort(), 0, own.length);
  }
  if (labelSets.size < read.length) throw new BytesError('a label set stands twice');
  return read;
}
