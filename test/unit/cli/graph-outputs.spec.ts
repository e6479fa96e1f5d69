import { describe, expect, test } from 'vitest';
import { dotText } from '../../../src/cli/output/graph-dot.ts';
import { graphJson } from '../../../src/cli/output/graph-json.ts';
import { mermaidText } from '../../../src/cli/output/graph-mermaid.ts';
import { svgText } from '../../../src/cli/output/graph-svg.ts';
import { xmlElements } from '../xml.ts';
import { boxesIn, ODD, relationsIn, SHOP } from './drawn.ts';
import { type ReadGraph, readDot, readMermaid } from './graph-languages.ts';

/** Edges by the labels of their ends, in one line each. */
function told({ nodes, edges }: ReadGraph): string[] {
  const nameOf = (id: string): string => (nodes.get(id)?.label ?? '').replace('\n', ' ');
  return edges.map(
    ({ from, to, label, isDotted }) =>
      `${nameOf(from)} ${isDotted ? '··' : '──'} ${label.replace('\n', ' ')} ──▶ ${nameOf(to)}`,
  );
}

const EDGES = [
  'Ingress public ── forwards requests to ──▶ Service web',
  'Service web ── routes traffic to app=web ──▶ Deployment web',
  'Service idle ·· routes traffic to app=nothing ──▶ nothing that was read',
  'Deployment web ── is kept away from app=web ──▶ Deployment web',
  'Deployment web ── prefers to be near app=cache ──▶ StatefulSet cache',
  'Deployment web ── schedules onto pool=front ──▶ Node node-a',
  'NetworkPolicy closed ── applies policy to ──▶ all pods, 4 of what was read',
  'NetworkPolicy one ·· applies policy to app=web,pod-template-hash=a ──▶ Deployment web',
  'ServiceMonitor web ── scrapes app=web in shop ──▶ Service web',
];

const ODD_LABELS = [
  'Service\na"b<c>&#38;\\N%%{init}%%`x`␊]]>',
  'Pod\n␛[31m\ufffd␀\ufffe',
  'Pod\nsubgraph␊end;style:#;',
];

describe('mermaid', () => {
  test('is read back', async () => {
    const { text, edges } = mermaidText(await boxesIn(SHOP));
    const graph = readMermaid(text);
    expect(told(graph)).toEqual(EDGES);
    expect(edges).toBe(EDGES.length);
    const groups = new Map([...graph.nodes.values()].map(({ label, group }) => [label, group]));
    expect(groups.get('Deployment\nweb')).toBe('shop');
    expect(groups.get('ServiceMonitor\nweb')).toBe('monitoring');
    expect(groups.get('Node\nnode-a')).toBe('');
  });

  test('takes no name for anything else', async () => {
    const graph = readMermaid(mermaidText(await boxesIn(ODD, 'odd.json')).text);
    expect([...graph.nodes.values()].map(({ label }) => label)).toEqual(ODD_LABELS);
    expect(graph.nodes.get('n0')?.group).toBe('n"s:[]{}|\\');
  });
});

describe('DOT', () => {
  test('is read back', async () => {
    const graph = readDot(dotText(await boxesIn(SHOP)));
    expect(told(graph)).toEqual(EDGES.map((edge) => edge.replace('pods, 4', 'pods 4')));
    expect([...graph.nodes.values()].filter(({ group }) => group === 'shop')).toHaveLength(11);
  });

  test('takes no name for anything else', async () => {
    const graph = readDot(dotText(await boxesIn(ODD, 'odd.json')));
    expect([...graph.nodes.values()].map(({ label }) => label)).toEqual(ODD_LABELS);
    expect(graph.nodes.get('n0')?.group).toBe('n"s:[]{}|\\');
  });
});

describe('JSON', () => {
  test('has nodes and edges', async () => {
    const { nodes, edges } = JSON.parse(graphJson(await relationsIn(SHOP)));
    expect(nodes[1]).toEqual({
      id: 'shop/Service/web',
      apiVersion: 'v1',
      kind: 'Service',
      namespace: 'shop',
      name: 'web',
      workload: false,
      source: 'test.yaml:6',
      selectsNothing: [],
      selectsAll: [],
    });
    expect(edges[1]).toEqual({
      from: 'shop/Service/web',
      to: 'shop/Deployment/web',
      relation: 'routes-traffic',
      selection: 'app=web',
      path: ['spec', 'selector'],
      certain: true,
    });
    const byId = new Map(nodes.map((node: { id: string }) => [node.id, node]));
    expect(byId.get('shop/Service/idle')).toMatchObject({
      selectsNothing: [{ relation: 'routes-traffic', selection: 'app=nothing', path: ['spec', 'selector'] }],
    });
    expect(byId.get('shop/NetworkPolicy/closed')).toMatchObject({
      selectsAll: [{ relation: 'applies-policy', selection: 'all pods', count: 4 }],
    });
    for (const { from, to } of edges) expect([byId.has(from), byId.has(to)]).toEqual([true, true]);
  });
});

describe('SVG', () => {
  const texts = { title: 'Who <selects> whom', description: 'a & b' };

  test('is XML that needs nothing else', async () => {
    const svg = svgText(await boxesIn(SHOP), texts);
    const elements = xmlElements(svg);
    const [root, title, description] = elements;
    expect(root).toMatchObject({
      name: 'svg',
      attributes: { xmlns: 'http://www.w3.org/2000/svg', role: 'img' },
    });
    expect(title).toMatchObject({ name: 'title', text: texts.title });
    expect(description).toMatchObject({ name: 'desc', text: texts.description });
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<image|@import|url\(/);
    expect(svg).toContain('@media (prefers-color-scheme:dark)');
  });

  test('says of every box and every line what it is', async () => {
    const elements = xmlElements(svgText(await boxesIn(SHOP), texts));
    const titles = elements.filter(({ name }) => name === 'title').map(({ text }) => text);
    const ofClass = (look: RegExp): number =>
      elements.filter(({ attributes }) => look.test(attributes.class ?? '')).length;
    expect(ofClass(/^box/)).toBe(11);
    expect(ofClass(/^box workload/)).toBe(4);
    expect(ofClass(/^box idle/)).toBe(1);
    expect(ofClass(/^line/)).toBe(6);
    expect(ofClass(/^line .*open$/)).toBe(1);
    expect(titles).toContain('Service shop/web routes traffic to Deployment shop/web: app=web');
    expect(titles).toContain('Service shop/idle\nroutes traffic to app=nothing → nothing that was read');
    // One of the whole, one of each of two namespaces and of what is in none, and one of each box and line.
    expect(titles).toHaveLength(1 + 3 + 11 + 6);
    const shown = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
    expect(shown).toContain('Dashed line: depends on labels that only a cluster knows.');
    expect(shown).toContain('Dashed box: selects nothing of what was read.');
  });

  test('takes no name for anything else', async () => {
    const shown = xmlElements(svgText(await boxesIn(ODD, 'odd.json'), texts)).map(({ text }) => text);
    expect(shown).toContain('a"b<c>&#38;\\N%%{init}%%`x`␊]]>');
    expect(shown).toContain('␛[31m\ufffd␀\ufffd');
  });

  test('of nothing is a drawing all the same', () => {
    expect(xmlElements(svgText([], texts))[0]?.name).toBe('svg');
  });

  test('has no number that is none', async () => {
    expect(svgText(await boxesIn(SHOP), texts)).not.toMatch(/NaN|Infinity|undefined/);
    expect(svgText([], texts)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
