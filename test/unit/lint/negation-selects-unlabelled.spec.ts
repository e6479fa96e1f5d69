import { expect, test } from 'vitest';
import { brief, lint } from './linting.ts';
import { foundBy, places } from './mended.ts';

const RULE = 'negation-selects-unlabelled';

function policy(...expressions: readonly string[]): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: { matchExpressions: [${expressions.map((one) => `{ ${one} }`).join(', ')}] }
`;
}

function pod(name: string, labels: string): string {
  return `---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: ${labels} }
spec: { containers: [{ name: web, image: web }] }
`;
}

const NOT_CACHE = 'key: tier, operator: NotIn, values: [cache]';

test('is off unless it is asked for', async () => {
  const found = await lint(policy(NOT_CACHE) + pod('web', '{ app: web }'));
  expect(found.map(brief).filter((text) => text.startsWith(RULE))).toEqual([]);
});

test('is possible where nothing such was read', async () => {
  const [found] = await foundBy(RULE, policy(NOT_CACHE) + pod('web', '{ tier: web }'));
  expect(places(found ? [found] : [])).toEqual(['possible 5:37']);
  expect(found?.doubt).toBe('no pod without the label was read that it selects');
});

test('is definite where something was', async () => {
  const [found] = await foundBy(RULE, policy(NOT_CACHE) + pod('web', '{ app: web }'));
  expect(places(found ? [found] : [])).toEqual(['definite 5:37']);
  expect(found?.message).toBe('tier NotIn [cache] also selects what has no label tier, such as Pod web');
});

test('not beside what demands the label', async () => {
  expect(await foundBy(RULE, policy(NOT_CACHE, 'key: tier, operator: Exists'))).toEqual([]);
  expect(await foundBy(RULE, policy(NOT_CACHE, 'key: tier, operator: In, values: [a]'))).toEqual([]);
  expect(await foundBy(RULE, policy('key: tier, operator: DoesNotExist'))).toEqual([]);
});

test('not of labels that are always there', async () => {
  const text = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: {}
  ingress:
    - from:
        - namespaceSelector:
            matchExpressions:
              - { key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system] }
              - { key: team, operator: NotIn, values: [a] }
`;
  expect(places(await foundBy(RULE, text))).toEqual(['possible 11:17']);
});
