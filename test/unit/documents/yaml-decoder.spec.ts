import { describe, expect, test } from 'vitest';
import { createYamlDecoder } from '../../../src/documents/yaml-decoder.ts';
import { decode } from './collect.ts';

const CHUNKS = [1, 3, 64, Number.POSITIVE_INFINITY];
const pod = (name: string, more = ''): string => `kind: Pod\nmetadata:\n  name: ${name}\n${more}`;

describe.each(CHUNKS)('YAML in chunks of %d bytes', (size) => {
  test.each([
    ['one document', pod('a'), ['a']],
    ['several documents', `---\n${pod('a')}---\n${pod('b')}--- # note\n${pod('c')}`, ['a', 'b', 'c']],
    ['Windows line ends', `${pod('a')}---\n${pod('b')}`.replaceAll('\n', '\r\n'), ['a', 'b']],
    ['no line end at the end', pod('a').trimEnd(), ['a']],
    ['empty documents', `---\n---\n# only a comment\n---\nnull\n---\n${pod('a')}---\n`, ['a']],
    ['an end marker', `${pod('a')}...\n# between\n${pod('b')}...\n`, ['a', 'b']],
    ['a directive', `%YAML 1.1\n---\n${pod('a')}`, ['a']],
    [
      'content on the marker',
      `--- {kind: Pod, metadata: {name: a}}\n--- {kind: Pod, metadata: {name: b}}\n`,
      ['a', 'b'],
    ],
    ['dashes in a block scalar', pod('a', 'data: |\n  ---\n  ...\n  x\n'), ['a']],
    [
      'a list',
      'kind: List\nitems:\n- kind: Pod\n  metadata: {name: a}\n- kind: Pod\n  metadata: {name: b}\n',
      ['a', 'b'],
    ],
    ['a typed list', 'kind: PodList\nitems:\n- metadata: {name: a}\n', ['a']],
    ['a sequence', '- kind: Pod\n  metadata: {name: a}\n- kind: Pod\n  metadata: {name: b}\n', ['a', 'b']],
    ['JSON', '{"kind": "Pod",\n\t"metadata": {"name": "a"}}\n', ['a']],
    [
      'JSON values one after another',
      '{"kind": "Pod",\n "metadata": {"name": "a"}}\n[{"kind": "Pod", "metadata": {"name": "b"}}]{"kind": "Pod"}\n---\nkind: Pod\n',
      ['a', 'b', '', ''],
    ],
    ['byte order marks', `\ufeff${pod('a')}---\n\ufeff${pod('b')}`, ['a', 'b']],
    ['anchors and merges', 'kind: Pod\nx: &x {name: a}\nmetadata:\n  <<: *x\n', ['a']],
  ])('%s', (_, text, expected) => {
    const { objects, complaints } = decode(createYamlDecoder, text, size);
    expect(complaints).toEqual([]);
    expect(objects.map(({ name }) => name)).toEqual(expected);
  });

  test('a broken document is reported at its place in the file and loses no neighbour', () => {
    const text = `# head\n${pod('a')}---\nkind: Pod\nmetadata:\n  name: b\n   x: y\n---\n${pod('c')}---\n\tkind: Pod\n---\n${pod('d')}`;
    const { names, complaints } = decode(createYamlDecoder, text, size);
    expect(names).toEqual(['Pod /a', 'Pod /c', 'Pod /d']);
    expect(complaints.map((complaint) => complaint.replace(/ .*/, ''))).toEqual(['8:9', '15:1']);
  });

  test('bytes that are not UTF-8 are reported at their place', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${pod('a')}---\nkind: "ü`),
      Buffer.from([0xc3, 0x28]),
      Buffer.from(`"\n---\n${pod('c')}`),
    ]);
    const { names, complaints } = decode(createYamlDecoder, bytes, size);
    expect(names).toEqual(['Pod /a', 'Pod /c']);
    expect(complaints).toEqual(['5:9 the byte 0xc3 is not valid UTF-8 here']);
  });
});

describe('what the API server refuses', () => {
  const labels = (text: string): ReturnType<typeof decode> =>
    decode(createYamlDecoder, `kind: Pod\nmetadata:\n  labels:\n    app: web\n    ${text}\n`);

  test.each([
    ['version: 1.0', '5:14', 'the number 1.0'],
    ['enabled: true', '5:14', 'the boolean true'],
    ['enabled: yes', '5:14', 'the boolean yes'],
    ['enabled: off', '5:14', 'the boolean off'],
    ['enabled: y', '5:14', 'the boolean y'],
    ['mode: 0644', '5:11', 'the number 0644'],
    ['build: 1_000', '5:12', 'the number 1_000'],
    ['hex: 0x1F', '5:10', 'the number 0x1F'],
    ['exponent: 1e3', '5:15', 'the number 1e3'],
    ['far: .inf', '5:10', 'the number .inf'],
    ['list: [a]', '5:11', 'a list'],
    ['map: {a: b}', '5:10', 'a mapping'],
  ])('label %s', (text, place, what) => {
    const { objects, complaints, problems } = labels(text);
    expect(objects).toEqual([]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]?.startsWith(`${place} the label`)).toBe(true);
    expect(complaints[0]).toContain(what);
    expect(problems[0]?.line).toBe(`    ${text}`);
  });

  test.each([
    ['none:', ''],
    ['none: null', ''],
    ['none: ~', ''],
    ['date: 2026-01-02', '2026-01-02'],
    ['version: 1.0.0', '1.0.0'],
    ['time: 12:30', '12:30'],
    ['version: !!str 1.0', '1.0'],
    ['commit: 12e', '12e'],
    ['port: "8080"', '8080'],
    ['commit: 0b12', '0b12'],
  ])('label %s is a string', (text, value) => {
    const { objects, complaints } = labels(text);
    expect(complaints).toEqual([]);
    expect(Object.values(objects[0]?.labels ?? {})).toEqual(['web', value]);
  });

  test('keys are strings, whatever they look like', () => {
    const { objects } = labels('1: one\n    true: yes!\n    __proto__: p');
    expect(Object.entries(objects[0]?.labels ?? {})).toEqual([
      ['1', 'one'],
      ['app', 'web'],
      ['true', 'yes!'],
      ['__proto__', 'p'],
    ]);
  });
});

describe('mistakes of a document', () => {
  test.each([
    [
      'a key twice',
      'kind: Pod\nmetadata:\n  name: a\n  name: b\n',
      '4:3 the key "name" stands twice in one mapping (first on line 3)',
    ],
    [
      'a key twice in JSON style',
      '{kind: Pod,\n kind: Pod}',
      '2:2 the key "kind" stands twice in one mapping (first on line 1)',
    ],
    ['no anchor', 'kind: Pod\nx: *y\n', '2:4 the alias *y has no anchor &y before it in this document'],
    ['a null key', 'kind: Pod\n: x\n', '2:1 a key must be a string, found null'],
    ['no kind', '# c\nmetadata:\n  name: a\n', '2:1 this is not a Kubernetes object: it has no kind'],
    ['a text', 'hello\n', '1:1 expected a Kubernetes object, found the string hello'],
    [
      'a number in a list',
      'kind: List\nitems:\n- 1\n',
      '3:3 expected a Kubernetes object, found the number 1',
    ],
    [
      'metadata that is a list',
      'kind: Pod\nmetadata:\n- a\n',
      '3:1 metadata is a list; it must be a mapping',
    ],
  ])('%s', (_, text, expected) => {
    const { complaints, objects } = decode(createYamlDecoder, text);
    expect(objects).toEqual([]);
    expect(complaints).toEqual([expected]);
  });

  test('of JSON values one after another are told as those of JSON, at their places', () => {
    const { names, complaints } = decode(
      createYamlDecoder,
      '---\nkind: Pod\n---\n\n{"kind": "Pod"}\n{"kind": 1}\n---\n{"kind": "Pod"} {"kind": Pod}\n',
    );
    expect(names).toEqual(['Pod /', 'Pod /']);
    expect(complaints).toEqual([
      '6:10 kind is the number 1; it must be a string',
      expect.stringMatching(/^8:17 /),
    ]);
  });

  test.each(['---\n', '--- \r\n', '--- # of the cluster\n'])('of JSON values behind %j, too', (marker) => {
    const { names, complaints } = decode(createYamlDecoder, `${marker}{"kind": "Pod"}\n{"kind": 1}\n`);
    expect(names).toEqual(['Pod /']);
    expect(complaints).toEqual(['3:10 kind is the number 1; it must be a string']);
  });

  test('a template says what to do with it', () => {
    const { problems } = decode(createYamlDecoder, 'kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.mend).toContain('helm template');
  });

  test.each([
    '{{ if .Values.web }}\nkind: Pod\n{{ end }}\n',
    'kind: Pod\n{{- if .Values.web }}\nmetadata: {name: web}\n{{- end }}\n',
  ])('so does one whose lines are not YAML, wherever the parser gives up: %j', (text) => {
    const { problems } = decode(createYamlDecoder, text);
    expect(problems.map(({ mend }) => mend)).toEqual([expect.stringContaining('helm template')]);
  });

  test('aliases that multiply are stopped', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`,
    );
    const { complaints, objects } = decode(
      createYamlDecoder,
      `kind: Pod\na0: &a0 [x]\n${levels.join('\n')}\n`,
    );
    expect(objects).toEqual([]);
    expect(complaints).toEqual(['3:10 the aliases of this document repeat its anchors more than 1000 times']);
  });

  test('nesting without end is reported', () => {
    const { complaints } = decode(createYamlDecoder, `kind: Pod\nx: ${'['.repeat(100_000)}`);
    expect(complaints).toHaveLength(1);
  });
});

describe('a list too large to be read whole', () => {
  const filler = `    note: ${'x'.repeat(2000)}\n`;
  const item = (name: string, indent: string): string =>
    `- kind: Pod\n  metadata:\n    name: ${name}\n    labels: {app: ${name}}\n${filler}  data: |\n    - not an item\n    items:\n`.replace(
      /^(?=.)/gm,
      indent,
    );
  const frame = (indent: string, items: string[], tail = 'kind: List\n'): string =>
    `# dump\n---\napiVersion: v1\nitems:\n${items.map((text) => text.replace(/^(?=.)/gm, '')).join('')}${tail}metadata:\n  resourceVersion: ""\n${indent === '' ? '' : '\n'}`;
  const names = Array.from({ length: 1200 }, (_, index) => `pod-${index}`);

  test.each(['', '  ', '    '])('is read an item at a time, each at its place (indented by %j)', (indent) => {
    const items = names.map((name) => item(name, indent));
    items[700] = items[700]?.replace('app: pod-700', 'app: 700') ?? '';
    items[900] = items[900]?.replace('kind: Pod', 'kind: [Pod') ?? '';
    const text = `${frame(indent, items)}---\n${pod('after')}`;
    const { objects, complaints } = decode(createYamlDecoder, text, 64 * 1024);
    expect(objects.map(({ name }) => name)).toEqual([
      ...names.filter((name) => name !== 'pod-700' && name !== 'pod-900'),
      'after',
    ]);
    const lines = text.split('\n');
    for (const { origin, path, name } of objects) {
      const { line, column } = origin.locate([...path, 'metadata', 'name']).position;
      expect(lines[line - 1]?.slice(column - 1)).toBe(name);
    }
    const labelLine = lines.findIndex((line) => line.includes('app: 700')) + 1;
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toBe(
      `${labelLine}:${indent.length + 19} the label "app" is the number 700; the value of a label is a string`,
    );
  });

  test('without a kind it is reported, and its items are read', () => {
    const { objects, complaints } = decode(
      createYamlDecoder,
      frame(
        '',
        names.map((name) => item(name, '')),
        '',
      ),
      64 * 1024,
    );
    expect(objects).toHaveLength(1200);
    expect(complaints).toEqual(['2:1 this list has no kind']);
  });
});
