import { describe, expect, test } from 'vitest';
import {
  isPatternOperator,
  operatorMeant,
  presenceMeant,
  setOperatorMeant,
} from '../../../../src/syntax/mistakes/operator-words.ts';

describe('words of other languages', () => {
  test.each<[words: string, operator: string | undefined]>([
    ['in', 'in'],
    ['IN', 'in'],
    ['is one of', 'in'],
    ['Not In', 'notin'],
    ['nin', 'notin'],
    ['eq', '='],
    ['IS', '='],
    ['is not', '!='],
    ['gt', '>'],
    ['less than', '<'],
    ['foo', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%j for an operator: %j', (words, operator) => {
    expect(operatorMeant(words)).toBe(operator);
  });

  test.each<[words: string, operator: 'in' | 'notin' | undefined]>([
    ['in', 'in'],
    ['inn', 'in'],
    ['ni', 'in'],
    ['i', 'in'],
    ['on', 'in'],
    ['notin', 'notin'],
    ['notinn', 'notin'],
    ['nottin', 'notin'],
    ['otin', 'notin'],
    ['eq', 'in'],
    ['is not', 'notin'],
    ['gt', undefined],
    ['foo', undefined],
    // Of several words none may be lost.
    ['a in', undefined],
    ['i n', undefined],
  ])('%j before a set: %j', (words, operator) => {
    expect(setOperatorMeant(words)).toBe(operator);
  });

  test.each<[words: string, presence: 'exists' | 'absent' | undefined]>([
    ['exists', 'exists'],
    ['Is Set', 'exists'],
    ['DoesNotExist', 'absent'],
    ["doesn't exist", 'absent'],
    ['missing', 'absent'],
    ['exist not', undefined],
    ['toString', undefined],
  ])('%j behind a key: %j', (words, presence) => {
    expect(presenceMeant(words)).toBe(presence);
  });

  test.each<[words: string, pattern: boolean]>([
    ['LIKE', true],
    ['starts with', true],
    ['~', true],
    ['in', false],
    ['', false],
  ])('%j for a pattern: %j', (words, pattern) => {
    expect(isPatternOperator(words)).toBe(pattern);
  });
});
