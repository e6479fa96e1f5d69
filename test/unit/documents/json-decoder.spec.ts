import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createJsonDecoder } from '../../../src/documents/json-decoder.ts';
import type { ObjectSink } from '../../../src/documents/kubernetes-object.ts';
import { decode } from './collect.ts';

const CHUNKS = [1, 2, 5, 64, Number.POSITIVE_INFINITY];
const pod = (name: string): object => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name } });
const list = (...items: object[]): object => ({
  apiVersion: 'v1',
  items,
  kind: 'List',
  metadata: { a: [1] },
});
const pretty = (value: unknown): string => JSON.stringify(value, null, 4);

describe.each(CHUNKS)('JSON in chunks of %d bytes', (size) => {
  test.each([
    ['one object', pretty(pod('a')), ['a']],
    [
      'several objects',
      `${pretty(pod('a'))}\n${pretty(pod('b'))}${JSON.stringify(pod('c'))}`,
      ['a', 'b', 'c'],
    ],
    ['an array', pretty([pod('a'), pod('b')]), ['a', 'b']],
    ['a list', pretty(list(pod('a'), pod('b'))), ['a', 'b']],
    ['lists in lists', pretty(list(list(pod('a')), list(), list(pod('b'), pod('c')))), ['a', 'b', 'c']],
    ['an empty list', pretty(list()), []],
    ['an empty array', ' [ ] ', []],
    ['nothing', ' \n ', []],
    ['items deeper down', pretty({ ...pod('a'), spec: { items: [1, 2] } }), ['a']],
    ['strings with brackets', pretty(list(pod('a'), { ...pod('b'), x: '}]{["\\"items":[' })), ['a', 'b']],
    ['a list without items', '{"kind": "PodList", "items": null}', []],
  ])('%s', (_, text, expected) => {
    const { objects, complaints } = decode(createJsonDecoder, text, size);
    expect(complaints).toEqual([]);
    expect(objects.map(({ name }) => name)).toEqual(expected);
  });

  test('the items of a typed list take their kind from it, wherever it says so', () => {
    const items = [
      { metadata: { name: 'a' } },
      { kind: 'Other', metadata: { name: 'b' } },
      { metadata: { name: 'c' } },
    ];
    const before = { kind: 'PodList', apiVersion: 'v1', items };
    const after = { items, kind: 'PodList', apiVersion: 'v1' };
    for (const value of [before, after]) {
      const { objects, complaints } = decode(createJsonDecoder, pretty(value), size);
      expect(complaints).toEqual([]);
      expect(objects.map(({ kind, apiVersion, name }) => `${apiVersion} ${kind} ${name}`).sort()).toEqual([
        ' Other b',
        'v1 Pod a',
        'v1 Pod c',
      ]);
    }
  });

  test('a broken item is reported in its place and its neighbours are read', () => {
    const text = `{"kind": "List",\n "items": [\n  ${JSON.stringify(pod('a'))},\n  {"kind": "Pod", "é": tru},\n  ${JSON.stringify(pod('c'))}\n]}`;
    const { names, complaints } = decode(createJsonDecoder, text, size);
    expect(names).toEqual(['Pod /a', 'Pod /c']);
    expect(complaints).toEqual(['4:24 expected a value, found "tru"']);
  });

  test('what is wrong around the items is reported, and the items are read', () => {
    const text = `{"items": [${JSON.stringify(pod('a'))}],\n "kind": List}`;
    const { names, complaints } = decode(createJsonDecoder, text, size);
    expect(names).toEqual(['Pod /a']);
    expect(complaints).toEqual(['2:10 expected a value, found "List"']);
  });

  test.each([
    ['[{"kind":"A"},]', ['1:15 expected a value, found the end of the list']],
    ['[,{"kind":"A"}]', ['1:2 expected a value, found ","']],
    ['[{"kind":"A"} {"kind":"B"}]', ['1:15 expected the end, found "{"']],
    [
      '[1, null]',
      [
        '1:2 expected a Kubernetes object, found the number 1',
        '1:5 expected a Kubernetes object, found null',
      ],
    ],
    [
      '{"kind":"A"',
      [
        '1:12 the text ends where "," or a closing bracket is expected (what opens at line 1, column 1 is not closed)',
      ],
    ],
    ['[{"kind":"A"}', ['1:14 the input ends within the list that begins at line 1, column 1']],
    ['{"a": 1}', ['1:1 this is not a Kubernetes object: it has no kind']],
    ['{"items": []}', ['1:1 this list has no kind']],
    ['{"kind": 7}', ['1:10 kind is the number 7; it must be a string']],
    ['{"kind":"A","metadata":[]}', ['1:24 metadata is a list; it must be a mapping']],
    [
      '{"kind":"A","metadata":{"name":7,"namespace":true}}',
      [
        '1:46 metadata.namespace is the boolean true; it must be a string',
        '1:32 metadata.name is the number 7; it must be a string',
      ],
    ],
    [
      '{"kind":"A","metadata":{"labels":"a=b"}}',
      ['1:34 metadata.labels is the string "a=b"; labels are a mapping of keys to strings'],
    ],
  ])('%s', (text, expected) => {
    expect(decode(createJsonDecoder, text, size).complaints).toEqual(expected);
  });

  test('after what is no JSON at all, reading goes on at the next line that can begin a document', () => {
    const text = `${pretty(pod('a'))}\nhello {"kind": "X"}, "\n${pretty(pod('b'))}`;
    const { names, complaints } = decode(createJsonDecoder, text, size);
    expect(names).toEqual(['Pod /a', 'Pod /b']);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^8:1 expected "\{" or "\[" here/);
  });

  test('lines are counted through broken escapes and strings', () => {
    const text = `[{"kind": "a\\\n\n"},\n {"kind": 7}]`;
    expect(decode(createJsonDecoder, text, size).complaints).toEqual([
      '1:13 JSON does not have this escape',
      '4:11 kind is the number 7; it must be a string',
    ]);
  });

  test('an item past the limit is reported and passed over', () => {
    const small = (source: string, sink: ObjectSink) => createJsonDecoder(source, sink, 200);
    const { names, complaints } = decode(small, pretty(list(pod('a'), pod('x'.repeat(300)), pod('c'))), size);
    expect(names).toEqual(['Pod /a', 'Pod /c']);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^11:9 this value is larger than/);
  });
});

test('a list reads like JSON.parse, at any chunk size, and every object is found at its place', () => {
  const object = fc.record({ kind: fc.constantFrom('Pod', 'Service'), x: fc.jsonValue({ maxDepth: 3 }) });
  fc.assert(
    fc.property(fc.array(object), fc.integer({ min: 1, max: 40 }), fc.boolean(), (items, size, isPretty) => {
      const text = JSON.stringify({ kind: 'List', items }, null, isPretty ? 1 : undefined);
      const { objects, complaints } = decode(createJsonDecoder, text, size);
      expect(complaints).toEqual([]);
      expect(objects.map(({ content }) => content)).toEqual(JSON.parse(text).items);
      const lines = text.split('\n');
      for (const { origin } of objects) {
        const { line, column } = origin.locate([]).position;
        expect(lines[line - 1]?.[column - 1]).toBe('{');
      }
    }),
    { seed: 20261123, numRuns: 300 },
  );
});

test('nesting costs no stack', () => {
  const { complaints } = decode(createJsonDecoder, `${'{"kind":"List","items":['.repeat(50_000)}`, 4096);
  expect(complaints.length).toBeGreaterThan(0);
  expect(decode(createJsonDecoder, `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 4096).complaints).toEqual([
    '1:34 lists are nested too deeply within lists',
  ]);
});
