import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/text/diagnostic.ts';
import { SelectorError } from '../../../src/text/selector-error.ts';

const FIRST: Diagnostic = {
  code: 'missing-key',
  message: 'found "=" with no key before it',
  span: { start: 0, end: 1 },
};
const SECOND: Diagnostic = { code: 'missing-value', message: 'no integer', span: { start: 4, end: 5 } };

describe('SelectorError', () => {
  test('is an error with a name, the text, and every diagnostic', () => {
    const error = new SelectorError([FIRST, SECOND], '=b,c>');
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('SelectorError');
    expect(error.text).toBe('=b,c>');
    expect(error.diagnostics).toEqual([FIRST, SECOND]);
  });

  test('shows the first mistake in place, and how many more there are', () => {
    expect(new SelectorError([FIRST], '=b').message).toBe(
      '1 | =b\n    ^\nfound "=" with no key before it [missing-key]',
    );
    expect(new SelectorError([FIRST, SECOND, SECOND], '=b,c>').message).toMatch(/\n\(and 2 more\)$/);
  });

  test('of an object has paths and no text', () => {
    const error = new SelectorError([
      { code: 'missing-field', message: 'the key is missing', path: 'a[0].key' },
    ]);
    expect(error.text).toBe(undefined);
    expect(error.message).toBe('a[0].key: the key is missing [missing-field]');
  });
});
