import { expect } from 'vitest';
import { compileSelector, EVERYTHING, LabelIndex, parseSelector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';

/** An index with a few objects. */
export function filled(): LabelIndex {
  const index = new LabelIndex();
  index.load([
    ['a', { app: 'web', tier: 'front' }, 'prod'],
    ['b', { app: 'db' }, 'prod'],
    ['c', { app: 'web' }],
  ]);
  return index;
}

/** Objects named by letters, in order. */
export function lettered(letters: string, labels: Record<string, string> = { app: 'web' }): LabelIndex {
  const index = new LabelIndex();
  for (const letter of letters) index.set(letter, labels);
  return index;
}

/** Whatever happened, what the index tells of its objects is what it selects by. */
export function expectCoherent(index: LabelIndex): void {
  checkIndex(index);
  const ids = index.select(EVERYTHING);
  expect(new Set(ids).size).toBe(ids.length);
  expect(index.size).toBe(ids.length);
  for (const text of ['app=web', 'app=db', '!app', 'tier', 'x=1', 'x=2', 'x', 'app!=web']) {
    const selector = parseSelector(text);
    const matches = compileSelector(selector);
    const wanted = ids.filter((id) => matches(index.labelsOf(id) ?? {}));
    expect(index.select(selector), text).toEqual(wanted);
    expect(index.count(selector), text).toBe(wanted.length);
  }
}

/** Does it, and swallows what it throws: to refuse is as good as to take part of it. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
  }
}
