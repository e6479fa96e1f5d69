import { describe, expect, test } from 'vitest';
import { budget, documents, job, workload } from './documents.ts';
import { foundBy, places } from './mended.ts';

const WEB = workload('web', { labels: { app: 'web', tier: 'front' } });

describe('a budget that selects nothing', () => {
  const RULE = 'budget-selects-nothing';

  test('is told at the label that no pods have', async () => {
    const found = await foundBy(RULE, documents(budget('web', { app: 'webs' }), WEB));
    expect(places(found)).toEqual(['definite 6:29']);
    expect(found[0]).toMatchObject({
      message:
        'PodDisruptionBudget web selects no pods: no workload of its namespace has app=webs, so that it protects none when nodes are drained',
      mend: 'the pods of Deployment web have app=web; if they are meant, select them by app=web',
      fix: { isSafe: false, edits: [{ text: '"web"' }] },
    });
  });

  test.each([
    ['that selects pods', budget('web', { app: 'web' })],
    [
      'for all pods, of which there are none yet',
      budget('web', {}, 'empty').replace('{ matchLabels: {} }', '{}'),
    ],
    ['without a selector, which is another mistake', budget('web', {}).replace(/ {2}selector.*\n/, '')],
  ])('%s', async (_, text) => {
    expect(await foundBy(RULE, documents(text, WEB))).toEqual([]);
  });

  test('with expressions', async () => {
    const text = budget('web', {}).replace(
      '{ matchLabels: {} }',
      '{ matchExpressions: [{ key: app, operator: In, values: [api, wbe] }] }',
    );
    const found = await foundBy(RULE, documents(text, WEB));
    expect(places(found)).toEqual(['definite 6:34']);
    expect(found[0]?.fix).toBeUndefined();
  });

  test('nothing was read that it could select', async () => {
    expect(places(await foundBy(RULE, budget('web', { app: 'web' })))).toEqual(['possible 6:3']);
  });
});

describe('two budgets for the same pods', () => {
  const RULE = 'overlapping-budgets';

  async function placesIn(...texts: readonly string[]): Promise<readonly string[]> {
    return places(await foundBy(RULE, documents(...texts)));
  }

  test('are told at the second', async () => {
    const found = await foundBy(
      RULE,
      documents(budget('a', { app: 'web' }), budget('b', { tier: 'front' }), WEB),
    );
    expect(places(found)).toEqual(['definite 13:3']);
    expect(found[0]).toMatchObject({
      message:
        'PodDisruptionBudget b and PodDisruptionBudget a both select the pods of Deployment web (app=web,tier=front), so that these cannot be evicted, and draining a node fails',
      related: [
        { object: 'PodDisruptionBudget a', path: 'spec.selector' },
        { object: 'Deployment web', path: 'spec.template.metadata.labels' },
      ],
    });
  });

  test('three of them are told twice, also where they say the same', async () => {
    const same = ['a', 'b', 'c'].map((name) => budget(name, { app: 'web' }));
    expect(await placesIn(...same, WEB)).toEqual(['definite 13:3', 'definite 20:3']);
    const [one, , three] = same;
    expect(await placesIn(one ?? '', budget('b', { tier: 'front' }), three ?? '', WEB)).toEqual([
      'definite 13:3',
      'definite 20:3',
    ]);
  });

  test.each([
    ['of other pods', budget('a', { app: 'web' }), budget('b', { app: 'api' })],
    ['that could meet, and do not', budget('a', { app: 'web' }), budget('b', { role: 'x' })],
    ['of other namespaces', budget('a', { app: 'web' }), budget('b', { app: 'web' }, 'other')],
    ['that are one, twice', budget('a', { app: 'web' }), budget('a', { tier: 'front' })],
    ['that select nothing', budget('a', { app: 'nobody' }), budget('b', { app: 'nobody' })],
    [
      'one of which selects by labels that only a cluster knows',
      budget('a', { app: 'web' }),
      budget('b', { app: 'web', 'pod-template-hash': 'abc' }),
    ],
  ])('%s', async (_, one, other) => {
    expect(await placesIn(one, other, WEB)).toEqual([]);
  });

  test('of pods of a cluster without their owner', async () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: { name: web-1, labels: { app: web }, ownerReferences: [{ kind: ReplicaSet, name: web, controller: true }] }\n';
    const [finding] = await foundBy(
      RULE,
      documents(budget('a', { app: 'web' }), budget('b', { app: 'web' }), pod),
    );
    expect(finding?.message).toContain('the pods of Pod web-1 (app=web)');
  });

  test('of many workloads', async () => {
    const many = Array.from({ length: 30 }, (_, at) => workload(`w-${at}`, { labels: { app: 'web' } }));
    const [finding] = await foundBy(
      RULE,
      documents(budget('a', { app: 'web' }), budget('b', { app: 'web' }), ...many),
    );
    expect(finding?.message).toContain(
      'Deployment w-0, Deployment w-1, Deployment w-2 and 27 more (app=web)',
    );
  });

  test('of a Job', async () => {
    const text = documents(
      budget('a', { app: 'web' }),
      budget('b', { app: 'web' }),
      job('web', { app: 'web' }),
    );
    expect(places(await foundBy(RULE, text))).toEqual(['definite 13:3']);
  });
});
