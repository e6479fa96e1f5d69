import { LabelIndex } from '../../../src/index.ts';

export type Id = string | number;

/** An index with ids of both kinds, something that is not ASCII, and a hole where something was deleted. */
export function filled(): LabelIndex<Id> {
  const index = new LabelIndex<Id>();
  index.load([
    ['a', { app: 'web', tier: 'front' }, 'prod'],
    ['gone', { app: 'web', only: 'here' }, 'gone'],
    [1, { app: 'db' }],
    ['é😀', {}, 'prod'],
  ]);
  index.delete('gone');
  return index;
}
