import { describe, expect, test } from 'vitest';
import { readManifests } from '../../../src/manifests.ts';

/** The comments with a word in them, each as `line:column about text`. */
async function comments(text: string): Promise<string[]> {
  const { objects } = await readManifests(text, 'test.yaml');
  const origins = new Set(objects.map(({ origin }) => origin));
  return [...origins].flatMap((origin) =>
    origin
      .comments('MARK')
      .map(({ region: { start }, about, text: said }) => `${start.line}:${start.column} ${about} ${said}`),
  );
}

describe('comments of YAML', () => {
  test.each([
    ['at the end of a line, are about it', 'kind: A # MARK\nx: 1\n', ['1:9 1 # MARK']],
    ['after a name alone, are about its line', 'kind: A\nx: # MARK\n  y: 1\n', ['2:4 2 # MARK']],
    ['on a line of their own, are about what comes next', 'kind: A\n# MARK\nx: 1\n', ['2:1 3 # MARK']],
    [
      'on lines below each other, are about the same',
      'kind: A\n  # MARK 1\n# no\n\n # MARK 2\nx: 1\n',
      ['2:3 6 # MARK 1', '5:2 6 # MARK 2'],
    ],
    ['before a document begins, belong to it', '# MARK\n---\nkind: A\n', ['1:1 3 # MARK']],
    ['at the end, are about nothing that is written', 'kind: A\n# MARK\n', ['2:1 3 # MARK']],
    ['in a block of text, are none', 'kind: A\nx: |\n  # MARK\n  y: 1 # MARK\n', []],
    ['in quotes, are none', 'kind: "A # MARK"\n', []],
    ['without a blank before them, are none', 'kind: A\nx: y#MARK\n', []],
    [
      'with CRLF, end before it',
      'kind: A # MARK\r\n# MARK 2\r\nx: 1\r\n',
      ['1:9 1 # MARK', '2:1 3 # MARK 2'],
    ],
    ['in flow, are about their lines', 'kind: A\nx: {\n  a: 1, # MARK\n  b: 2 }\n', ['3:9 3 # MARK']],
    [
      'of several documents, are each found in its own',
      'kind: A # MARK 1\n---\nkind: B\n--- # MARK 2\n# MARK 3\nkind: C\n',
      ['1:9 1 # MARK 1', '4:5 6 # MARK 2', '5:1 6 # MARK 3'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await comments(text)).toEqual(expected);
  });

  test('JSON has none', async () => {
    const { objects } = await readManifests('{"kind": "A", "x": "# MARK"}', 'test.json');
    expect(objects[0]?.origin.comments('MARK')).toEqual([]);
  });
});

describe('what does not look like a Kubernetes object', () => {
  test.each([
    ['a chart', 'apiVersion: v2\nname: web\n', true],
    ['values', 'replicas: 3\n', true],
    ['a text', 'hello\n', true],
    ['an object without a kind', 'apiVersion: v1\nmetadata: {name: a}\n', undefined],
    ['a kind of the wrong type', 'kind: 1\n', undefined],
    ['what is broken', '[\n', undefined],
  ])('%s', async (_, text, isForeign) => {
    const { problems } = await readManifests(text, 'test.yaml');
    expect(problems.map((problem) => problem.isForeign)).toEqual([isForeign]);
  });
});
