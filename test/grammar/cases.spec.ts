import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, formatSelector, tryParseSelector } from '../../src/index.ts';
import { readCases } from './case-file.ts';

const FOLDER = new URL('../../grammar/cases/', import.meta.url);

const FILES = readdirSync(FOLDER).map((file) => ({
  file,
  cases: readCases(`grammar/cases/${file}`, readFileSync(new URL(file, FOLDER), 'utf8')),
}));

function told({ code, span }: Diagnostic): string {
  return `${code} ${span?.start}-${span?.end}`;
}

describe.each(FILES)('grammar/cases/$file', ({ cases }) => {
  test.each(cases)('$line: $name', ({ text, options, prints, diagnostics, more }) => {
    const result = tryParseSelector(text, options);
    expect(result.ok ? formatSelector(result.selector) : undefined).toBe(prints);
    const found = (result.ok ? result.warnings : result.diagnostics).map(told);
    const expected = diagnostics.map(({ code, start, end }) => `${code} ${start}-${end}`);
    expect(more ? found.slice(0, expected.length) : found).toEqual(expected);
  });
});

test('no text is asked twice', () => {
  const places = new Map<string, string>();
  for (const { file, cases } of FILES) {
    for (const { line, text, options } of cases) {
      const asked = JSON.stringify([text, options]);
      const place = `${file}:${line}`;
      expect(places.get(asked), `${place} asks the same`).toBeUndefined();
      places.set(asked, place);
    }
  }
});

describe('a case file that is malformed', () => {
  test.each<[what: string, content: string, why: string]>([
    ['no case', 'words\n', 'there is no case'],
    ['no LF at the end', '# a\nb\n==>\nb', 'LF'],
    ['CRLF', '# a\r\nb\r\n==>\r\nb\r\n', 'LF'],
    ['no name', '# a\nb\n==>\nb\n\nb\n==>\nb\n', 'f.txt:6: a case must begin with'],
    ['no arrow', '# a\nb\nb\n', 'f.txt:3: "==>" must stand'],
    ['nothing expected', '# a\nb\n==>\n', 'the file ends within a case'],
    ['a name twice', '# a\nb\n==>\nb\n\n# a\nc\n==>\nc\n', 'two cases called a'],
    ['a limit that is none', '# a {"max": 1}\nb\n==>\nb\n', 'no limit called max'],
    ['a code that is none', '# a\nb\n==>\nnonsense 0-1 "b"\n', 'no code nonsense'],
    ['a mark at another place', '# a\nb c\n==>\nkey-invalid 0-1 "c"\n', '0-1 is "b" and not "c"'],
    ['a mark beyond the text', '# a\nb\n==>\nkey-invalid 3-4 "b"\n', '3-4 is "" and not "b"'],
    ['a diagnostic of an accepted text', '# a\nb\n==>\nb\nkey-invalid 0-1 "b"\n', 'is no diagnostic'],
    ['a print of a refused text', '# a\nb\n==>\nkey-invalid 0-1 "b"\nb\n', 'is no diagnostic'],
    [
      'a warning of a refused text',
      '# a\nb\n==>\nkey-invalid 0-1 "b"\nwarning key-invalid 0-1 "b"\n',
      'is no diagnostic',
    ],
    ['a blank at the end of a text', '# a\nb \n==>\nb\n', 'visible ASCII'],
    ['a letter that looks like another', '# a\n\u0430\n==>\nb\n', 'visible ASCII'],
    ['JSON that does not end', '# a\n"b\n==>\nb\n', 'JSON strings'],
    ['JSON side by side', '# a\n"b""c"\n==>\nb\n', 'JSON strings'],
    ['something behind the dots', '# a\nb\n==>\nb\n...\n...\n', 'must be the last line'],
  ])('%s', (_, content, why) => {
    expect(() => readCases('f.txt', content)).toThrow(why);
  });
});
