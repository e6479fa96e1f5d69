import { describe, expect, test } from 'vitest';
import { type DescribedKind, diffManifests, lintManifests, readManifests } from '../../../src/manifests.ts';

/* What is particular to kinds that are described: lists of templates, kinds of no namespace, and selectors of other things. */

const RING: DescribedKind = {
  group: 'apps.example.com',
  kind: 'Ring',
  template: 'spec.groups[].template',
  selectors: [{ path: 'spec.groups[].selector', does: 'controls', missing: 'refused' }],
};

/** A Ring with a group for each selector, at lines 6, 8, … */
function ring(...groups: readonly (readonly [selector: string, labels: string])[]): string {
  return `apiVersion: apps.example.com/v1
kind: Ring
metadata: { name: ring }
spec:
  groups:
${groups
  .map(
    ([
      selector,
      labels,
    ]) => `    -${selector === '' ? '' : ` selector: { matchLabels: { ${selector} } }\n     `} template:
        { metadata: { labels: { ${labels} } }, spec: { containers: [{ name: a, image: a }] } }
`,
  )
  .join('')}---
`;
}

const pod = (labels: string) => `apiVersion: v1
kind: Pod
metadata: { name: one, labels: { ${labels} } }
spec: { containers: [{ name: one, image: one }] }
---
`;

async function found(text: string, kinds: readonly DescribedKind[]): Promise<string[]> {
  const { objects, problems } = await readManifests(text, 'a.yaml');
  return lintManifests(objects, { problems, kinds }).map(
    ({ rule, verdict, region, message }) => `${region.start.line} ${verdict} ${rule}: ${message}`,
  );
}

describe('templates in a list', () => {
  test('are selected by the selectors of their own items', async () => {
    expect(await found(ring(['app: a', 'app: a'], ['app: b', 'app: b']), [RING])).toEqual([]);
    expect(await found(ring(['app: a', 'app: a'], ['app: b', 'app: c']), [RING])).toEqual([
      '9 definite selector-template-mismatch: the selector does not select the pods of its own template: it wants app=b, and the template has app=c',
    ]);
  });

  test('are all selected by a selector that is in no item', async () => {
    const whole: DescribedKind = { ...RING, selectors: [{ path: 'spec.selector', does: 'controls' }] };
    const text = ring(['', 'app: a'], ['', 'app: b']).replace(
      'spec:\n',
      'spec:\n  selector: { matchLabels: { app: a } }\n',
    );
    expect(await found(text, [whole])).toEqual([
      '5 definite selector-template-mismatch: the selector does not select the pods of its own template: it wants app=a, and the template has app=b',
    ]);
  });

  test('are told of where their selector is missing', async () => {
    const text = ring(['app: a', 'app: a'], ['', 'app: b']);
    const { objects } = await readManifests(text, 'a.yaml');
    const [finding, ...others] = lintManifests(objects, { kinds: [RING] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'required-selector', verdict: 'definite' });
    expect(finding?.mend).toContain('"app": "b"');
  });

  test('whose labels have a mistake leave what selects nothing open', async () => {
    const selecting = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
`;
    const odd = { ...RING, template: 'spec.rings[].podTemplate', selectors: [] };
    const text = ring(['', 'app: 1']).replace('groups', 'rings').replace('template', 'podTemplate');
    const rules = (await found(selecting + text, [odd])).map((line) => line.split(':')[0]);
    expect(rules).toContain('4 unknown service-selects-nothing');
  });
});

describe('a template of a described kind', () => {
  const app: DescribedKind = {
    group: 'apps.example.com',
    kind: 'App',
    template: 'spec.template',
    selectors: [{ path: 'spec.selector', does: 'controls', missing: 'refused' }],
  };
  const text = (spec: string) => `apiVersion: apps.example.com/v1
kind: App
metadata: { name: app }
spec: { ${spec} }
`;

  test('needs no containers, which its operator may put in', async () => {
    const rules = await found(text('template: { metadata: { labels: { app: a } } }'), [app]);
    expect(rules.map((line) => line.split(':')[0])).toEqual(['4 definite required-selector']);
  });

  test('that is not there may be elsewhere, and the object a patch', async () => {
    const rules = await found(text('replicas: 2'), [app]);
    expect(rules.map((line) => line.split(':')[0])).toEqual(['4 possible required-selector']);
  });
});

describe('a kind that is in no namespace', () => {
  const LIMIT: DescribedKind = {
    group: 'policy.example.com',
    kind: 'Limit',
    namespaced: false,
    pods: 'none',
    selectors: [{ path: 'spec.pods', form: 'map', does: 'applies-policy' }],
  };
  const limit = `apiVersion: policy.example.com/v1
kind: Limit
metadata: { name: all }
spec: { pods: { app: web } }
---
`;
  const elsewhere = (labels: string) => pod(labels).replace('name: one', 'namespace: shop, name: one');

  test('selects in every namespace', async () => {
    expect(await found(limit + elsewhere('app: web'), [LIMIT])).toEqual([]);
    expect(await found(limit + elsewhere('app: web'), [{ ...LIMIT, namespaced: true }])).toHaveLength(1);
  });

  test('selects in those that a field beside its selector says', async () => {
    const [selector] = LIMIT.selectors ?? [];
    if (selector === undefined) throw new Error('there is a selector');
    const kinds = [{ ...LIMIT, selectors: [{ ...selector, namespaceSelector: 'where' }] }];
    const where = (name: string) =>
      limit.replace(' } }\n', ` }, where: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }\n`);
    expect(await found(limit + elsewhere('app: web'), kinds)).toEqual([]);
    expect(await found(where('shop') + elsewhere('app: web'), kinds)).toEqual([]);
    const [told, ...others] = await found(where('data') + elsewhere('app: web'), kinds);
    expect(others).toEqual([]);
    expect(told).toMatch(/^4 possible policy-selects-nothing: Limit all selects no pods/);
  });

  test('may have pods in any', async () => {
    const service = (namespace: string) => `apiVersion: v1
kind: Service
metadata: { name: web, namespace: ${namespace} }
spec: { selector: { app: wbe }, ports: [{ port: 80 }] }
---
`;
    const text = service('shop') + limit + elsewhere('app: web');
    const verdicts = async (kind: DescribedKind) =>
      (await found(text, [kind]))
        .filter((line) => line.includes('service'))
        .map((line) => line.split(':')[0]);
    expect(await verdicts({ ...LIMIT, selectors: [] })).toEqual(['4 definite service-selects-nothing']);
    expect(await verdicts({ ...LIMIT, selectors: [], pods: 'elsewhere' })).toEqual([
      '4 unknown service-selects-nothing',
    ]);
  });
});

describe('a selector of a described kind', () => {
  const thing = (selector: DescribedKind['selectors']): DescribedKind => ({
    group: 'example.com',
    kind: 'Thing',
    pods: 'none',
    ...(selector && { selectors: selector }),
  });
  const text = (spec: string) => `apiVersion: example.com/v1
kind: Thing
metadata: { name: thing }
spec: { ${spec} }
---
`;
  const node = `apiVersion: v1
kind: Node
metadata: { name: one, labels: { disk: ssd } }
---
`;

  test('may be of other things than pods', async () => {
    const service = `apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: web } }
spec: { clusterIP: None }
---
`;
    const kinds = [thing([{ path: 'spec.selector', does: 'applies-policy', of: 'Service' }])];
    const by = (app: string) => text(`selector: { matchLabels: { app: ${app} } }`);
    expect(await found(service + by('web') + pod('app: api'), kinds)).toEqual([]);
    expect(await found(service + by('wbe') + pod('app: api'), kinds)).toEqual([
      '9 definite policy-selects-nothing: Thing thing selects no Service: no Service of its namespace has app=wbe, so that it restricts nothing',
    ]);
  });

  test.each([
    ['LabelSelector', 'matchLabels: { disk: ssd }'],
    ['map', 'disk: ssd'],
    ['NodeSelector', 'nodeSelectorTerms: [{ matchExpressions: [{ key: disk, operator: Exists }] }]'],
  ] as const)('of nodes may be a %s', async (form, written) => {
    const kinds = [thing([{ path: 'spec.nodes', form, does: 'schedules-onto' }])];
    expect(await found(node + text(`nodes: { ${written} }`), kinds)).toEqual([]);
  });

  test('that is missing means what is said, and is no trap for that', async () => {
    const kinds = [thing([{ path: 'spec.selector', does: 'budgets-evictions', missing: 'everything' }])];
    expect(await found(text('') + pod('app: a'), kinds)).toEqual([]);
    const none = [thing([{ path: 'spec.selector', does: 'budgets-evictions', empty: 'nothing' }])];
    expect(await found(text('selector: {}') + pod('app: a'), none)).toEqual([]);
  });

  test('is compared with the one before, whichever of several it is', async () => {
    const kinds: readonly DescribedKind[] = [
      {
        ...thing([
          { path: 'spec.peers', form: 'map', does: 'allows-from' },
          { path: 'spec.selector', does: 'applies-policy' },
        ]),
        immutable: true,
      },
    ];
    const [before, after] = await Promise.all(
      ['a', 'b'].map((app) =>
        readManifests(text(`peers: { app: a }, selector: { matchLabels: { app: ${app} } }`), 'a.yaml'),
      ),
    );
    const findings = diffManifests(before?.objects ?? [], after?.objects ?? [], { kinds });
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'immutable-selector-changed spec.selector.matchLabels.app',
    ]);
  });
});
