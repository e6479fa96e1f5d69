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
  try {
    readBody<Id>(new ByteReader(body), postings);
  } catch (error) {
    if (!(error instanceof BytesError)) throw error;
    throw new Error(`this snapshot is damaged, though its checksum is right: ${error.message}`);
  }
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
  const { dictionary, labelSets, ids } = postings;
  const names = Array.from({ length: reader.number(MOST) }, () => reader.text());
  const keys = [dictionary.namespaces, ...names.map((name) => dictionary.takeKey(name))];

  const pairs = new Uint32Array(reader.number(MOST));
  for (let place = 0; place < pairs.length; place++) {
    const key = keys[reader.number(keys.length)] ?? dictionary.namespaces;
    pairs[place] = dictionary.take(key, reader.text());
  }

  const labelSetsRead = new Uint32Array(reader.number(MOST));
  for (let place = 0; place < labelSetsRead.length; place++) {
    const own = new Uint32Array(reader.number(pairs.length + 1));
    for (let at = 0; at < own.length; at++) own[at] = pairs[reader.number(pairs.length)] ?? 0;
    labelSetsRead[place] = labelSets.take(own.sort(), own.length);
  }

  const objects = reader.number(MOST);
  for (let object = 0; object < objects; object++) {
    const labelSet = labelSetsRead[reader.number(labelSetsRead.length)] ?? 0;
    const id = (reader.number(2) === TEXT_ID ? reader.text() : reader.float()) as Id;
    if (ids.ordinalOf(id) !== NO_ORDINAL) throw new BytesError('an id stands twice');
    labelSets.hold(labelSet);
    postings.insert(id, labelSet);
  }
  // Each label set was held while it had no object yet.
  for (const labelSet of labelSetsRead) {
    if (labelSets.holders(labelSet) < 2) throw new BytesError('a label set is of no object');
    labelSets.release(labelSet);
  }
  if (!reader.isAtEnd) throw new BytesError('something follows the last object');
}
