import { describe, expect, test } from 'vitest';
import {
  type DescribedKind,
  diffManifests,
  lintManifests,
  readManifests,
  relationsOf,
} from '../../../src/manifests.ts';

/* Kinds that a user describes: what is unknown of kinds by their shape is certain of these. */

const WEB_APP: DescribedKind = {
  group: 'apps.example.com',
  kind: 'WebApp',
  template: 'spec.template',
  adds: ['apps.example.com/shard'],
  immutable: true,
  selectors: [{ path: 'spec.selector', does: 'controls', missing: 'refused' }],
};

const RATE_LIMIT: DescribedKind = {
  group: 'policy.example.com',
  kind: 'RateLimit',
  pods: 'none',
  selectors: [{ path: 'spec.limits[].podSelector', does: 'applies-policy' }],
};

function webApp(name: string, selector: string, labels: string): string {
  return `apiVersion: apps.example.com/v1
kind: WebApp
metadata: { name: ${name} }
spec:
  selector: { matchLabels: ${selector} }
  template:
    metadata: { labels: ${labels} }
    spec: { containers: [{ name: web, image: web }] }
---
`;
}

function service(selector: string): string {
  return `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: ${selector}, ports: [{ port: 80 }] }
---
`;
}

async function found(text: string, kinds?: readonly DescribedKind[]): Promise<string[]> {
  const { objects, problems } = await readManifests(text, 'a.yaml');
  const options = kinds === undefined ? { problems } : { problems, kinds };
  return lintManifests(objects, options).map(
    ({ rule, verdict, region }) => `${region.start.line} ${verdict} ${rule}`,
  );
}

describe('a described kind with a template', () => {
  test('whose selector misses its own pods is a defect, and no guess any more', async () => {
    const text = webApp('web', '{ app: web }', '{ app: wbe }');
    expect(await found(text)).toContain('5 unknown selector-template-mismatch');
    expect(await found(text, [WEB_APP])).toContain('5 definite selector-template-mismatch');
  });

  test('has pods with labels that its operator adds', async () => {
    const selects = (key: string) => webApp('web', `{ app: web, ${key}: a }`, '{ app: web }');
    expect(await found(selects('apps.example.com/shard'), [WEB_APP])).toEqual([]);
    expect(await found(selects('apps.example.com/other'), [WEB_APP])).toEqual([
      '5 definite selector-template-mismatch',
    ]);
  });

  test('makes what selects none of its pods a defect', async () => {
    const text = service('{ app: wbe }') + webApp('web', '{ app: web }', '{ app: web }');
    expect(await found(text)).toEqual(['4 unknown service-selects-nothing']);
    expect(await found(text, [WEB_APP])).toEqual(['4 definite service-selects-nothing']);
  });

  test('is a controller among controllers', async () => {
    const text =
      webApp('one', '{ app: web }', '{ app: web, tier: a }') +
      webApp('two', '{ app: web }', '{ app: web, tier: b }');
    expect(await found(text, [WEB_APP])).toEqual(['14 definite overlapping-controllers']);
    expect(await found(text)).toEqual(['14 possible overlapping-controllers']);
  });

  test('needs the selector that is said to be needed', async () => {
    const text = webApp('web', '{ app: web }', '{ app: web }').replace(/ {2}selector.*\n/, '');
    expect(await found(text, [WEB_APP])).toEqual(['4 definite required-selector']);
  });

  test('whose selector is said to be immutable cannot have another one', async () => {
    const [before, after] = await Promise.all(
      ['{ app: web }', '{ app: web, tier: a }'].map((selector) =>
        readManifests(webApp('web', selector, '{ app: web, tier: a }'), 'a.yaml'),
      ),
    );
    const rules = (kinds: readonly DescribedKind[]) =>
      diffManifests(before?.objects ?? [], after?.objects ?? [], { kinds }).map(({ rule }) => rule);
    expect(rules([WEB_APP])).toEqual(['immutable-selector-changed']);
    expect(rules([{ ...WEB_APP, immutable: false }])).toEqual([]);
  });
});

describe('a described kind without a template', () => {
  const limit = `apiVersion: policy.example.com/v1
kind: RateLimit
metadata: { name: slow }
spec:
  limits:
    - podSelector: { matchLabels: { app: web } }
    - podSelector: { matchLabels: { app: wbe } }
---
`;
  const pods = webApp('web', '{ app: web }', '{ app: web }');

  test('has selectors that may select nothing', async () => {
    expect(await found(limit + pods, [WEB_APP, RATE_LIMIT])).toEqual(['7 definite policy-selects-nothing']);
  });

  test('may have pods, unless it is said to have none', async () => {
    const { pods: _, ...unsaid } = RATE_LIMIT;
    expect(await found(limit + pods, [WEB_APP, unsaid])).toEqual(['7 unknown policy-selects-nothing']);
  });

  test('is drawn with what it selects', async () => {
    const { objects } = await readManifests(limit + pods, 'a.yaml');
    const drawn = (kinds: readonly DescribedKind[]) => {
      const { nodes, edges } = relationsOf(objects, { kinds });
      const kindOf = (id: string) => nodes.find((node) => node.id === id)?.object.kind;
      return edges.map(({ from, relation, to }) => `${kindOf(from)} ${relation} ${kindOf(to)}`);
    };
    expect(drawn([WEB_APP, RATE_LIMIT])).toContain('RateLimit applies-policy WebApp');
    expect(drawn([WEB_APP])).not.toContain('RateLimit applies-policy WebApp');
  });
});

describe('a description', () => {
  test('of a kind that is known is what holds', async () => {
    const described: DescribedKind = {
      group: 'apps',
      kind: 'Deployment',
      pods: 'none',
      selectors: [{ path: 'spec.selector', does: 'controls', empty: 'everything' }],
    };
    const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: {}
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`;
    expect(await found(text)).toEqual(['5 definite required-selector']);
    expect(await found(text, [described])).toEqual([]);
  });

  test('with mistakes is refused, and all of them are told with their places', () => {
    const kinds = [
      {
        group: 'example.com',
        kind: 'A',
        selectors: [{ path: 'spec..x', does: 'control', form: 'labelSelector' }],
      },
      { kind: 'B', templat: 'spec.template' },
      { group: 'example.com', kind: 'C', template: 'spec.template', pods: 'none' },
      { group: 'example.com', kind: 'D', adds: ['a'], selectors: {} },
      { group: 'example.com', kind: 'A' },
      'E',
    ];
    // Each line is a mistake.
    const told = (() => {
      try {
        lintManifests([], { kinds: kinds as unknown as readonly DescribedKind[] });
        return [];
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return error.message.split('\n');
      }
    })();
    expect(told.map((line) => line.replace(/; .*/, ''))).toEqual([
      'options.kinds[0].selectors[0].path: path must be names of fields with points between them, not the text "spec..x"',
      'options.kinds[0].selectors[0].does: does is the text "control", and there is no such word for it',
      'options.kinds[0].selectors[0].form: form is the text "labelSelector", and there is no such word for it',
      'options.kinds[1].templat: "templat" is nothing that can be said of it',
      'options.kinds[1]: group must be said',
      'options.kinds[2].pods: the pods are those of the template',
      'options.kinds[3].selectors: selectors must be a list, not an object',
      'options.kinds[3].adds: labels are added to pods, and there is no template',
      'options.kinds[5]: this must be a mapping, not the text "E"',
      'options.kinds[4]: A of example.com is described twice',
    ]);
    expect(told[1]).toMatch(/; "controls" is meant$/);
    expect(told[2]).toMatch(/; "LabelSelector" is meant$/);
    expect(told[3]).toMatch(/; "template" is meant$/);
  });
});
