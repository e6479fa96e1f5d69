import { describe, expect, test } from 'vitest';
import { checkLabels } from '../../../src/labels/check-labels.ts';
import type { Labels } from '../../../src/labels/labels.ts';

describe('checkLabels', () => {
  test('finds nothing in valid labels of either shape', () => {
    expect(
      checkLabels({ a: '', 'app.kubernetes.io/name': 'web', constructor: 'x' } as unknown as Labels),
    ).toEqual([]);
    expect(checkLabels(new Map([['a', 'b']]))).toEqual([]);
    expect(checkLabels({})).toEqual([]);
  });

  test('tells every rule that any key or value breaks, in the order of the labels, keys before values', () => {
    const labels: Labels = { 'a b': 'c d', ok: 'yes', 'X/y': 'v'.repeat(64), z: '-' };
    expect(checkLabels(labels).map(({ code }) => code)).toEqual([
      'key-invalid',
      'value-invalid',
      'prefix-invalid',
      'value-too-long',
      'value-invalid',
    ]);
    expect(checkLabels(new Map(Object.entries(labels)))).toEqual(checkLabels(labels));
  });

  test('tells the key each mistake is at', () => {
    const paths = checkLabels({ a: '-', 'app.kubernetes.io/name': '-', 'a b': '' }).map(({ path }) => path);
    expect(paths).toEqual(['a', '["app.kubernetes.io/name"]', '["a b"]']);
  });

  test.each([null, undefined, ['a'], 'a=b'])('refuses %j', (labels) => {
    expect(() => checkLabels(labels as unknown as Labels)).toThrow(TypeError);
  });

  test('refuses a value that is no string, naming its key', () => {
    expect(() => checkLabels({ replicas: 3 } as unknown as Labels)).toThrow(
      new TypeError('the label "replicas" must be a string, not a number'),
    );
  });
});
