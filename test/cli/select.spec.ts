import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { folderWith, labelwise } from './built-command.ts';

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels: {app: web, tier: frontend}
---
apiVersion: v1
kind: Pod
metadata:
  name: web-1
  namespace: shop
  labels:
    tier: frontend
    app: web
---
apiVersion: v1
kind: Pod
metadata:
  name: bare
`;
const LIST = JSON.stringify(
  {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'db-0', namespace: 'data', labels: { app: 'db' } },
        x: 1.5,
      },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'data', labels: { app: 'none' } } },
    ],
  },
  null,
  2,
);
const LINES = ['a', 'b']
  .map((name) =>
    JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name, labels: { app: 'lines' } } }),
  )
  .join('\n');
const TYPED =
  '{"kind":"PodList","apiVersion":"v1","items":[{"metadata":{"name":"t","labels":{"app":"typed"}}}]}';

const cwd = folderWith({
  'k8s/web.yaml': WEB,
  'k8s/deep/er/list.json': LIST,
  'k8s/deep/lines.ndjson': LINES,
  'k8s/typed.json': TYPED,
  'k8s/notes.txt': 'not: a manifest',
  'k8s/node_modules/x/y.yaml': 'broken: [',
  'k8s/.git/z.yaml': 'broken: [',
});
const run = (...args: string[]): ReturnType<typeof labelwise> => labelwise(['select', ...args], { cwd });

describe('labelwise select', () => {
  test('writes a table like kubectl get --show-labels', () => {
    const { status, stdout, stderr } = run('', 'k8s');
    expect(stdout).toBe(
      [
        'NAMESPACE   KIND         NAME    LABELS',
        'data        Pod          db-0    app=db',
        '<none>      Namespace    data    app=none',
        '<none>      Pod          a       app=lines',
        '<none>      Pod          b       app=lines',
        '<none>      Pod          t       app=typed',
        'shop        Deployment   web     app=web,tier=frontend',
        'shop        Pod          web-1   app=web,tier=frontend',
        '<none>      Pod          bare    <none>',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  const names = (...args: string[]): string[] =>
    run(...args, '-o', 'name')
      .stdout.split('\n')
      .slice(0, -1);

  test.each([
    ['a selector', ['app=web', 'k8s'], ['deployment.apps/web', 'pod/web-1']],
    [
      'several files in their order',
      ['app', 'k8s/web.yaml', 'k8s/typed.json'],
      ['deployment.apps/web', 'pod/web-1', 'pod/t'],
    ],
    ['repeated -l, ANDed', ['-l', 'app', '-l', 'tier', 'k8s'], ['deployment.apps/web', 'pod/web-1']],
    ['-l, every argument a file', ['-l', 'app=typed', 'k8s/web.yaml', 'k8s/typed.json'], ['pod/t']],
    ['a kind', ['app', 'k8s', '--kind', 'pods', '-n', 'shop'], ['pod/web-1']],
    ['kinds', ['app', 'k8s', '-k', 'ns,deploy', '-k', 'x'], ['namespace/data', 'deployment.apps/web']],
    ['namespaces', ['app', 'k8s', '-n', 'data,shop'], ['pod/db-0', 'deployment.apps/web', 'pod/web-1']],
    ['the default namespace', ['', 'k8s', '-n', 'default'], ['pod/a', 'pod/b', 'pod/t', 'pod/bare']],
  ])('takes %s', (_, args, expected) => {
    expect(names(...args)).toEqual(expected);
  });

  test('reads standard input when named, and when nothing else is', () => {
    for (const [content, expected] of [
      [WEB, 2],
      [LIST, 2],
      [LINES, 2],
      [TYPED, 1],
    ] as const) {
      expect(labelwise(['select', 'app', '-o', 'count'], { input: content }).stdout).toBe(`${expected}\n`);
      expect(labelwise(['select', 'app', '-', '-o', 'count'], { input: content }).stdout).toBe(
        `${expected}\n`,
      );
    }
  });

  test('-o json is a List, -o yaml documents, -o ndjson lines; all hold the whole objects', () => {
    const objects = JSON.parse(run('app', 'k8s', '-o', 'json').stdout);
    expect(objects.kind).toBe('List');
    expect(objects.items).toHaveLength(7);
    expect(objects.items[0]).toEqual(JSON.parse(LIST).items[0]);
    expect(objects.items[4]).toMatchObject({ kind: 'Pod', apiVersion: 'v1', metadata: { name: 't' } });
    const documents = parseAllDocuments(run('app', 'k8s', '-o', 'yaml').stdout);
    expect(documents.map((document) => 'toJS' in document && document.toJS())).toEqual(objects.items);
    const lines = run('app', 'k8s', '-o', 'ndjson').stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(objects.items);
  });

  test('numbers keep their digits from JSON to JSON', () => {
    const input = '{"kind":"Pod","big":12345678901234567890,"one":1.0}';
    expect(labelwise(['select', '', '-o', 'ndjson'], { input }).stdout).toBe(`${input}\n`);
    expect(labelwise(['select', '', '-o', 'json'], { input }).stdout).toContain(
      '"big": 12345678901234567890',
    );
  });

  test('YAML that Kubernetes would read otherwise is quoted', () => {
    const input = 'kind: Pod\nmetadata: {name: a}\nx: ["yes", "0644", "1.0", "null", "on", plain]\n';
    const { stdout } = labelwise(['select', '', '-o', 'yaml'], { input });
    for (const text of ['"yes"', '"0644"', '"1.0"', '"null"', '"on"', ' plain'])
      expect(stdout).toContain(text);
  });

  test('-o wide says where each object stands, --no-headers leaves the header out', () => {
    const { stdout } = run('tier', 'k8s', '-o', 'wide', '--no-headers');
    expect(stdout.split('\n').map((line) => line.split(/ {3,}/)[3])).toEqual([
      join('k8s', 'web.yaml:1'),
      join('k8s', 'web.yaml:8'),
      undefined,
    ]);
  });

  test('nothing selected: exit 1, nothing on standard output, and the nearest miss', () => {
    const { status, stdout, stderr } = run('app=web,tier=frontent', 'k8s');
    expect(stdout).toBe('');
    expect(stderr).toContain('None of 8 objects matches app=web,tier=frontent');
    expect(stderr).toContain(`The nearest is Deployment shop/web (${join('k8s', 'web.yaml:1')})`);
    expect(stderr).toMatch(/no {3}tier=frontent +tier is "frontend"/);
    expect(status).toBe(1);
  });

  test('nothing selected, in the forms for programs', () => {
    expect(run('no', 'k8s', '-o', 'count')).toEqual({ status: 1, stdout: '0\n', stderr: '' });
    expect(JSON.parse(run('no', 'k8s', '-o', 'json').stdout)).toMatchObject({ kind: 'List', items: [] });
    expect(run('no', 'k8s', '-o', 'yaml').stdout).toBe('');
    expect(run('no', 'k8s').stderr).toContain('no object has a label "no"');
    expect(run('', 'k8s', '--kind', 'podd').stderr).toContain('kinds: Deployment, Namespace, Pod');
  });

  test('a link that leads back is followed once', () => {
    const folder = folderWith({ 'a/pod.yaml': WEB });
    mkdirSync(join(folder, 'a/b'));
    symlinkSync(folder, join(folder, 'a/b/back'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'a/dangling.yaml'));
    const { status, stdout, stderr } = labelwise(['select', 'app', '.', '-o', 'count'], { cwd: folder });
    expect(stdout).toBe('2\n');
    expect(stderr).toContain(`${join('a', 'dangling.yaml')}: error: no such file or folder`);
    expect(status).toBe(2);
  });
});

describe('input that cannot be read: exit 2, and the rest is read', () => {
  const broken = folderWith({
    'a.yaml': `${WEB}---\nkind: Pod\nmetadata:\n  name: x\n   bad: y\n---\nkind: Pod\nmetadata: {name: last, labels: {app: web}}\n`,
    'labels.yaml': 'kind: Pod\nmetadata:\n  name: x\n  labels:\n    app: web\n    version: 1.0\n',
    'twice.yaml': 'kind: Pod\nmetadata:\n  name: x\n  labels: {app: a, app: b}\n',
    'list.json':
      '{"kind": "List", "items": [\n  {"kind": "Pod", "metadata": {"name": "ok", "labels": {"app": "web"}}},\n  {"kind": "Pod",}\n]}',
    'lines.ndjson': '{"kind":"Pod","metadata":{"name":"ok","labels":{"app":"web"}}}\n{"kind"\n[]\n',
    'other.json': '{\n  "name": "package"\n}',
    'latin1.yaml': Buffer.from('kind: Pod\nmetadata: {name: "caf\xe9"}\n', 'latin1'),
    'packed.yaml.gz': Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]),
    'empty/readme.md': '',
  });

  test.each([
    ['a.yaml', 'a.yaml:24:9: error: ', '3'],
    [
      'labels.yaml',
      'labels.yaml:6:14: error: the label "version" is the number 1.0; the value of a label is a string\n  6 |     version: 1.0\n                   ^\n  fix: quote it: "1.0"\n',
      '0',
    ],
    [
      'twice.yaml',
      'twice.yaml:4:20: error: the key "app" stands twice in one mapping (first on line 4)',
      '0',
    ],
    ['list.json', 'list.json:3:18: error: expected a name in double quotes, found "}"', '1'],
    ['lines.ndjson', 'lines.ndjson:2:8: error: the text ends where ":" is expected', '1'],
    ['other.json', 'other.json:1:1: error: this is not a Kubernetes object: it has no kind', '0'],
    ['latin1.yaml', 'latin1.yaml:2:22: error: the byte 0xe9 is not valid UTF-8 here', '0'],
    ['packed.yaml.gz', 'packed.yaml.gz: error: this is gzip, not text', '0'],
    ['empty', 'empty: error: this folder holds no manifests', '0'],
    ['missing.yaml', 'missing.yaml: error: no such file or folder\n', '0'],
  ])('%s', (path, words, count) => {
    const { status, stdout, stderr } = labelwise(['select', 'app=web', path, '-o', 'count'], { cwd: broken });
    expect(stderr).toContain(words);
    expect(stdout).toBe(`${count}\n`);
    expect(status).toBe(2);
  });

  test('all of it together', () => {
    const { status, stdout, stderr } = labelwise(['select', 'app=web', '.', '-o', 'count'], { cwd: broken });
    expect(stdout).toBe('5\n');
    expect(stderr).toMatch(/^7 errors: what they concern is missing from the result$/m);
    expect(status).toBe(2);
  });

  test('errors without end are counted, not shown one and all', () => {
    const { stderr } = labelwise(['select', 'app', '-'], {
      input: `{"kind":"Pod"}\n${'{"kind":\n'.repeat(500)}`,
    });
    expect(stderr.match(/error:/g)).toHaveLength(50);
    expect(stderr).toContain('<stdin>: 450 more errors like these');
    expect(stderr).toContain('500 errors: what they concern');
  });

  test('byte order marks and UTF-16', () => {
    expect(labelwise(['select', 'app', '-o', 'count'], { input: `\ufeff${LIST}` }).stdout).toBe('2\n');
    expect(labelwise(['select', 'app', '-o', 'count'], { input: `\ufeff${WEB}` }).stdout).toBe('2\n');
    const utf16 = labelwise(['select', 'app'], { input: Buffer.from(`\ufeff${WEB}`, 'utf16le') });
    expect(utf16.stderr).toContain('<stdin>: error: this is UTF-16');
    expect(utf16.status).toBe(2);
  });
});
