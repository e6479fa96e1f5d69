import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from '../../../src/documents/json-fault.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findJsonFault', () => {
  test.each([
    ['', 0, 'a value'],
    ['{"a": tru}', 6, 'found "tru"'],
    ['{"a": 1,}', 8, 'found "}"'],
    ['[1, 2,]', 6, 'found "]"'],
    ['{"a" 1}', 5, 'expected ":"'],
    ['{"a": 1 "b": 2}', 8, 'expected ","'],
    ["{'a': 1}", 1, 'a name in double quotes or "}"'],
    ['{a: 1}', 1, 'found "a"'],
    ['{"a": "x\ny"}', 8, 'cannot hold a line end'],
    ['{"a": "\\x"}', 7, 'escape'],
    ['{"a": 01}', 6, 'found "01"'],
    ['{"a": NaN}', 6, 'found "NaN"'],
    ['{"a": 1} x', 9, 'expected the end'],
    ['[1}', 2, 'found "}"'],
    ['\u00a0{}', 0, 'U+00A0'],
  ])('%j: at %i, %s', (text, offset, words) => {
    const fault = findJsonFault(text);
    expect(fault?.offset).toBe(offset);
    expect(fault?.message).toContain(words);
  });

  test('says which bracket or quote is still open', () => {
    expect(findJsonFault('{"a": [1, 2')).toMatchObject({ offset: 11, opened: 6 });
    expect(findJsonFault('{"a": "b')).toMatchObject({ offset: 8, opened: 6 });
  });

  test('offers the mend of the usual slips', () => {
    expect(findJsonFault('{"a": 1,}')?.mend).toContain('remove the comma');
    expect(findJsonFault('{"a": 1 "b": 2}')?.mend).toContain('comma before');
    expect(findJsonFault("['a']")?.mend).toContain('quotes with "');
    expect(findJsonFault('{} // x')?.mend).toContain('no comments');
  });

  test('has no stack to overflow', () => {
    expect(findJsonFault('['.repeat(1_000_000))?.opened).toBe(999_999);
  });

  test('finds a fault exactly where JSON.parse refuses', () => {
    const nearlyJson = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '{', ']', '0', '\\', ' ', '\n', 'e', '-', 't'),
      )
      .map(([text, at, insert]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + insert + text.slice(insert === '' ? cut + 1 : cut);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearlyJson), (text) => {
        const fault = findJsonFault(text);
        expect(fault === undefined).toBe(parses(text));
        if (fault !== undefined) expect(fault.offset).toBeLessThanOrEqual(text.length);
      }),
      { seed: 20261123, numRuns: 2000 },
    );
  });
});
