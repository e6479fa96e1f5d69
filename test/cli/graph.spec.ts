import { describe, expect, test } from 'vitest';
import { readDot, readMermaid } from '../unit/cli/graph-languages.ts';
import { xmlElements } from '../unit/xml.ts';
import { folderWith, labelwise } from './built-command.ts';

const SHOP = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}, spec: {containers: []}}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}}
---
apiVersion: v1
kind: Service
metadata: {name: wep, namespace: shop}
spec: {selector: {app: wep}}
`;
const BLOG = SHOP.replaceAll('shop', 'blog');
const manyPods = (count: number): string =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: `p${index}` }, spec: {} }),
  ).join('\n');

const cwd = folderWith({
  'shop.yaml': SHOP,
  'blog.yaml': BLOG,
  'map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  'broken.yaml': `${SHOP}---\n- [\n`,
  'wrong.yaml': `${SHOP}---\napiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {selector: {app: 1}}\n`,
  'many.ndjson': manyPods(301),
});
const run = (...args: string[]): ReturnType<typeof labelwise> => labelwise(['graph', ...args], { cwd });

describe('labelwise graph', () => {
  test('writes mermaid, unless told otherwise', () => {
    const { status, stdout, stderr } = run('shop.yaml');
    expect(stdout).toBe(
      [
        'flowchart LR',
        '  subgraph s0["shop"]',
        '    direction LR',
        '    n0["Deployment<br/>web"]',
        '    n1["Service<br/>web"]',
        '    n2["Service<br/>wep"]',
        '    x0(["nothing that was read"]):::idle',
        '  end',
        '  n1 -->|"routes traffic to<br/>app=web"| n0',
        '  n2 -.-x|"routes traffic to<br/>app=wep"| x0',
        '  classDef idle stroke-dasharray: 4 3',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('writes every form', () => {
    const both = ['shop.yaml', 'blog.yaml'];
    expect(readMermaid(run(...both).stdout).edges).toHaveLength(4);
    expect(readDot(run(...both, '-o', 'dot').stdout).edges).toHaveLength(4);
    const { nodes, edges } = JSON.parse(run(...both, '-o', 'json').stdout);
    expect([nodes.length, edges.length]).toEqual([6, 2]);
    const svg = xmlElements(run(...both, '-o', 'svg').stdout);
    expect(svg.filter(({ attributes }) => /^box/.test(attributes.class ?? ''))).toHaveLength(6);
  });

  test('reads standard input', () => {
    const { status, stdout } = labelwise(['graph', '-o', 'json'], { input: SHOP });
    expect(JSON.parse(stdout).edges).toMatchObject([{ from: 'shop/Service/web', to: 'shop/Deployment/web' }]);
    expect(status).toBe(0);
  });

  test('of namespaces, and of one object', () => {
    const inBlog = JSON.parse(run('shop.yaml', 'blog.yaml', '-n', 'blog', '-o', 'json').stdout);
    expect(inBlog.nodes.map(({ id }: { id: string }) => id)).toEqual([
      'blog/Deployment/web',
      'blog/Service/web',
      'blog/Service/wep',
    ]);
    const ofWeb = JSON.parse(run('shop.yaml', '--of', 'deploy/web', '-o', 'json').stdout);
    expect(ofWeb.nodes.map(({ id }: { id: string }) => id)).toEqual([
      'shop/Deployment/web',
      'shop/Service/web',
    ]);
    const svg = run('shop.yaml', '--of', 'deploy/web', '-o', 'svg').stdout;
    expect(xmlElements(svg)[1]?.text).toBe('Who selects deploy/web, and whom it selects');
  });
});

describe('what labelwise graph cannot show', () => {
  test('nothing there: exit 1', () => {
    const none = run('map.yaml');
    expect(none).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'No object has a selector, or is selected.\n',
    });
    expect(JSON.parse(run('map.yaml', '-o', 'json').stdout)).toEqual({ nodes: [], edges: [] });
    expect(run('shop.yaml', '-n', 'nowhere').stderr).toContain(
      'None of the 3 objects is in namespace nowhere.',
    );
    const alone = run('shop.yaml', 'map.yaml', '--of', 'cm/a');
    expect(alone).toMatchObject({ status: 1, stderr: 'Nothing selects cm/a, and it selects nothing.\n' });
  });

  test('what cannot be read: the rest is shown, exit 2', () => {
    const broken = run('broken.yaml');
    expect(broken.status).toBe(2);
    expect(broken.stdout).toContain('routes traffic to<br/>app=web');
    const wrong = run('wrong.yaml');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('wrong.yaml:21:24: error: spec.selector.app');
    expect(wrong.stdout).toContain('routes traffic to<br/>app=web');
  });

  test('no such object, or an unknown form: exit 2', () => {
    expect(run('shop.yaml', '--of', 'deployment/wep').stderr).toContain(
      'there is no object "deployment/wep"',
    );
    expect(run('shop.yaml', '--of', 'web').stderr).toContain('several objects are called "web"; choose one');
    expect(run('shop.yaml', '-o', 'png').stderr).toContain('mermaid, dot, json, svg');
    expect(run('none.yaml').status).toBe(2);
  });

  test('more than fits on a sheet: says what to do', () => {
    const drawing = run('many.ndjson', '-o', 'svg');
    expect(drawing).toMatchObject({ status: 2, stdout: '' });
    expect(drawing.stderr).toContain(
      'a drawing of 301 objects cannot be read (at most 300): choose some with -n',
    );
    expect(run('many.ndjson', '-o', 'dot').status).toBe(0);
  });
});
