import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { githubLine } from '../../../src/cli/output/lint-github.ts';
import { junitReport } from '../../../src/cli/output/lint-junit.ts';
import { markdownReport } from '../../../src/cli/output/lint-markdown.ts';
import { sarifLog } from '../../../src/cli/output/lint-sarif.ts';
import type { LintFinding, Problem } from '../../../src/manifests.ts';
import { lint } from '../lint/linting.ts';
import { xmlElements } from '../xml.ts';

const schema = createRequire(import.meta.url)('schemastore/schemas/json/sarif-2.1.0.json');
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

const OVERLAP = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: api, image: api }] }
`;

const REGION = {
  start: { line: 3, column: 7 },
  end: { line: 3, column: 12 },
  line: '  app: "we|b"',
  isExact: true,
};

/** A finding with everything that a format could trip over. */
const ODD: LintFinding = {
  rule: 'overlapping-controllers',
  severity: 'warning',
  verdict: 'unknown',
  source: 'a b/ü,c:d%.yaml',
  region: REGION,
  object: 'Service shop/<web> & co',
  path: 'spec.selector["a.b/c"]',
  message: 'a | b `c` <d> & "e"\n100% %0A \u0007',
  mend: 'write *this*',
  doubt: 'because, of: that',
  related: [{ source: '<stdin>', region: REGION, object: 'Pod x', path: '', message: 'the other' }],
  fix: {
    title: 'quote it',
    isSafe: true,
    edits: [{ source: 'a b/ü,c:d%.yaml', region: REGION, text: '"x"' }],
  },
};

const PROBLEMS: readonly Problem[] = [
  { source: 'broken.yaml', position: { line: 2, column: 1 }, message: 'not YAML', mend: 'write YAML' },
  { source: 'gone.yaml', message: 'no such file or folder' },
];

const context = {
  version: '1.2.3',
  problems: PROBLEMS,
  fingerprintOf: ({ rule }: LintFinding) => `${rule}!`,
  suppressionOf: ({ verdict }: LintFinding) =>
    verdict === 'unknown' ? ({ kind: 'inSource', justification: 'known' } as const) : undefined,
};

describe('SARIF', () => {
  test('is valid against its schema, whatever is in the findings', async () => {
    const findings = [...(await lint(OVERLAP)), ODD];
    expect(findings).toHaveLength(2);
    const log = JSON.parse(JSON.stringify(sarifLog(findings, context)));
    isSarif(log);
    expect(isSarif.errors).toBe(null);
    expect(isSarif({ ...log, version: '2.0.0' })).toBe(false);
    const [run] = log.runs;
    expect(run.results[0]).toMatchObject({
      ruleId: 'overlapping-controllers',
      kind: 'fail',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'test.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 14, startColumn: 3, endLine: 14, endColumn: 11 },
          },
          logicalLocations: [{ fullyQualifiedName: 'Deployment shop/api' }],
        },
      ],
      relatedLocations: [{ id: 0, message: { text: 'the selector of Deployment shop/web' } }],
      partialFingerprints: { 'labelwise/v1': 'overlapping-controllers!' },
    });
    expect(run.results[0].suppressions).toBe(undefined);
    expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe('overlapping-controllers');
    expect(run.results[1]).toMatchObject({
      kind: 'open',
      level: 'none',
      suppressions: [{ kind: 'inSource', justification: 'known', status: 'accepted' }],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: '"x"' } }] }] }],
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b/%C3%BC%2Cc%3Ad%25.yaml' } } }],
    });
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(2);
  });
});

describe('GitHub workflow commands', () => {
  test('are one line each, with what they cannot hold escaped', () => {
    expect(githubLine(ODD)).toBe(
      '::notice file=a b/ü%2Cc%3Ad%25.yaml,line=3,endLine=3,col=7,endColumn=12,title=labelwise overlapping-controllers' +
        '::a | b `c` <d> & "e"%0A100%25 %250A \u0007%0Aunknown: because, of: that%0Awrite *this*',
    );
  });

  test.each([
    ['error', 'definite', 'error'],
    ['warning', 'definite', 'warning'],
    ['advice', 'definite', 'notice'],
    ['error', 'possible', 'notice'],
  ] as const)('of %s, %s is a %s', (severity, verdict, command) => {
    expect(githubLine({ ...ODD, severity, verdict })).toMatch(new RegExp(`^::${command} `));
  });

  test('of a region over several lines have no columns, which would be of another line', () => {
    const region = { ...REGION, end: { line: 5, column: 2 } };
    expect(githubLine({ ...ODD, region })).toContain(',line=3,endLine=5,title=');
  });
});

describe('JUnit', () => {
  test('has a suite for each input, a case for each finding, and passes what has none', () => {
    const definite = { ...ODD, verdict: 'definite', severity: 'error' } as const;
    const report = junitReport([definite, ODD], {
      sources: [ODD.source, 'clean.yaml', 'broken.yaml'],
      problems: PROBLEMS,
      fails: ({ verdict }) => verdict === 'definite',
    });
    const elements = xmlElements(report);
    expect(elements.filter(({ name }) => name === 'testsuites').map(({ attributes }) => attributes)).toEqual([
      { name: 'labelwise lint', tests: '5', failures: '1', errors: '2' },
    ]);
    const suites = elements.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes);
    expect(suites).toEqual([
      { name: ODD.source, tests: '2', failures: '1', errors: '0' },
      { name: 'clean.yaml', tests: '1', failures: '0', errors: '0' },
      { name: 'broken.yaml', tests: '1', failures: '0', errors: '1' },
      { name: 'gone.yaml', tests: '1', failures: '0', errors: '1' },
    ]);
    const [failure] = elements.filter(({ name }) => name === 'failure');
    // What XML cannot hold at all is replaced.
    expect(failure?.attributes).toEqual({ type: 'error', message: ODD.message.replace('\u0007', '\ufffd') });
    expect(elements.filter(({ name }) => name === 'testcase')).toHaveLength(5);
  });
});

describe('Markdown', () => {
  test('is a table whose cells nothing breaks', () => {
    const report = markdownReport([ODD], { summary: '1 warning in <all>', problems: PROBLEMS });
    const rows = report.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(3);
    const [, , row = ''] = rows;
    // Bars that are not escaped part cells.
    expect(row.split(/(?<!\\)\|/)).toHaveLength(7);
    expect(row).toContain('a \\| b \\`c\\` &lt;d&gt; &amp; "e"<br>100%');
    expect(row).toContain('warning, unknown');
    expect(report).toContain('1 warning in &lt;all&gt;');
    expect(report).toContain('`broken.yaml:2` could not be read: not YAML');
  });

  test('without findings has no table', () => {
    expect(markdownReport([], { summary: 'nothing found', problems: [] })).not.toContain('| ---');
  });
});
