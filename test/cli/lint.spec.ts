import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, labelwise } from './built-command.ts';

function deployment(name: string, more = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: shop } }${more}
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: main, image: main }] }
`;
}

const WEB = deployment('web');
const API = deployment('api');
const TWO = `${WEB}---\n${API}`;
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  selector: { app: db }
`;
/** One rule of each severity, and no others, so that rules that come later change nothing here. */
const ONLY = `rules:
  overlapping-controllers: error
  service-selects-nothing: warning
`;

/** The findings of a run with -o json, in short. */
function found(stdout: string): string[] {
  const { findings } = JSON.parse(stdout);
  return findings.map(
    (finding: Record<string, unknown> & { region: { start: { line: number } } }) =>
      `${finding.source}:${finding.region.start.line} ${finding.rule}${finding.fails === true ? ' fails' : ''}`,
  );
}

describe('labelwise lint', () => {
  const cwd = folderWith({
    'clean/web.yaml': WEB,
    'clean/values.yaml': 'replicas: 3\n',
    'k8s/web.yaml': WEB,
    'k8s/api.yaml': API,
    'broken.yaml': 'kind: [\n',
    'labelwise.yaml': ONLY,
    'chart.yaml': 'apiVersion: v2\nname: shop\n',
    'only-values/values.yaml': 'replicas: 3\n',
  });

  test('shows findings with their lines, and fails', () => {
    const { status, stdout, stderr } = labelwise(['lint', 'k8s'], { cwd });
    expect(stdout).toMatch(/^k8s\/web\.yaml:5:3: error: .* \[overlapping-controllers\]$/m);
    expect(stdout).toContain('  5 |   selector: { matchLabels: { app: shop } }\n        ^^^^^^^^\n');
    expect(stdout).toContain('k8s/api.yaml:5:3');
    expect(stdout).toMatch(/\n\n1 error in 2 objects of 2 files\n$/);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  test('is quiet about what is clean, and passes over what is none of ours', () => {
    const { status, stdout, stderr } = labelwise(['lint', 'clean'], { cwd });
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout:
        'no mistakes found in 1 object of 1 file; 1 other file without Kubernetes objects passed over\n',
      stderr: '',
    });
  });

  test.each([
    ['named itself', ['clean', 'chart.yaml']],
    ['all there is', ['only-values']],
  ])('what is none of ours is reported where it is %s', (_, paths) => {
    const { status, stderr } = labelwise(['lint', ...paths], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('this is not a Kubernetes object');
  });

  test('what cannot be read is reported, and makes trouble of findings', () => {
    const { status, stdout, stderr } = labelwise(['lint', 'k8s', 'broken.yaml', 'none.yaml'], { cwd });
    expect(status).toBe(2);
    expect(stdout).toContain('1 error in 2 objects of 2 files\n');
    expect(stderr).toContain('broken.yaml:2:1: error:');
    expect(stderr).toContain('none.yaml: error: no such file or folder');
    expect(stderr).toContain('2 errors: what they concern was not checked');
    const { stdout: lines } = labelwise(['lint', '-o', 'github', 'none.yaml'], { cwd });
    expect(lines).toBe('::error file=none.yaml,title=labelwise::no such file or folder\n');
  });

  test('reads standard input, lists and JSON alike', () => {
    const item = (name: string): object => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: {
        selector: { matchLabels: { app: 'a' } },
        template: { metadata: { labels: { app: 'a' } } },
      },
    });
    const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [item('x'), item('y')] }, null, 2);
    const { status, stdout } = labelwise(['lint', '-o', 'json'], { cwd, input });
    expect(status).toBe(1);
    expect(found(stdout)).toEqual(['<stdin>:33 overlapping-controllers fails']);
    expect(labelwise(['lint', '-', '-o', 'json'], { cwd, input: TWO }).status).toBe(1);
  });

  test('reads a file once, however it is named', () => {
    const paths = ['k8s', 'k8s/web.yaml', './k8s/api.yaml', join(cwd, 'k8s')];
    const { stdout } = labelwise(['lint', '-o', 'json', ...paths], { cwd });
    expect(JSON.parse(stdout).summary).toMatchObject({ objects: 2, sources: 2, errors: 1 });
  });

  test('says so where there was nothing to check', () => {
    const { status, stderr } = labelwise(['lint'], { cwd, input: 'kind: List\nitems: []\n' });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'nothing was checked: no Kubernetes objects were found\n',
    });
  });

  test('is coloured where that is asked for', () => {
    const { stdout } = labelwise(['lint', 'k8s'], { cwd, environment: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[31merror:\u001b[39m');
  });

  test.each([
    [['--fix'], 'standard input cannot be mended'],
    [['--fix', '-'], 'standard input cannot be mended'],
    [['--dry-run', 'k8s'], 'add --fix'],
    [['--fix', '--dry-run', '-o', 'json', 'k8s'], 'leave -o json out'],
    [['--fix', '--write-baseline', 'x', 'k8s'], 'two steps'],
    [['--strict', '--fail-on', 'error', 'k8s'], 'leave one of them out'],
    [['--baseline', 'none.json', 'k8s'], 'no such file or folder; --write-baseline none.json makes one'],
    [['--baseline', 'labelwise.yaml', 'k8s'], 'is no baseline'],
    [['--config', 'none.yaml', 'k8s'], 'none.yaml: error: no such file or folder'],
    [['--explain', 'overlaping-controllers'], '"overlapping-controllers" is meant'],
    [['-n', 'shop,web', 'k8s'], '"shop,web" is not the name of one namespace'],
    [['-o', 'xml', 'k8s'], 'Allowed choices are text, json, sarif, github, junit, markdown'],
  ])('%j is wrong usage', (args, message) => {
    const { status, stdout, stderr } = labelwise(['lint', ...args], { cwd, input: WEB });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('which findings count', () => {
  const cwd = folderWith({
    'warning.yaml': `${WEB}---\n${SERVICE}`,
    'possible.yaml': SERVICE,
    'labelwise.yaml': ONLY,
    'strict.yaml': 'failOn: error\nrules: { service-selects-nothing: advice }\n',
    'error.yaml': 'rules: { service-selects-nothing: error }\n',
  });

  test.each([
    [[], 1],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'error'], 0],
    [['--config', 'strict.yaml'], 0],
    [['--config', 'strict.yaml', '--fail-on', 'advice'], 1],
    [['--config', 'strict.yaml', '--strict'], 1],
    [['--config', 'error.yaml', '--fail-on', 'error'], 1],
  ] as const)('%j: %i', (args, expected) => {
    const { status, stdout } = labelwise(['lint', 'warning.yaml', ...args], { cwd });
    expect(stdout).toContain('[service-selects-nothing]');
    expect(status).toBe(expected);
  });

  test('what is not certain is counted, and shown with --all', () => {
    const { status, stdout } = labelwise(['lint', 'possible.yaml'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toBe(
      'no mistakes found in 1 object of 1 file; not shown: 1 possible (--all shows them)\n',
    );
    const all = labelwise(['lint', '--all', 'possible.yaml'], { cwd });
    expect(all.status).toBe(0);
    expect(all.stdout).toMatch(/^possible\.yaml:5:3: warning, possible: /);
    expect(all.stdout).toContain('\n  possible: ');
    expect(labelwise(['lint', '--strict', 'possible.yaml'], { cwd }).status).toBe(0);
  });

  test('objects without a namespace are where they are applied', () => {
    const input = `${WEB}---\n${API.replace(', namespace: shop', '')}`;
    const statusOf = (...args: string[]): number | null =>
      labelwise(['lint', ...args], { cwd, input }).status;
    expect(statusOf()).toBe(0);
    expect(statusOf('-n', 'shop')).toBe(1);
    writeFileSync(join(cwd, 'shop.yaml'), `${ONLY}namespace: shop\n`);
    expect(statusOf('--config', 'shop.yaml')).toBe(1);
    expect(statusOf('--config', 'shop.yaml', '-n', 'other')).toBe(0);
  });
});

describe('ignoring', () => {
  const known = '  # labelwise-ignore overlapping-controllers: one goes\n  selector:';
  const cwd = folderWith({
    'comment.yaml': `${WEB}---\n${API.replace('  selector:', known)}`,
    'last.yaml': `${WEB}---\n${deployment('api', ' # labelwise-ignore overlapping-controllers: one goes')}`,
    'annotation.yaml': `${WEB}---\n${API.replace('shop }\n', 'shop, annotations: { labelwise.dev/ignore: "overlapping-controllers: one goes" } }\n')}`,
    'reasonless.yaml': `${WEB}---\n${deployment('api', ' # labelwise-ignore overlapping-controllers')}`,
    'unused.yaml': `# labelwise-ignore overlapping-controllers: there were two\n---\n${WEB}`,
    'configured/labelwise.yaml': `ignore:\n- rule: overlapping-controllers\n  object: shop/deployment/api\n  reason: one goes\n`,
    'configured/two.yaml': TWO,
    'labelwise.yaml': ONLY,
  });

  test.each(['comment', 'last', 'annotation'])('%s', (name) => {
    const { status, stdout } = labelwise(['lint', `${name}.yaml`], { cwd });
    expect(stdout).toBe(
      'no mistakes found in 2 objects of 1 file; not shown: 1 ignored (--all shows them)\n',
    );
    expect(status).toBe(0);
    const all = labelwise(['lint', '--all', `${name}.yaml`], { cwd });
    expect(all.stdout).toContain('error, ignored:');
    expect(all.stdout).toContain('  ignored: one goes');
    const json = JSON.parse(labelwise(['lint', '-o', 'json', `${name}.yaml`], { cwd }).stdout);
    expect(json.findings[0]).toMatchObject({ fails: false, ignored: { reason: 'one goes' } });
    const sarif = JSON.parse(labelwise(['lint', '-o', 'sarif', `${name}.yaml`], { cwd }).stdout);
    expect(sarif.runs[0].results[0].suppressions).toMatchObject([{ kind: 'inSource' }]);
  });

  test('in the configuration', () => {
    const { status, stdout } = labelwise(['lint', '.'], { cwd: join(cwd, 'configured') });
    expect(stdout).toBe(
      'no mistakes found in 2 objects of 1 file; not shown: 1 ignored (--all shows them)\n',
    );
    expect(status).toBe(0);
  });

  test('needs a reason', () => {
    const { status, stdout } = labelwise(['lint', '-o', 'json', 'reasonless.yaml'], { cwd });
    expect(found(stdout)).toEqual([
      'reasonless.yaml:14 overlapping-controllers fails',
      'reasonless.yaml:14 ignore-without-reason fails',
    ]);
    expect(status).toBe(1);
  });

  test('is told where it ignores nothing', () => {
    const { status, stdout } = labelwise(['lint', 'unused.yaml'], { cwd });
    expect(stdout).toContain('unused.yaml:1:1: advice: this ignores nothing');
    expect(status).toBe(0);
    expect(labelwise(['lint', '--strict', 'unused.yaml'], { cwd }).status).toBe(1);
  });
});

describe('the configuration', () => {
  const cwd = folderWith({
    'labelwise.yaml': 'rules: { overlapping-controllers: off }\nexclude: [k8s/not]\n',
    'k8s/two.yaml': TWO,
    'k8s/not/three.yaml': deployment('three').replace('shop }', 'shop'),
    'wrong.yaml': 'rules:\n  overlapping-controlers: off\nnamespaces: shop\n',
  });
  mkdirSync(join(cwd, '.git'));

  test('is found further up, and is no manifest', () => {
    expect(labelwise(['lint', '.'], { cwd: join(cwd, 'k8s') }).status).toBe(0);
    const { status, stdout } = labelwise(['lint', 'k8s', 'labelwise.yaml'], { cwd });
    expect(stdout).toBe('no mistakes found in 2 objects of 1 file\n');
    expect(status).toBe(0);
  });

  test('is left out with --no-config', () => {
    const { status } = labelwise(['lint', '--no-config', 'k8s/two.yaml'], { cwd });
    expect(status).toBe(1);
  });

  test('does not keep from reading what is named', () => {
    expect(labelwise(['lint', 'k8s/not/three.yaml'], { cwd }).status).toBe(2);
  });

  test('may describe kinds, for the linter and for the graph', () => {
    const here = folderWith({
      'labelwise.yaml': `kinds:
  - group: example.com
    kind: Gate
    pods: none
    selectors: [{ path: spec.pods, form: map, does: applies-policy }]
`,
      'k8s/gate.yaml': `apiVersion: example.com/v1
kind: Gate
metadata: { name: gate }
spec: { pods: { app: wbe } }
`,
      'k8s/pod.yaml': `apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec: { containers: [{ name: web, image: web }] }
`,
    });
    const { stdout } = labelwise(['lint', 'k8s'], { cwd: here });
    expect(stdout).toContain('k8s/gate.yaml:4:17: warning: Gate gate selects no pods');
    expect(labelwise(['graph', 'k8s'], { cwd: here }).stdout).toContain('Gate');
    expect(labelwise(['graph', '--no-config', 'k8s'], { cwd: here }).stdout).not.toContain('Gate');
  });

  test('with any mistake is not used, and nothing is', () => {
    const { status, stdout, stderr } = labelwise(['lint', '--config', 'wrong.yaml', 'k8s'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(
      'wrong.yaml:2:3: error: there is no rule "overlapping-controlers"\n  2 |   overlapping-controlers: off\n        ^\n  fix: "overlapping-controllers" is meant',
    );
    expect(stderr).toContain('wrong.yaml:3:1: error: "namespaces" is nothing that can be configured');
    expect(stderr).toContain('nothing was read: the configuration has to be right first');
  });

  test('shows in the list of rules', () => {
    const { status, stdout } = labelwise(['lint', '--rules'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^ {2}overlapping-controllers +error +off +Two controllers select the same pods$/m,
    );
    expect(stdout).toMatch(/^ {2}unused-ignore +advice +on /m);
    const rules = JSON.parse(labelwise(['lint', '--rules', '-o', 'json', '--no-config'], { cwd }).stdout);
    expect(rules).toContainEqual(expect.objectContaining({ id: 'overlapping-controllers', isOn: true }));
  });
});

describe('rules', () => {
  test('are explained with examples', () => {
    const { status, stdout } = labelwise(['lint', '--explain', 'overlapping-controllers', '--no-config']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^overlapping-controllers \(error\)\nTwo controllers select the same pods\n/);
    expect(stdout).toMatch(/\nFound in:\n\n {4}apiVersion: apps\/v1\n/);
    expect(stdout).toMatch(/\nNot in:\n\n {4}apiVersion: apps\/v1\n/);
  });

  test('about ignoring find their own bad examples', () => {
    for (const id of ['ignore-without-reason', 'unused-ignore']) {
      const { stdout } = labelwise(['lint', '--explain', id, '--no-config']);
      const [, bad = '', good = ''] =
        /\nFound in:\n\n(.*)\nNot in:\n\n(.*)$/s.exec(stdout)?.map((text) => text.replace(/^ {4}/gm, '')) ??
        [];
      expect(labelwise(['lint', '--no-config'], { input: bad }).stdout).toContain(`[${id}]`);
      expect(labelwise(['lint', '--no-config'], { input: good }).stdout).not.toContain(`[${id}]`);
    }
  });
});

describe('a baseline', () => {
  const cwd = folderWith({ 'k8s/two.yaml': TWO, 'labelwise.yaml': ONLY });
  const run = (...args: string[]) => labelwise(['lint', 'k8s', ...args], { cwd });

  test('takes what there is, and lets nothing new through', () => {
    const written = run('--write-baseline', 'k8s/known.json');
    expect(written).toEqual({
      status: 0,
      stdout: 'no mistakes found in 2 objects of 1 file; not shown: 1 in the baseline (--all shows them)\n',
      stderr: '1 finding written to k8s/known.json\n',
    });
    const { findings } = JSON.parse(readFileSync(join(cwd, 'k8s/known.json'), 'utf8'));
    expect(findings).toMatchObject([{ rule: 'overlapping-controllers', object: 'Deployment shop/api' }]);

    // Neither a move nor a line more makes it news, and the file of known ones is no manifest.
    writeFileSync(join(cwd, 'k8s/two.yaml'), `\n# a line more\n${TWO}`);
    expect(run('--baseline', 'k8s/known.json').status).toBe(0);

    writeFileSync(join(cwd, 'k8s/service.yaml'), SERVICE);
    const { status, stdout } = run('--baseline', 'k8s/known.json', '-o', 'json');
    expect(status).toBe(1);
    expect(found(stdout)).toEqual([
      'k8s/service.yaml:5 service-selects-nothing fails',
      'k8s/two.yaml:16 overlapping-controllers',
    ]);
  });

  test('tells what is stale', () => {
    writeFileSync(join(cwd, 'k8s/two.yaml'), WEB);
    writeFileSync(join(cwd, 'k8s/service.yaml'), '');
    const { status, stderr } = run('--baseline', 'k8s/known.json');
    expect(status).toBe(0);
    expect(stderr).toMatch(/^stale: 1 entry of k8s\/known\.json not found; --write-baseline/);
    expect(stderr).toContain('[overlapping-controllers]');
  });

  test('is not written where not everything was read', () => {
    writeFileSync(join(cwd, 'k8s/broken.yaml'), 'kind: [\n');
    const { status, stderr } = run('--write-baseline', 'other.json');
    expect(status).toBe(2);
    expect(stderr).toContain('other.json is not written, since not everything could be read');
    expect(existsSync(join(cwd, 'other.json'))).toBe(false);
  });
});

describe('--fix', () => {
  const TEXT = `# what it is
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }   # as it is
spec:
  selector:
    matchLabels:
      app:   web
      release: 1.10   # of the chart
      enabled: yes
  template:
    metadata:
      labels: { app: web, release: "1.10", enabled: "yes" }
    spec: { containers: [{ name: web, image: web }] }
`;
  const FIXED = TEXT.replace('release: 1.10 ', 'release: "1.10" ').replace(
    'enabled: yes\n',
    'enabled: "yes"\n',
  );

  test('shows what it would do', () => {
    const cwd = folderWith({ 'k8s/web.yaml': TEXT });
    const { status, stdout, stderr } = labelwise(['lint', '--fix', '--dry-run', 'k8s'], { cwd });
    expect(stdout).toBe(
      `--- a/k8s/web.yaml
+++ b/k8s/web.yaml
@@ -6,8 +6,8 @@
   selector:
     matchLabels:
       app:   web
-      release: 1.10   # of the chart
-      enabled: yes
+      release: "1.10"   # of the chart
+      enabled: "yes"
   template:
     metadata:
       labels: { app: web, release: "1.10", enabled: "yes" }
`,
    );
    expect({ status, stderr }).toEqual({ status: 1, stderr: '2 fixes in 1 file; nothing was written\n' });
    expect(readFileSync(join(cwd, 'k8s/web.yaml'), 'utf8')).toBe(TEXT);
  });

  test.each([
    ['as it is', (text: string) => text],
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['after another document', (text: string) => `${SERVICE}---\n${text}`],
  ])('mends a file %s, and keeps the rest of it', (_, written) => {
    const cwd = folderWith({ 'web.yaml': written(TEXT) });
    const { stdout } = labelwise(['lint', '--fix', '-o', 'json', 'web.yaml'], { cwd });
    expect(JSON.parse(stdout).summary).toMatchObject({ fixed: 2 });
    expect(found(stdout).filter((one) => one.includes('invalid-selector'))).toEqual([]);
    expect(readFileSync(join(cwd, 'web.yaml'), 'utf8')).toBe(written(FIXED));
    const again = labelwise(['lint', '--fix', '--dry-run', 'web.yaml'], { cwd });
    expect([again.stdout, again.stderr]).toEqual(['', 'there is nothing that --fix would mend by itself\n']);
  });

  test('mends what is not ignored', () => {
    const text = TEXT.replace('# of the chart', '# labelwise-ignore invalid-selector: templated elsewhere');
    const cwd = folderWith({ 'web.yaml': text });
    labelwise(['lint', '--fix', 'web.yaml'], { cwd });
    expect(readFileSync(join(cwd, 'web.yaml'), 'utf8')).toBe(
      text.replace('enabled: yes\n', 'enabled: "yes"\n'),
    );
  });
});

describe('--against', () => {
  test('finds what a change does', () => {
    const cwd = folderWith({ 'old.yaml': WEB, 'new.yaml': WEB.replaceAll('app: shop', 'app: web') });
    const { status, stdout } = labelwise(['lint', '--against', 'old.yaml', 'new.yaml'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('[immutable-selector-changed]');
    expect(stdout).toContain('old.yaml:5');
    expect(labelwise(['lint', 'new.yaml'], { cwd }).status).toBe(0);
  });

  describe('beside a Service that selects nothing any more', () => {
    const pods = WEB.replaceAll('app: shop', 'app: web');
    const serving = (app: string, comment = '') => `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  # ${comment}
  selector: { app: ${app} }
  ports: [{ port: 80 }]
---
${pods}`;
    const GRAVE = 'rules: { service-selects-nothing: error }\n';
    const against = (cwd: string, ...more: readonly string[]) => {
      const { status, stdout, stderr } = labelwise(
        ['lint', '--against', 'old.yaml', 'new.yaml', '-o', 'json', ...more],
        { cwd },
      );
      const { findings, stale } = JSON.parse(stdout);
      const rules = findings.map(
        ({ rule, ignored, known }: { rule: string; ignored?: unknown; known?: true }) =>
          `${rule}${ignored ? ' ignored' : ''}${known ? ' known' : ''}`,
      );
      return { status, rules, stale, stderr };
    };

    test('tells it once', () => {
      const cwd = folderWith({ 'old.yaml': serving('web'), 'new.yaml': serving('wbe') });
      expect(against(cwd)).toMatchObject({ status: 1, rules: ['service-lost-workload'] });
      expect(
        against(
          folderWith({ 'old.yaml': serving('web'), 'new.yaml': serving('wbe'), 'labelwise.yaml': GRAVE }),
        ),
      ).toMatchObject({
        status: 1,
        rules: ['service-selects-nothing'],
      });
    });

    test.each([['service-selects-nothing'], ['service-lost-workload']])(
      'what is ignored hides nothing, and is no ignore without use: %s',
      (rule) => {
        const other = ['service-selects-nothing', 'service-lost-workload'].filter((one) => one !== rule);
        for (const rules of ['', GRAVE]) {
          const cwd = folderWith({
            'old.yaml': serving('web'),
            'new.yaml': serving('wbe', `labelwise-ignore ${rule}: it is meant`),
            'labelwise.yaml': rules,
          });
          const found = against(cwd);
          expect(found.status).toBe(1);
          expect(found.rules.toSorted()).toEqual([`${rule} ignored`, ...other].toSorted());
        }
      },
    );

    test('a baseline has both, and each of them alone hides nothing', () => {
      const cwd = folderWith({
        'old.yaml': serving('web'),
        'new.yaml': serving('wbe'),
        'labelwise.yaml': GRAVE,
      });
      labelwise(['lint', 'new.yaml', '--write-baseline', 'idle.json'], { cwd });
      expect(against(cwd, '--baseline', 'idle.json')).toMatchObject({
        status: 1,
        rules: expect.arrayContaining(['service-selects-nothing known', 'service-lost-workload']),
        stale: [],
      });
      const written = against(cwd, '--write-baseline', 'both.json');
      expect(written.status).toBe(0);
      expect(written.rules).toHaveLength(2);
      expect(against(cwd, '--baseline', 'both.json')).toMatchObject({
        status: 0,
        rules: expect.arrayContaining(['service-selects-nothing known', 'service-lost-workload known']),
        stale: [],
      });
    });
  });
});
