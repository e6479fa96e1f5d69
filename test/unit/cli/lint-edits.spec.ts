import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed, changesOf, compatible, linesIn } from '../../../src/cli/lint/edits.ts';
import { globTest } from '../../../src/cli/lint/glob.ts';
import { TextLines } from '../../../src/cli/lint/text-lines.ts';
import { unifiedDiff } from '../../../src/cli/output/unified-diff.ts';
import type { LintFix } from '../../../src/manifests.ts';

/** What a unified diff makes of a text; throws where the text is not what the diff says. */
function patched(text: string, diff: string): string {
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [, start = '', count = '1'] = /^@@ -(\d+)(?:,(\d+))? /.exec(hunk) ?? [];
    const first = Number(start) - (count === '0' ? 0 : 1);
    result.push(...old.slice(at, first));
    at = first;
    const body = hunk.slice(hunk.indexOf('\n') + 1).replace(/\n\\ No newline at end of file\n/g, '§');
    for (const [line] of body.matchAll(/[^\n§]*[\n§]/g)) {
      const content = line.slice(1).replace('§', '');
      if (line.startsWith('+')) result.push(content);
      else if (old[at++] !== content) throw new Error(`line ${at} is not ${JSON.stringify(content)}`);
      else if (line.startsWith(' ')) result.push(content);
    }
  }
  return [...result, ...old.slice(at)].join('');
}

describe('edits', () => {
  test('places are found in lines of either end', () => {
    const lines = new TextLines('ab\r\n\ncd');
    expect([1, 2, 3, 4].map((line) => lines.offsetOf({ line, column: 1 }))).toEqual([0, 4, 5, undefined]);
    expect(lines.offsetOf({ line: 3, column: 3 })).toBe(7);
    expect(lines.offsetOf({ line: 3, column: 4 })).toBe(undefined);
    expect(lines.offsetOf({ line: 2, column: 2 })).toBe(undefined);
    expect([1, 2, 3].map((line) => lines.line(line))).toEqual(['ab', '', 'cd']);
  });

  test('changes are made wherever they stand in the list', () => {
    const changes = [
      { source: 'a', from: 4, to: 5, text: 'E' },
      { source: 'a', from: 0, to: 0, text: '>' },
      { source: 'a', from: 1, to: 3, text: '' },
    ];
    expect(changed('abcdefg', changes)).toBe('>adEfg');
  });

  test.each([
    ['apart', [0, 1], [2, 3], 2],
    ['next to each other', [0, 2], [2, 3], 2],
    ['over each other', [0, 3], [2, 4], 1],
    ['within each other', [0, 4], [1, 2], 1],
    ['put in at one place', [1, 1], [1, 1], 1],
    ['put in before what is replaced', [1, 1], [1, 3], 1],
    ['put in within what is replaced', [2, 2], [1, 3], 1],
    ['put in after what is replaced', [3, 3], [1, 3], 2],
  ] as const)('of changes %s, so many are made', (_, [from, to], [otherFrom, otherTo], count) => {
    const one = { changes: [{ source: 'a', from, to, text: 'x' }] };
    const other = { changes: [{ source: 'a', from: otherFrom, to: otherTo, text: 'y' }] };
    expect(compatible([one, other])).toHaveLength(count);
    expect(compatible([one, other])[0]).toBe(one);
    expect(compatible([other, one])).toHaveLength(count);
    const elsewhere = { changes: other.changes.map((change) => ({ ...change, source: 'b' })) };
    expect(compatible([one, elsewhere])).toHaveLength(2);
  });

  test('a fix is made whole or not at all', () => {
    const change = (source: string, from: number) => ({ source, from, to: from + 1, text: '' });
    const first = { changes: [change('a', 0)] };
    const second = { changes: [change('b', 5), change('a', 0)] };
    const third = { changes: [change('b', 5)] };
    expect(compatible([first, second, third])).toEqual([first, third]);
  });

  test('a text that has changed meanwhile is left alone', () => {
    const region = {
      start: { line: 1, column: 1 },
      end: { line: 1, column: 2 },
      line: 'abc',
      isExact: true,
    };
    const fix: LintFix = { title: '', isSafe: true, edits: [{ source: 'a', region, text: 'x' }] };
    expect(changesOf(fix, linesIn(new Map([['a', 'abc\n']])))).toEqual([
      { source: 'a', from: 0, to: 1, text: 'x' },
    ]);
    expect(changesOf(fix, linesIn(new Map([['a', 'abd\n']])))).toBe(undefined);
    expect(changesOf(fix, linesIn(new Map([['a', '']])))).toBe(undefined);
    expect(changesOf(fix, linesIn(new Map()))).toBe(undefined);
  });
});

describe('unified diffs', () => {
  test('have the lines around changes, and join what is near', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `${index + 1}\n`);
    const after = lines.with(4, 'five\n').with(9, 'ten\n').toSpliced(25, 1);
    expect(unifiedDiff('k8s/a.yaml', lines.join(''), after.join(''))).toBe(
      '--- a/k8s/a.yaml\n+++ b/k8s/a.yaml\n' +
        '@@ -2,12 +2,12 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n' +
        '@@ -23,7 +23,6 @@\n 23\n 24\n 25\n-26\n 27\n 28\n 29\n',
    );
    expect(unifiedDiff('a', 'x\n', 'x\n')).toBe('');
  });

  test('make one text the other, line by line', () => {
    const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n');
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', 'end'))
      .map(([lines, end]) => lines.join('') + end);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = unifiedDiff('file', before, after);
        if (before === after) {
          expect(diff).toBe('');
          return;
        }
        expect(patched(before, diff)).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('patterns', () => {
  test.each([
    ['k8s/*.yaml', ['k8s/a.yaml'], ['k8s/b/a.yaml', 'a.yaml', 'k8s/a.yml']],
    ['**/*.yaml', ['a.yaml', 'k8s/a.yaml', 'k8s/b/a.yaml'], ['a.yml']],
    ['k8s/**', ['k8s/a.yaml', 'k8s/b/a.yaml'], ['k8', 'a/k8s/a.yaml']],
    ['charts/*/templates', ['charts/web/templates', 'charts/web/templates/a.yaml'], ['charts/templates']],
    ['./charts/', ['charts/a', 'charts'], ['charts2/a']],
    ['a?c.[x]', ['abc.[x]'], ['ac.[x]', 'a/c.[x]', 'abc.x']],
    ['../b.yaml', ['../b.yaml'], ['b.yaml', 'x/b.yaml']],
  ])('%s', (pattern, matched, others) => {
    const test = globTest(pattern);
    expect(matched.filter((path) => !test(path))).toEqual([]);
    expect(others.filter(test)).toEqual([]);
  });
});
