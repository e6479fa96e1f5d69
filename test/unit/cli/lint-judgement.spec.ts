import { describe, expect, test } from 'vitest';
import { Baseline, baselineEntries, baselineText, knownFinding } from '../../../src/cli/lint/baseline.ts';
import { emptyConfig } from '../../../src/cli/lint/config.ts';
import { fixInputs } from '../../../src/cli/lint/fixing.ts';
import { readIgnore, readIgnoreAnnotation, readIgnoreComment } from '../../../src/cli/lint/ignore-text.ts';
import type { Inputs } from '../../../src/cli/lint/inputs.ts';
import { type JudgeSettings, judge } from '../../../src/cli/lint/judge.ts';
import { parseConfig } from '../../../src/cli/lint/read-config.ts';
import type { JudgedFinding } from '../../../src/cli/lint/report.ts';
import { ALL_RULES, unknownRule } from '../../../src/cli/lint/rule-list.ts';
import { summaryText } from '../../../src/cli/lint/summary.ts';
import { codeFrame } from '../../../src/cli/output/code-frame.ts';
import { LINT_FORMS } from '../../../src/cli/output/lint-forms.ts';
import { LINT_WRITERS } from '../../../src/cli/output/lint-writers.ts';
import { createStyle } from '../../../src/cli/output/style.ts';
import { columnsOf } from '../../../src/cli/output/text-width.ts';
import {
  type KubernetesObject,
  type LintFinding,
  objectTitle,
  readManifests,
} from '../../../src/manifests.ts';

const SETTINGS: JudgeSettings = {
  config: emptyConfig('/here'),
  namespace: 'default',
  failOn: 'warning',
  known: [],
};

/** A finding at a place of an object. */
function findingAt(
  object: KubernetesObject | undefined,
  path: readonly (string | number)[] = [],
  more: Partial<LintFinding> = {},
): LintFinding {
  if (object === undefined) throw new Error('there is no such object');
  return {
    rule: 'overlapping-controllers',
    severity: 'error',
    verdict: 'definite',
    source: object.origin.source,
    region: object.origin.region([...object.path, ...path], 'value'),
    object: objectTitle(object),
    path: path.join('.'),
    message: 'found',
    related: [],
    ...more,
  };
}

/** What is judged of findings at the `spec` of each object of a text, in short. */
async function judged(text: string, more: Partial<JudgeSettings> = {}): Promise<string[]> {
  const { objects, problems } = await readManifests(text, 'test.yaml');
  const found = objects.map((object) => findingAt(object, ['spec']));
  const read = { objects, problems, sources: ['test.yaml'] };
  return judge(found, read, { ...SETTINGS, ...more }).findings.map(({ finding, standing, fails }) => {
    const why = standing.kind === 'ignored' ? ` by ${standing.by}: ${standing.reason}` : '';
    return `${finding.region.start.line} ${finding.rule} ${standing.kind}${why}${fails ? ' fails' : ''}`;
  });
}

const A = 'kind: A\nmetadata: {name: a}\n';

describe('what is to be ignored', () => {
  test.each([
    ['a: because', ['a'], 'because'],
    ['a,b , c: because: of that', ['a', 'b', 'c'], 'because: of that'],
    ['a', ['a'], ''],
    ['a because', ['a'], ''],
    ['a:', ['a'], ''],
    [': because', [], 'because'],
    ['', [], ''],
  ])('%j', (text, rules, reason) => {
    expect(readIgnore(text)).toEqual({ rules, reason });
  });

  test('is read from comments that begin so', () => {
    expect(readIgnoreComment('# labelwise-ignore a: b')).toEqual({ rules: ['a'], reason: 'b' });
    expect(readIgnoreComment('## labelwise-ignore')).toEqual({ rules: [], reason: '' });
    expect(readIgnoreComment('# see labelwise-ignore a: b')).toBe(undefined);
    expect(readIgnoreComment('# labelwise-ignored a: b')).toBe(undefined);
    expect(readIgnoreAnnotation('a: b\n\nc, d: e\n')).toEqual([
      { rules: ['a'], reason: 'b' },
      { rules: ['c', 'd'], reason: 'e' },
    ]);
  });
});

describe('findings are judged', () => {
  test.each([
    ['nothing said', `${A}spec: 1\n`, ['3 overlapping-controllers counts fails']],
    [
      'a comment at the end of the line',
      `${A}spec: 1 # labelwise-ignore overlapping-controllers: why\n`,
      ['3 overlapping-controllers ignored by comment: why'],
    ],
    [
      'a comment on the line before, with others',
      `${A}# labelwise-ignore invalid-selector, overlapping-controllers: why\n# this\n\nspec: 1\n`,
      ['3 unused-ignore counts', '6 overlapping-controllers ignored by comment: why'],
    ],
    [
      'a comment for another line',
      `# labelwise-ignore overlapping-controllers: why\n${A}spec: 1\n`,
      ['1 unused-ignore counts', '4 overlapping-controllers counts fails'],
    ],
    [
      'no reason',
      `${A}spec: 1 # labelwise-ignore overlapping-controllers\n`,
      ['3 overlapping-controllers counts fails', '3 ignore-without-reason counts fails'],
    ],
    [
      'a rule that there is not',
      `${A}spec: 1 # labelwise-ignore overlapping: why\n`,
      ['3 overlapping-controllers counts fails', '3 unused-ignore counts'],
    ],
    [
      'no rule',
      `${A}spec: 1 # labelwise-ignore: why\n`,
      ['3 overlapping-controllers counts fails', '3 unused-ignore counts'],
    ],
    [
      'a rule that is off anyway',
      `${A}spec: 1 # labelwise-ignore negation-selects-unlabelled: why\n`,
      ['3 overlapping-controllers counts fails'],
    ],
    [
      'a rule about changes',
      `${A}spec: 1 # labelwise-ignore service-lost-workload: why\n`,
      ['3 overlapping-controllers counts fails'],
    ],
    [
      'an annotation',
      'kind: A\nmetadata:\n  annotations: {labelwise.dev/ignore: "overlapping-controllers: why"}\nspec: 1\n',
      ['4 overlapping-controllers ignored by annotation: why'],
    ],
    [
      'an annotation on one of several of a name',
      `${A}spec: 1\n---\nkind: A\nmetadata:\n  name: a\n  annotations: {labelwise.dev/ignore: "overlapping-controllers: why"}\nspec: 1\n---\n${A}spec: 2\n`,
      [
        '3 overlapping-controllers counts fails',
        '9 overlapping-controllers ignored by annotation: why',
        '13 overlapping-controllers counts fails',
      ],
    ],
    [
      'an annotation and a comment for the same',
      'kind: A\nmetadata:\n  annotations: {labelwise.dev/ignore: "overlapping-controllers: why"}\nspec: 1 # labelwise-ignore overlapping-controllers: that\n',
      ['4 overlapping-controllers ignored by comment: that'],
    ],
    [
      'an annotation on an item of a list',
      'kind: List\nitems:\n- kind: A\n  spec: 1\n- kind: A\n  metadata: {annotations: {labelwise.dev/ignore: "overlapping-controllers: why"}}\n  spec: 1\n',
      ['4 overlapping-controllers counts fails', '7 overlapping-controllers ignored by annotation: why'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await judged(text)).toEqual(expected);
  });

  test('an ignore that ignores nothing is unknown to do so where not everything was read', async () => {
    const text = `${A}spec: 1 # labelwise-ignore invalid-selector: why\n---\n[\n`;
    const { objects, problems } = await readManifests(text, 'test.yaml');
    const { findings } = judge([], { objects, problems, sources: ['test.yaml'] }, SETTINGS);
    expect(findings.map(({ finding }) => `${finding.rule} ${finding.verdict}`)).toEqual([
      'unused-ignore unknown',
    ]);
  });

  test('what is not definite does not fail, nor what is below the bar', async () => {
    const { objects } = await readManifests(`${A}spec: 1\n`, 'test.yaml');
    const read = { objects, problems: [], sources: ['test.yaml'] };
    const found = (['error', 'warning', 'advice'] as const).flatMap((severity) =>
      (['definite', 'possible', 'unknown'] as const).map((verdict) =>
        findingAt(objects[0], [], { severity, verdict }),
      ),
    );
    const failing = (failOn: JudgeSettings['failOn']): string[] =>
      judge(found, read, { ...SETTINGS, failOn })
        .findings.filter(({ fails }) => fails)
        .map(({ finding }) => `${finding.severity} ${finding.verdict}`);
    expect(failing('error')).toEqual(['error definite']);
    expect(failing('warning')).toEqual(['error definite', 'warning definite']);
    expect(failing('advice')).toEqual(['error definite', 'warning definite', 'advice definite']);
  });

  test.each([
    ['of an object', 'object: a/a', 'ignored'],
    ['of an object as findings name it', 'object: A a', 'ignored'],
    ['of an object in the namespace it is applied in', 'object: shop/a/a', 'ignored'],
    ['of another object', 'object: a/b', 'counts'],
    ['of a file', 'file: "*.yaml"', 'ignored'],
    ['of another file', 'file: "k8s/*.yaml"', 'counts'],
    ['of both', 'file: test.yaml\n    object: a', 'ignored'],
    ['of everything', 'file: "**"', 'ignored'],
  ])('as configured: %s', async (_, about, standing) => {
    const text = `ignore:\n  - rule: overlapping-controllers\n    ${about}\n    reason: why\n`;
    const result = await parseConfig(text, 'labelwise.yaml', process.cwd());
    if (!result.ok) throw new Error('it is not right');
    const [first] = await judged(`${A}spec: 1\n`, { config: result.config, namespace: 'shop' });
    expect(first).toContain(` ${standing}`);
  });

  test('what is configured and ignores nothing is told where what it is about was read', async () => {
    const text = `ignore:
  - {rule: invalid-selector, object: a/a, reason: why}
  - {rule: invalid-selector, object: a/other, reason: why}
  - {rule: invalid-selector, file: other/**, reason: why}
  - {rule: invalid-selector, file: test.yaml, reason: why}
`;
    const result = await parseConfig(text, 'labelwise.yaml', process.cwd());
    if (!result.ok) throw new Error('it is not right');
    expect(await judged(`${A}spec: 1\n`, { config: result.config })).toEqual([
      '3 overlapping-controllers counts fails',
      '2 unused-ignore counts',
      '5 unused-ignore counts',
    ]);
  });
});

describe('a baseline', () => {
  test('knows findings wherever they have moved to, each once', async () => {
    const { objects } = await readManifests(`${A}spec: 1\n`, 'test.yaml');
    const moved = await readManifests(`\n\n${A}spec: 1\n---\n${A}spec: 1\n`, 'other.yaml');
    const found = findingAt(objects[0], ['spec']);
    const entries = baselineEntries(JSON.parse(baselineText([knownFinding(found)])));
    expect(entries).toEqual([knownFinding(found)]);
    const baseline = new Baseline(entries ?? []);
    expect(moved.objects.map((object) => baseline.takes(findingAt(object, ['spec'])))).toEqual([true, false]);
    expect(baseline.left()).toEqual([]);
    const other = new Baseline(entries ?? []);
    expect(other.takes({ ...found, message: 'something else' })).toBe(false);
    expect(other.left()).toEqual([knownFinding(found)]);
  });

  test('is written the same whatever the order of findings', async () => {
    const { objects } = await readManifests(`${A}spec: 1\n`, 'test.yaml');
    const entries = ['b', 'a', 'c'].map((message) => knownFinding(findingAt(objects[0], [], { message })));
    expect(baselineText(entries)).toBe(baselineText(entries.toReversed()));
    expect(baselineText(entries).split('\n')).toHaveLength(9);
    expect(baselineEntries(JSON.parse(baselineText([])))).toEqual([]);
  });

  test.each(['1', 'null', '[]', '{}', '{"version":2,"findings":[]}', '{"version":1,"findings":[{}]}'])(
    '%s is none',
    (text) => {
      expect(baselineEntries(JSON.parse(text))).toBe(undefined);
    },
  );

  test('is stale where something it knows was not found, and was looked for', async () => {
    const { objects } = await readManifests(`${A}spec: 1\n`, 'test.yaml');
    const known = ['overlapping-controllers', 'service-lost-workload', 'gone-rule'].map((rule) =>
      knownFinding(findingAt(objects[0], [], { rule })),
    );
    const read = { objects, problems: [], sources: ['test.yaml'] };
    const { stale } = judge([], read, { ...SETTINGS, known });
    expect(stale.map(({ rule }) => rule)).toEqual(['overlapping-controllers', 'gone-rule']);
    const problems = [{ source: 'test.yaml', message: 'broken' }];
    expect(judge([], { ...read, problems }, { ...SETTINGS, known }).stale).toEqual([]);
  });
});

describe('fixing', () => {
  async function inputsOf(text: string): Promise<Inputs> {
    return { bySource: new Map([['test.yaml', await readManifests(text, 'test.yaml')]]), passedOver: [] };
  }

  /** A finding for each `spec` that is not what it is to become, with a fix that makes it so. */
  function look(next: (value: unknown) => string | undefined) {
    return ({ bySource }: Inputs): readonly JudgedFinding[] =>
      [...bySource.values()].flatMap(({ objects }) =>
        objects.flatMap((object) => {
          const text = next(object.content.spec);
          if (text === undefined) return [];
          const region = object.origin.region([...object.path, 'spec'], 'value');
          const edits = [{ source: 'test.yaml', region, text }];
          const finding = findingAt(object, ['spec'], { fix: { title: text, isSafe: true, edits } });
          return [{ finding, standing: { kind: 'counts' }, fails: true, isPlain: true } as const];
        }),
      );
  }

  test('goes on until nothing is left, and keeps what it does not touch', async () => {
    const text = '# a\nkind: A # b\nspec:   1   # c\n---\nkind: B\nspec: 5\n';
    const step = look((value) => (Number(value) < 3 ? String(Number(value) + 1) : undefined));
    const fixed = await fixInputs(await inputsOf(text), step, async () => text);
    expect(fixed.texts).toEqual([{ source: 'test.yaml', before: text, after: text.replace('1', '3') }]);
    expect([fixed.fixes, fixed.refused]).toEqual([2, 0]);
    expect(fixed.inputs.bySource.get('test.yaml')?.objects[0]?.content.spec).toBe(3);
  });

  test('leaves out what cannot be read any more, and makes the rest', async () => {
    const text = 'kind: A\nspec: 1\n---\nkind: B\nspec: 2\n---\nkind: C\nspec: 3\n';
    const step = look((value) => (value === 2 ? '[' : typeof value === 'number' ? '"x"' : undefined));
    const fixed = await fixInputs(await inputsOf(text), step, async () => text);
    expect(fixed.texts.map(({ after }) => after)).toEqual([
      'kind: A\nspec: "x"\n---\nkind: B\nspec: 2\n---\nkind: C\nspec: "x"\n',
    ]);
    expect([fixed.fixes, fixed.refused]).toEqual([2, 1]);
  });

  test('ends where fixes go round in circles', async () => {
    const text = 'kind: A\nspec: 1\n';
    const step = look((value) => (value === 1 ? '2' : '1'));
    const fixed = await fixInputs(await inputsOf(text), step, async () => text);
    expect(fixed.fixes).toBe(0);
    expect(fixed.texts).toEqual([]);
  });

  test('leaves alone what it cannot have, or what has changed', async () => {
    const inputs = await inputsOf('kind: A\nspec: 1\n');
    const step = look(() => '2');
    expect((await fixInputs(inputs, step, async () => undefined)).fixes).toBe(0);
    expect((await fixInputs(inputs, step, async () => 'kind: A\nspec: 7\n')).fixes).toBe(0);
  });

  test('makes none that is not safe, or of what does not count', async () => {
    const text = 'kind: A\nspec: 1\n';
    const inputs = await inputsOf(text);
    const ofAll = look(() => '2');
    const unsafe = (now: Inputs): readonly JudgedFinding[] =>
      ofAll(now).map((one) => ({
        ...one,
        finding: { ...one.finding, fix: { title: '', edits: one.finding.fix?.edits ?? [], isSafe: false } },
      }));
    const uncounted = (now: Inputs): readonly JudgedFinding[] =>
      ofAll(now).map((one) => ({ ...one, isPlain: false }));
    for (const step of [unsafe, uncounted]) {
      expect((await fixInputs(inputs, step, async () => text)).fixes).toBe(0);
    }
  });
});

describe('frames', () => {
  const style = createStyle(false);
  const look = { style, paint: style.red, columns: undefined };

  test('mark the part that is meant', () => {
    expect(codeFrame({ line: '  app: web', number: 9, from: 2, to: 5 }, look)).toBe(
      '  9 |   app: web\n        ^^^',
    );
    expect(codeFrame({ line: 'a: b', number: 9, from: 4, to: 4 }, { ...look, digits: 3 })).toBe(
      '    9 | a: b\n            ^',
    );
  });

  test('keep carets below what they mark, whatever is before it', () => {
    expect(codeFrame({ line: '\u65e5\u672c: e\u0301 x', number: 1, from: 7, to: 8 }, look)).toBe(
      '  1 | \u65e5\u672c: e\u0301 x\n              ^',
    );
    expect(codeFrame({ line: '\t\u001b[1m', number: 1, from: 1, to: 2 }, look)).toBe(
      '  1 |  \u241b[1m\n       ^',
    );
  });

  test.each([40, 60, 200, undefined])('fit a screen of %s columns, with the part in sight', (columns) => {
    const line = `${'a'.repeat(300)}MARK${'b'.repeat(300)}`;
    const frame = codeFrame({ line, number: 12, from: 300, to: 304 }, { ...look, columns });
    const [shown = '', carets = ''] = frame.split('\n');
    expect(shown.length).toBeLessThanOrEqual(columns ?? 110);
    expect(shown.indexOf('MARK')).toBe(carets.indexOf('^'));
    expect(carets.trim()).toBe('^^^^');
  });
});

describe('reports', () => {
  test('without anything say so, in every form', () => {
    const report = {
      findings: [],
      problems: [],
      sources: ['a.yaml'],
      objects: 1,
      passedOver: [],
      stale: [],
      fixed: { fixes: 0, files: 0 },
      showsAll: false,
      version: '1.0.0',
    };
    expect(summaryText(report)).toBe('no mistakes found in 1 object of 1 file');
    for (const form of LINT_FORMS) {
      const text = LINT_WRITERS[form](report, { style: createStyle(false), columns: 80 });
      expect(text === '' || text.endsWith('\n')).toBe(true);
    }
  });

  test.each([40, 60, 100])('fit a screen of %i columns, in colour too', async (columns) => {
    const { objects } = await readManifests(`${A}spec: { app: web, tier: front, and: ${'x'.repeat(90)} }\n`);
    const message = 'a message of a length that needs several lines on most screens that there are';
    const finding = findingAt(objects[0], ['spec', 'tier'], { message, mend: message, doubt: message });
    const report = {
      findings: [{ finding, standing: { kind: 'counts' }, fails: true, isPlain: true } as const],
      problems: [],
      sources: ['a.yaml'],
      objects: 1,
      passedOver: ['values.yaml'],
      stale: [],
      fixed: { fixes: 0, files: 0 },
      showsAll: false,
      version: '1.0.0',
    };
    for (const hasColour of [false, true]) {
      const text = LINT_WRITERS.text(report, { style: createStyle(hasColour), columns });
      for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    }
  });

  test('count what is not shown', () => {
    const text = summaryText({
      findings: [],
      problems: [],
      sources: ['a', 'b'],
      objects: 0,
      passedOver: ['c'],
      stale: [],
      fixed: { fixes: 2, files: 1 },
      showsAll: false,
      version: '',
    });
    expect(text).toBe(
      '2 fixes made in 1 file; no mistakes found in 0 objects of 2 files; 1 other file without Kubernetes objects passed over',
    );
  });
});

describe('rules', () => {
  test('have one name each, and near ones are told', () => {
    const ids = ALL_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(unknownRule('overlaping-controllers')).toEqual([
      'there is no rule "overlaping-controllers"',
      '"overlapping-controllers" is meant',
    ]);
  });
});
