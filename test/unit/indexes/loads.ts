import { expect } from 'vitest';
import { EVERYTHING, LabelIndex, type Labels } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { dumpOf } from '../../oracle/index-dump.ts';

/** What is loaded. */
export type Entry = readonly [id: string, labels: Labels, namespace?: string];

/** What an index is filled with. */
export const CONTENT: readonly Entry[] = [
  ['a', { app: 'web', tier: 'front' }, 'prod'],
  ['b', { app: 'db' }, 'prod'],
  ['c', { app: 'web' }],
];

/** An index with content, and something deleted from it. */
export function filled(): LabelIndex {
  const index = new LabelIndex();
  index.load(CONTENT);
  // A hole, so that something is put back where nothing was.
  index.set('gone', { only: 'here' }, 'gone');
  index.set('d', { app: 'api' });
  index.delete('gone');
  return index;
}

/** New objects, replaced ones, one of them twice, and keys, values and namespaces that were not there before. */
export const CHANGES: readonly Entry[] = [
  ['new', { app: 'web', fresh: 'x' }, 'other'],
  ['a', { app: 'db' }, 'other'],
  ['new', { app: 'new' }],
  ['a', { fresh: 'y' }],
  ['b', {}],
  ['new-2', { app: 'web', tier: 'front' }, 'prod'],
];

/** The load throws, and nothing is changed: content, order and ordinals. */
export function expectInVain(index: LabelIndex, entries: Iterable<Entry>): void {
  const state = () => ({
    dump: dumpOf(index),
    ids: index.select(EVERYTHING),
    ordinals: [...index.ordinals(EVERYTHING)],
  });
  const before = state();
  expect(() => index.load(entries)).toThrow(Error);
  expect(state()).toEqual(before);
  checkIndex(index);
  index.load(CHANGES);
  expect(index.labelsOf('a'), 'the index still works').toEqual({ fresh: 'y' });
  checkIndex(index);
}
