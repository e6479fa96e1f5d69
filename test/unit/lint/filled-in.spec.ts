import { describe, expect, test } from 'vitest';
import { documents, service, workload } from './documents.ts';
import { brief, lint } from './linting.ts';

/** A Template of OpenShift around objects, each of which begins at column 5. */
function template(...objects: readonly string[]): string {
  const items = objects.map((text) => `  - ${text.trimEnd().replaceAll('\n', '\n    ')}\n`);
  return `apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: { name: shop }\nobjects:\n${items.join('')}`;
}

const briefs = async (text: string): Promise<readonly string[]> => (await lint(text)).map(brief);

describe('objects of a Template', () => {
  const WEB = workload('web', { labels: { app: 'web' } });

  test('are linted like others, each at its place', async () => {
    expect(await briefs(template(service('web', { app: 'wep' }), WEB))).toEqual([
      'service-selects-nothing definite 9:18',
    ]);
    expect(await briefs(template(service('web', { app: 'web' }), WEB))).toEqual([]);
  });

  test('are together with those beside it', async () => {
    expect(await briefs(documents(template(service('web', { app: 'web' })), WEB))).toEqual([]);
  });

  test.each([
    ['the labels of pods', service('web', { app: 'wep' }), workload('web', { labels: { app: `\${NAME}` } })],
    ['a selector', service('web', { app: `\${NAME}` }), WEB],
    [
      'a namespace',
      service('web', { app: 'web' }, undefined, `'\${ONE}'`),
      documents(WEB, workload('b', { labels: { app: 'b' }, namespace: `'\${ONE}'` })),
    ],
  ])('are unknown where parameters stand in %s', async (_, ...texts) => {
    const findings = await lint(template(...texts.flatMap((text) => text.split('---\n'))));
    expect(findings.map(({ verdict }) => verdict)).not.toContain('definite');
    expect(findings.map(({ verdict }) => verdict)).toContain('unknown');
  });

  test('whose names are filled in may be others: what is named so is unknown', async () => {
    const scaled = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: '\${NAME}' }
  maxReplicas: \${{MOST}}
`;
    const subset = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec:
  host: \${NAME}
  subsets: [{ name: a, labels: { tier: c } }]
`;
    const one = workload(`'\${NAME}'`, { selector: { app: 'x' }, labels: { app: 'x', tier: 'a' } });
    const other = workload('other', { labels: { app: 'x', tier: 'b' } });
    const routed = service(`'\${NAME}'`, { app: 'x' });
    const rules = { 'overlapping-controllers': 'off', 'service-mixes-workloads': 'off' } as const;
    const found = await lint(template(scaled, one, other, subset, routed), { rules });
    expect(found.map(brief)).toEqual([
      'autoscaler-shared-pods unknown 9:70',
      'subset-selects-nothing unknown 32:28',
    ]);
    expect(found[0]?.doubt).toContain(`"\${NAME}" looks as if something were filled in`);
    const named = template(scaled, one, other, subset, routed).replaceAll(`\${NAME}`, 'web');
    expect((await lint(named, { rules })).map(({ verdict }) => verdict)).toEqual(['definite', 'definite']);
  });
});

describe('a label that is filled in later', () => {
  const NOT = 'selector: { matchExpressions: [{ key: tier, operator: NotIn, values: [web] }] }';

  test('may be one that a selector excludes', async () => {
    const wide = workload('wide', { labels: { app: 'x', tier: 'b' } }).replace(/selector: .*/, NOT);
    const filled = workload('filled', { labels: { app: 'y', tier: `\${TIER}` }, selector: { app: 'y' } });
    const known = filled.replace(`\${TIER}`, 'api');
    const rules = { 'invalid-label': 'off' } as const;
    expect((await lint(documents(wide, filled), { rules })).map(brief)).toEqual([]);
    expect((await lint(documents(wide, known), { rules })).map(brief)).toEqual([
      'overlapping-controllers definite 5:3',
    ]);
  });
});
