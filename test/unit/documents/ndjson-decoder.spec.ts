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
