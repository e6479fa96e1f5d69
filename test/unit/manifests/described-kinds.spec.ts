import { describe, expect, test } from 'vitest';
import { describedKindMistakes } from '../../../src/manifests/check-described-kinds.ts';
import { registryOf } from '../../../src/manifests/registry.ts';
import { claimsOf, type DescribedKind, podTemplatesOf, selectionText } from '../../../src/manifests.ts';
import { pathText } from '../../../src/text/object-path.ts';

const GROUP = { group: 'example.com', kind: 'Thing' } as const;

/** What the selectors of a Thing claim, as its description has it. */
function told(spec: object, described: Omit<DescribedKind, 'group' | 'kind'>): string[] {
  const content = { apiVersion: 'example.com/v1beta1', kind: 'Thing', spec };
  const { claims, findings } = claimsOf(content, [{ ...GROUP, ...described }]);
  return [
    ...claims.map(
      (claim) => `${pathText(claim.path)} ${claim.kind} ${selectionText(claim)} (${claim.reach.kind})`,
    ),
    ...findings.map(({ diagnostic }) => `${diagnostic.path} ${diagnostic.code}`),
  ];
}

const matching = (app: string) => ({ matchLabels: { app } });

describe('claimsOf and podTemplatesOf with descriptions', () => {
  test('read selectors where they are said to stand, in all versions', () => {
    const spec = {
      a: matching('a'),
      routes: [{ to: { app: 'b' } }, { to: { app: 'c' } }],
      d: [matching('d')],
    };
    expect(
      told(spec, {
        selectors: [
          { path: 'spec.a', does: 'controls' },
          { path: 'spec.routes[].to', form: 'map', does: 'routes-traffic' },
          { path: 'spec.d[]', does: 'applies-policy', namespaces: 'every' },
        ],
      }),
    ).toEqual([
      'spec.a controls app=a (own)',
      'spec.routes[0].to routes-traffic app=b (own)',
      'spec.routes[1].to routes-traffic app=c (own)',
      'spec.d[0] applies-policy app=d (every)',
    ]);
  });

  test.each([
    [{}, []],
    [{ missing: 'everything' }, ['spec.selector controls all pods (own)']],
    [{ missing: 'nothing' }, ['spec.selector controls <nothing> (own)']],
    [{ missing: 'refused' }, ['spec.selector missing-field']],
  ] as const)('read what is missing as %j', (blank, expected) => {
    expect(told({}, { selectors: [{ path: 'spec.selector', does: 'controls', ...blank }] })).toEqual(
      expected,
    );
  });

  test.each([
    [{}, ['spec.selector controls all pods (own)']],
    [{ form: 'map' }, ['spec.selector controls all pods (own)']],
    [{ empty: 'nothing' }, ['spec.selector controls <nothing> (own)']],
    [{ empty: 'no-claim' }, []],
    [{ empty: 'refused' }, ['spec.selector empty-selector']],
  ] as const)('read what is empty as %j', (blank, expected) => {
    const selectors = [{ path: 'spec.selector', does: 'controls', ...blank }] as const;
    expect(told({ selector: {} }, { selectors })).toEqual(expected);
  });

  test('take for nothing what is empty of a NodeSelector', () => {
    const selectors = [{ path: 'spec.nodes', form: 'NodeSelector', does: 'schedules-onto' }] as const;
    expect(told({ nodes: { nodeSelectorTerms: [] } }, { selectors })).toEqual([
      'spec.nodes schedules-onto <nothing> (every)',
    ]);
  });

  test('read templates where they are said to stand, and the selectors of their pods', () => {
    const pods = {
      metadata: { labels: { app: 'a' } },
      spec: { nodeSelector: { disk: 'ssd' } },
    };
    const kinds: readonly DescribedKind[] = [
      { ...GROUP, template: 'spec.sets[].pods', adds: ['example.com/set'] },
    ];
    const content = { apiVersion: 'example.com/v1', kind: 'Thing', spec: { sets: [{ pods }] } };
    expect(podTemplatesOf(content, kinds)).toEqual([
      { path: ['spec', 'sets', 0, 'pods'], labels: { app: 'a' }, added: ['example.com/set'] },
    ]);
    expect(podTemplatesOf(content)).toEqual([]);
    expect(claimsOf(content, kinds).claims.map(({ kind }) => kind)).toEqual(['schedules-onto']);
    expect(claimsOf(content).claims).toEqual([]);
  });

  test('leave kinds of other groups as they are', () => {
    const content = { apiVersion: 'apps.example.com/v1', kind: 'Thing', spec: { selector: matching('a') } };
    const kinds = [{ ...GROUP, selectors: [{ path: 'spec.selector', does: 'controls' }] }] as const;
    expect(claimsOf(content, kinds).claims).toEqual([]);
    expect(claimsOf({ ...content, apiVersion: 'example.com/v1' }, kinds).claims).toHaveLength(1);
  });

  test('refuse descriptions with mistakes, and name their places', () => {
    const kinds = [{ group: 'example.com', kind: 'A', pods: 'non' }] as unknown as readonly DescribedKind[];
    const message =
      'kinds[0].pods: pods is the text "non", and there is no such word for it; "none" is meant';
    // Twice: what was refused is not kept as if it were right.
    for (const ask of [claimsOf, podTemplatesOf, claimsOf]) {
      expect(() => ask({}, kinds)).toThrow(new TypeError(message));
    }
    expect(() => claimsOf({}, null as unknown as undefined)).toThrow(/kinds must be a list, not null/);
  });

  test('are rows as ours are', () => {
    const registry = registryOf(
      [{ ...GROUP, immutable: true, selectors: [{ path: 'selector', does: 'reads', of: 'Probe' }] }],
      'kinds',
    );
    expect(registry('example.com/v2', 'Thing')).toMatchObject({
      pods: 'elsewhere',
      immutable: true,
      rows: [
        { at: '', field: 'selector', form: 'label-selector', claim: 'reads', of: 'Probe', reach: 'own' },
      ],
    });
    expect(registry('apps/v1', 'Deployment')?.template).toBe('spec.template');
    expect(registry('example.com/v1', 'Other')).toBeUndefined();
  });
});

describe('a description', () => {
  const selector = (members: object) => ({
    selectors: [{ path: 'spec.selector', does: 'reads', ...members }],
  });

  test.each([
    [{ group: 'example.com/v1' }, '[0].group', 'write group: example.com, which is for every version'],
    [{ group: 'v1' }, '[0].group', 'write the part of apiVersion before the slash: example.com'],
    [{ group: '' }, '[0].group', 'write the part of apiVersion before the slash: example.com'],
    [{ group: 'core' }, '[0].group', 'write the part of apiVersion before the slash: example.com'],
    [{ kind: 'a b' }, '[0].kind', 'write the kind as objects have it: WebApp'],
    [{ kind: 7 }, '[0].kind', 'write the kind as objects have it: WebApp'],
    [
      { apiVersion: 'example.com/v1' },
      '[0].apiVersion',
      'write group: example.com, which is for every version',
    ],
    [{ namespaced: 'no' }, '[0].namespaced', 'write true or false'],
    [{ template: '$.spec.sets[*].template' }, '[0].template', 'write spec.sets[].template'],
    [{ template: '.spec.sets[0].template' }, '[0].template', 'write spec.sets[].template'],
    [{ template: '' }, '[0].template', expect.stringMatching(/^write it like spec\.template/)],
    [{ template: 'spec', adds: 'a' }, '[0].adds', 'write adds: [example.com/shard]'],
    [{ template: 'spec', adds: ['a', 1] }, '[0].adds[1]', 'write example.com/shard'],
    [{ template: 'spec', adds: ['a b'] }, '[0].adds[0]', expect.stringContaining('the key of a label')],
    [{ template: 'spec', namespaced: false }, '[0].template', 'remove template, and write pods: elsewhere'],
    [
      selector({ does: 'controls', of: 'Service' }),
      '[0].selectors[0].of',
      'remove of, or say does otherwise',
    ],
    [selector({ of: 'Pods' }), '[0].selectors[0].of', '"Pod" is meant'],
    [
      selector({ does: 'schedules-onto', namespaces: 'own' }),
      '[0].selectors[0].namespaces',
      'remove namespaces, or write every',
    ],
    [
      selector({ of: 'Namespace', namespaces: 'own' }),
      '[0].selectors[0].namespaces',
      'remove namespaces, or write every',
    ],
    [
      { namespaced: false, ...selector({ namespaces: 'own' }) },
      '[0].selectors[0].namespaces',
      'remove namespaces, or write every',
    ],
    [
      selector({ namespaceSelector: 'spec.namespaces' }),
      '[0].selectors[0].namespaceSelector',
      expect.stringContaining('as the field is called'),
    ],
    [selector({ form: 'NodeSelector', empty: 'everything' }), '[0].selectors[0].empty', 'remove empty'],
    [{ selectors: null }, '[0].selectors', 'write - path: and does: for each'],
  ])('with %j is refused there, with what is meant', (members, path, mend) => {
    const mistakes = describedKindMistakes([{ ...GROUP, ...members }]);
    expect(mistakes.map((one) => [pathText(one.path), one.mend])).toEqual([[path, mend]]);
  });

  test.each([
    {},
    { namespaced: true, pods: 'elsewhere' },
    { template: 'spec.template', adds: [], immutable: false },
    { selectors: [] },
    selector({ of: 'Namespace', namespaces: 'every' }),
    { namespaced: false, ...selector({}) },
    selector({ does: 'controls', of: 'Pod', namespaces: 'own', namespaceSelector: 'namespaceSelector' }),
    { kind: 'webapp', group: 'batch' },
  ])('with %j is right', (members) => {
    expect(describedKindMistakes([{ ...GROUP, ...members }])).toEqual([]);
  });
});
