import { describe, expect, test } from 'vitest';
import { fieldPath, itemPath, type ObjectPath, pathSteps, pathText } from '../../../src/text/object-path.ts';

describe('the path of a field', () => {
  test.each<[path: string, field: string, wanted: string]>([
    ['', 'app', 'app'],
    ['', '_x9', '_x9'],
    ['matchLabels', 'app', 'matchLabels.app'],
    ['matchExpressions[0]', 'key', 'matchExpressions[0].key'],
    ['matchLabels', 'a.b/c', 'matchLabels["a.b/c"]'],
    ['', 'a-b', '["a-b"]'],
    ['', '9a', '["9a"]'],
    ['', '', '[""]'],
    ['', 'é', '["é"]'],
    // No key can close the brackets that it stands in.
    ['a', 'b"].c["d', 'a["b\\"].c[\\"d"]'],
    ['a', 'b\n', 'a["b\\n"]'],
    ['a', '\ud800', 'a["\\ud800"]'],
    ['a', '__proto__', 'a.__proto__'],
  ])('%j and %j: %s', (path, field, wanted) => {
    expect(fieldPath(path, field)).toBe(wanted);
  });

  test('is cut where no key is as long', () => {
    const longest = `${'p'.repeat(253)}/${'n'.repeat(63)}`;
    expect(fieldPath('', longest)).toBe(`["${longest}"]`);
    expect(fieldPath('', 'x'.repeat(100_000)).length).toBeLessThan(400);
  });
});

test('the path of an item', () => {
  expect(itemPath('matchExpressions', 2)).toBe('matchExpressions[2]');
  expect(fieldPath(itemPath('a', 0), 'b')).toBe('a[0].b');
});

describe('a path as text, and back', () => {
  test.each<[path: ObjectPath, text: string]>([
    [[], ''],
    [['spec', 'selector'], 'spec.selector'],
    [['webhooks', 0, 'rules', 12], 'webhooks[0].rules[12]'],
    [[0, 'a'], '[0].a'],
    [['matchLabels', 'a.b/c', 'd'], 'matchLabels["a.b/c"].d'],
    [['a', 'b"].c["d', ''], 'a["b\\"].c[\\"d"][""]'],
    [['a', '0', 'b\\'], 'a["0"]["b\\\\"]'],
  ])('%j: %s', (path, text) => {
    expect(pathText(path)).toBe(text);
    expect(pathSteps(text)).toEqual(path);
  });
});
