import { describe, expect, test } from 'vitest';
import { createNdjsonDecoder } from '../../../src/documents/ndjson-decoder.ts';
import { decode } from './collect.ts';

const pod = (name: string, labels: Record<string, unknown> = {}): string =>
  JSON.stringify({ kind: 'Pod', metadata: { name, labels } });

const CHUNKS = [1, 2, 3, 7, 64, Number.POSITIVE_INFINITY];

describe('NDJSON', () => {
  test.each(CHUNKS)('reads every line, whatever the chunks (%d bytes)', (size) => {
    const content = `${pod('a')}\n\n  \n${pod('b', { city: 'Zürich', sign: '😀' })}\r\n${pod('c')}`;
    const { names, complaints, objects } = decode(createNdjsonDecoder, content, size);
    expect(complaints).toEqual([]);
    expect(names).toEqual(['Pod /a', 'Pod /b', 'Pod /c']);
    expect(objects[1]?.labels).toEqual({ city: 'Zürich', sign: '😀' });
    expect(objects[2]?.origin.locate([]).position).toEqual({ line: 5, column: 1 });
  });

  test.each(CHUNKS)('a broken line is reported in its place and loses nobody else (%d bytes)', (size) => {
    const content = `${pod('a')}\n{"kind": "Pod", "metadata": {"name": b}}\n${pod('c')}\n{"kind": \n${pod('d')}\n`;
    const { names, complaints } = decode(createNdjsonDecoder, content, size);
    expect(names).toEqual(['Pod /a', 'Pod /c', 'Pod /d']);
    expect(complaints).toEqual([
      '2:38 expected a value, found "b"',
      '4:10 the text ends where a value is expected (what opens at line 4, column 1 is not closed)',
    ]);
  });

  test.each(CHUNKS)('bytes that are not UTF-8 are reported, not replaced (%d bytes)', (size) => {
    const bytes = Buffer.concat([
      Buffer.from(`${pod('a')}\n{"kind":"Pod","x":"é`),
      Buffer.from([0xff]),
      Buffer.from(`"}\n${pod('c')}\n`),
    ]);
    const { names, complaints } = decode(createNdjsonDecoder, bytes, size);
    expect(names).toEqual(['Pod /a', 'Pod /c']);
    expect(complaints).toEqual(['2:21 the byte 0xff is not valid UTF-8 here']);
  });

  test.each(CHUNKS)('a line past the limit is reported and passed over (%d bytes)', (size) => {
    const content = `${pod('a')}\n${pod('x'.repeat(500))}\n${pod('c')}\n${pod('y'.repeat(500))}`;
    const small = (source: string, sink: Parameters<typeof createNdjsonDecoder>[1]) =>
      createNdjsonDecoder(source, sink, 200);
    const { names, complaints } = decode(small, content, size);
    if (size < 500) {
      expect(names).toEqual(['Pod /a', 'Pod /c']);
      expect(complaints.map((text) => text.slice(0, 20))).toEqual([
        '2:1 this line is lon',
        '4:1 this line is lon',
      ]);
    } else {
      // A line that is in memory anyway is read: the limit is about memory.
      expect(names).toHaveLength(4 - complaints.length);
    }
  });

  test.each(CHUNKS)('what comes laid out over several lines is read too (%d bytes)', (size) => {
    const laidOut = (name: string): string =>
      JSON.stringify(JSON.parse(pod(name, { city: 'Zürich' })), null, 2);
    const content = `${pod('a')}\n${laidOut('b')}\r\n${pod('c')}\n{\n  "kind": b\n}\n[\n${pod('d')},\n${pod('e')}\n]\n`;
    const { names, complaints, objects } = decode(createNdjsonDecoder, content, size);
    expect(names).toEqual(['Pod /a', 'Pod /b', 'Pod /c', 'Pod /d', 'Pod /e']);
    expect(complaints).toEqual(['13:11 expected a value, found "b"']);
    const lines = objects.map(({ origin, path }) => origin.locate(path).position.line);
    expect(lines).toEqual([1, 2, 11, 16, 17]);
    const [, second] = objects;
    expect(second?.origin.locate(['metadata', 'labels', 'city']).position).toEqual({ line: 7, column: 15 });
  });

  test('an object that is laid out and cut short is told where it ends', () => {
    for (const content of ['{', '{\n  "kind": "Pod"\n']) {
      const { complaints } = decode(createNdjsonDecoder, `${pod('a')}\n${content}`);
      expect(complaints).toEqual([expect.stringContaining('what opens at line 2, column 1 is not closed')]);
    }
  });

  test.each(CHUNKS)('bytes that are not UTF-8 before it are told (%d bytes)', (size) => {
    const bytes = Buffer.concat([
      Buffer.from('{"kind":"'),
      Buffer.from([0xff]),
      Buffer.from(`"}\n{\n"kind":"Pod"\n}`),
    ]);
    const { names, complaints } = decode(createNdjsonDecoder, bytes, size);
    expect(names).toEqual(['Pod /']);
    expect(complaints).toEqual(['1:10 the byte 0xff is not valid UTF-8 here']);
  });

  test('labels that are not strings name their place and the mend', () => {
    const content = `\n{"kind":"Pod","metadata":{"labels":{"a":"b","version":1.0,"on":true,"list":[1],"none":null}}}`;
    const { objects, problems, complaints } = decode(createNdjsonDecoder, content);
    expect(objects).toEqual([]);
    expect(complaints).toEqual([
      '2:55 the label "version" is the number 1.0; the value of a label is a string',
      '2:64 the label "on" is the boolean true; the value of a label is a string',
      '2:76 the label "list" is a list; the value of a label is a string',
    ]);
    expect(problems.map(({ mend }) => mend)).toEqual(['quote it: "1.0"', 'quote it: "true"', undefined]);
  });
});
