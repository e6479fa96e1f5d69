import { describe, expect, test } from 'vitest';
import { writeKeys, writeValues } from '../../../src/cli/output/facets.ts';
import { jsonOf, layoutJson } from '../../../src/cli/output/json-layout.ts';
import { planLines } from '../../../src/cli/output/plan.ts';
import { printable } from '../../../src/cli/output/printable.ts';
import { renderProblem } from '../../../src/cli/output/problems.ts';
import { Progress, progressLine } from '../../../src/cli/output/progress.ts';
import { createStyle, wantsColour } from '../../../src/cli/output/style.ts';
import { showLabels, Table } from '../../../src/cli/output/table.ts';
import { LabelIndex, parseSelector } from '../../../src/index.ts';

const plain = createStyle(false);
const layout = { style: plain, columns: undefined };

describe('colour', () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ])('terminal %s, %j: %s', (isTerminal, environment, expected) => {
    expect(wantsColour(isTerminal, environment)).toBe(expected);
  });
});

describe('the table', () => {
  const rows = (count: number, lengthOf: (index: number) => number): string[] => {
    const written: string[] = [];
    const table = new Table((text) => written.push(text), 2, { cells: ['NAME'], last: 'LABELS' });
    for (let index = 0; index < count; index++)
      table.add({ cells: ['x'.repeat(lengthOf(index))], last: 'y' });
    expect(table.held).toBeLessThanOrEqual(1001);
    table.flush();
    return written;
  };

  test('columns are as wide as their widest cell', () => {
    expect(rows(2, (index) => 3 + 4 * index)).toEqual([
      'NAME      LABELS\n',
      'xxx       y\n',
      'xxxxxxx   y\n',
    ]);
  });

  test('rows past the first thousand are written at once, and widen the column from there on', () => {
    const written = rows(1500, (index) => (index === 1200 ? 20 : 5));
    expect(written).toHaveLength(1501);
    expect(written[1200]).toBe('xxxxx   y\n');
    expect(written[1201]).toBe(`${'x'.repeat(20)}   y\n`);
    expect(written[1202]).toBe(`xxxxx${' '.repeat(18)}y\n`);
  });

  test('wide characters take two columns', () => {
    let text = '';
    const table = new Table((row) => (text += row), 2, undefined);
    for (const cell of ['ショップ.yaml', 'shop-web.yaml:1']) table.add({ cells: [cell], last: 'y' });
    table.flush();
    expect(text).toBe('ショップ.yaml     y\nshop-web.yaml:1   y\n');
  });

  test('labels are sorted, and none are <none>', () => {
    expect(showLabels({ b: '2', a: '', 'x/y': '1' }, new Set(), plain)).toBe('a=,b=2,x/y=1');
    expect(showLabels({}, new Set(), plain)).toBe('<none>');
  });

  test('the keys that were asked about stand out', () => {
    expect(showLabels({ a: '1', b: '2' }, new Set(['b']), createStyle(true))).toBe(
      'a=1,\u001b[32mb=2\u001b[39m',
    );
  });
});

describe('facets', () => {
  const written = (write: (to: (text: string) => void) => void): string[] => {
    let text = '';
    write((piece) => {
      text += piece;
    });
    return text.split('\n').slice(0, -1);
  };
  const keys = [
    { key: 'app', objects: 12345678, values: 3 },
    { key: 'tier\u001b[2J', objects: 7, values: 12 },
  ];

  test('numbers end where their titles end', () => {
    expect(written((to) => writeKeys(keys, true, to))).toEqual([
      'KEY         OBJECTS   VALUES',
      'app        12345678        3',
      'tier\u241b[2J          7       12',
    ]);
  });

  test('without titles, columns are no wider than numbers', () => {
    expect(written((to) => writeKeys(keys, false, to))).toEqual([
      'app        12345678    3',
      'tier\u241b[2J          7   12',
    ]);
  });

  test('an empty value can be seen', () => {
    const byValue = [
      { value: 'web', objects: 10 },
      { value: '', objects: 2 },
    ];
    const facets = [
      { key: 'app', objects: 12, values: 2, byValue },
      { key: 'none', objects: 0, values: 0, byValue: [] },
    ];
    expect(written((to) => writeValues(facets, true, to))).toEqual([
      'KEY   VALUE   OBJECTS',
      'app   web          10',
      'app   ""            2',
    ]);
  });
});

describe('a plan', () => {
  const index = new LabelIndex<number>();
  for (let id = 0; id < 100; id++) index.set(id, { app: `a${id % 3}`, tier: `t${id % 4}` });
  const explanation = index.explain(parseSelector('app=a1,tier=t1'));

  test('is written as the library words it', () => {
    expect(planLines(explanation, plain).join('\n')).toBe(String(explanation));
  });

  test('in colour, the question and the heads stand out, and what was not taken steps back', () => {
    const bold = (text: string): string => `\u001b[1m${text}\u001b[22m`;
    const lines = planLines(explanation, createStyle(true));
    expect(lines[0]).toBe(bold('app=a1,tier=t1'));
    expect(lines.find((line) => line.includes('to find them'))).toContain(bold('to find them:'));
    expect(lines.find((line) => line.includes('to count them'))).toContain(bold('to count them:'));
    const notTaken = String(explanation)
      .split('\n')
      .find((line) => line.includes('not taken'));
    expect(lines).toContain(`\u001b[2m${notTaken}\u001b[22m`);
  });

  test('cannot drive the terminal by the name of a namespace', () => {
    const lines = planLines(index.explain(parseSelector('app'), { namespace: 'x\u009b\u202e' }), plain);
    expect(lines.join('')).not.toMatch(/[\u009b\u202e]/);
  });
});

test('nothing from a file can drive the terminal', () => {
  expect(printable('a\u001b[2Jb\r\n\u009b\u202e\ttext')).toBe('a\u241b[2Jb\u240d\u240a\ufffd\ufffd text');
  expect(printable('Zürich 😀 日本')).toBe('Zürich 😀 日本');
});

describe('a problem', () => {
  test('shows its place, its line and the mend', () => {
    const problem = {
      source: 'a.yaml',
      position: { line: 12, column: 5 },
      message: 'what is wrong',
      mend: 'what to do',
      line: 'key: value',
    };
    expect(renderProblem(problem, layout)).toBe(
      ['a.yaml:12:5: error: what is wrong', '  12 | key: value', '           ^', '  fix: what to do'].join(
        '\n',
      ),
    );
  });

  test('of a whole input has no place', () => {
    expect(renderProblem({ source: 'a', message: 'no such file' }, layout)).toBe('a: error: no such file');
  });

  test('on a very long line shows what is around it, the caret under the right character', () => {
    const line = `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`;
    const [, shown = '', caret = ''] = renderProblem(
      { source: 'a', position: { line: 1, column: 5001 }, message: 'm', line },
      layout,
    ).split('\n');
    expect(shown.length).toBeLessThan(120);
    expect(shown.slice(caret.indexOf('^')).startsWith('HERE')).toBe(true);
  });
});

describe('JSON laid out anew', () => {
  test.each([
    '{"a":1.0,"b":[],"c":{},"d":[1,{"e":"x, y: {z}\\"]"}],"n":12345678901234567890}',
    '[]',
    '"text"',
    '{"a":{"b":[[[]]]}}',
  ])('keeps every token of %s', (text) => {
    const pretty = layoutJson(text, 4);
    expect(layoutJson(pretty, 0)).toBe(text);
    expect(JSON.parse(pretty)).toEqual(JSON.parse(text));
  });

  test('looks like JSON.stringify', () => {
    const value = { a: [1, 'b', null, { c: {} }, []], d: { e: true } };
    expect(layoutJson(JSON.stringify(value), 4)).toBe(JSON.stringify(value, null, 4));
  });

  test('integers beyond the exact range of numbers stay exact', () => {
    expect(jsonOf({ a: 9007199254740993n, b: [1.5, 'x"y'] })).toBe(
      '{"a":9007199254740993,"b":[1.5,"x\\"y"]}',
    );
  });
});

describe('the progress bar', () => {
  const GB = 2 ** 30;

  function draw(isTTY: boolean, total: number | undefined, ...steps: number[]): string {
    let written = '';
    let time = 0;
    const screen = { isTTY, columns: 100, write: (text: string) => (written += text) };
    const progress = new Progress(
      screen,
      total,
      () => ({ objects: 1234, matches: 5 }),
      () => time,
    );
    for (const bytes of steps) {
      time += 1000;
      progress.advance(bytes);
    }
    progress.clear();
    return written;
  }

  test('is drawn on a terminal, and taken off it', () => {
    const written = draw(true, 2 * GB, GB);
    expect(written).toContain('50%');
    expect(written).toContain('1,234 objects');
    expect(written.endsWith('\r\u001b[K')).toBe(true);
  });

  test('is not drawn where nobody sees it, or where there is little to read', () => {
    expect(draw(false, 2 * GB, GB)).toBe('');
    expect(draw(true, 1_000_000, 500_000)).toBe('');
  });

  test('of a pipe shows up once much has come', () => {
    expect(draw(true, undefined, 1_000_000)).toBe('');
    const written = draw(true, undefined, 20_000_000, 20_000_000);
    expect(written).toContain('40 MB');
    expect(written).not.toContain('%');
  });

  test('tells matches where they are known', () => {
    expect(progressLine(GB, GB, 1, { objects: 3, matches: 2 }, 200)).toContain('3 objects, 2 matched');
    expect(progressLine(GB, GB, 1, { objects: 3 }, 200)).not.toContain('matched');
  });

  test.each([200, 80, 60, 40, 20, 10])('fits a terminal of %d columns', (columns) => {
    const line = progressLine(GB, 2 * GB, 5, { objects: 12_345_678, matches: 1_234_567 }, columns);
    expect(line.length).toBeLessThan(columns);
    expect(line).toContain('50%');
  });
});
