import type { Postings } from '../postings/postings.ts';
import { ByteWriter } from './bytes.ts';
import {
  CHECKSUM_AT,
  checksum,
  HEADER_BYTES,
  LENGTH_AT,
  MAGIC,
  NUMBER_ID,
  TEXT_ID,
  VERSION,
  VERSION_AT,
} from './snapshot-format.ts';

/** Writes an index as snapshot-format.ts says. */
export function writeSnapshot<Id extends string | number>(postings: Postings<Id>): Uint8Array {
  const { dictionary, labelSets, ids, sets } = postings;
  const writer = new ByteWriter();

  const keys = [...dictionary.keys()];
  writer.number(keys.length);
  for (const { name } of keys) writer.text(name);

  writer.number(dictionary.pairs + dictionary.namespaces.table.size);
  const placeOfPair = new Uint32Array(sets.handles);
  let pairs = 0;
  // By number: in the order of a hash table they would all come to one part of the smaller table that a reader begins with.
  for (const [place, key] of [dictionary.namespaces, ...keys].entries()) {
    for (const pair of key.table.ascending()) {
      placeOfPair[pair] = pairs++;
      writer.number(place);
      writer.text(dictionary.valueOf(pair));
    }
  }

  writer.number(labelSets.size);
  const placeOfLabelSet = new Uint32Array(labelSets.numbers);
  let labelSetsWritten = 0;
  for (const labelSet of labelSets.ascending()) {
    placeOfLabelSet[labelSet] = labelSetsWritten++;
    const words = labelSets.page(labelSet);
    const start = labelSets.start(labelSet);
    const length = labelSets.length(labelSet);
    writer.number(length);
    for (let at = start; at < start + length; at++) {
      writer.number(placeOfPair[words[at] ?? 0] ?? 0);
    }
  }

  writer.number(ids.size);
  for (const ordinal of ids.ordinals()) {
    writer.number(placeOfLabelSet[postings.labelSetOf(ordinal)] ?? 0);
    const id = ids.idAt(ordinal);
    if (typeof id === 'string') {
      writer.number(TEXT_ID);
      writer.text(id);
    } else {
      writer.number(NUMBER_ID);
      writer.float(Number(id));
    }
  }
  return framed(writer.bytes);
}

/** A body with its header. */
function framed(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + body.length);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  const view = new DataView(bytes.buffer);
  const [a, b] = checksum(body);
  view.setUint32(VERSION_AT, VERSION, true);
  view.setUint32(CHECKSUM_AT, a, true);
  view.setUint32(CHECKSUM_AT + 4, b, true);
  view.setUint32(LENGTH_AT, body.length % 2 ** 32, true);
  view.setUint32(LENGTH_AT + 4, Math.floor(body.length / 2 ** 32), true);
  bytes.set(body, HEADER_BYTES);
  return bytes;
}
