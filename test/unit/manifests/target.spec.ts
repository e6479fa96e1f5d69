import { expect, test } from 'vitest';
import {
  EVERY_KIND,
  groupOf,
  isOfTarget,
  resourceOf,
  type SelectedKind,
  targetsOf,
} from '../../../src/manifests/target.ts';

test.each([
  ['Pod', 'pods'],
  ['NetworkPolicy', 'networkpolicies'],
  ['Ingress', 'ingresses'],
  ['Endpoints', 'endpoints'],
])('the resource of %s is %s', (kind, resource) => {
  expect(resourceOf(kind)).toBe(resource);
});

test('the group of an API version', () => {
  expect(['v1', 'apps/v1', '', 'a.b/v1/x'].map(groupOf)).toEqual(['', 'apps', '', 'a.b']);
});

test('an object is of a target by group and resource', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', namespace: 'shop' };
  const isOf = (kind: SelectedKind, object: typeof pod): boolean =>
    targetsOf(kind).some((target) => isOfTarget(target, object));
  expect(isOf('Pod', pod)).toBe(true);
  expect(isOf('Pod', { ...pod, apiVersion: 'metrics.k8s.io/v1' })).toBe(false);
  expect(isOf('Service', pod)).toBe(false);
  expect(isOfTarget(EVERY_KIND, pod)).toBe(true);
});

test('plurals of custom resources are their own', () => {
  const gateway = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', namespace: '' };
  const groups = ['*'];
  expect(isOfTarget({ groups, resources: ['gateways'] }, gateway)).toBe(true);
  expect(isOfTarget({ groups, resources: ['gatewaies'] }, gateway)).toBe(true);
});

test('a scope leaves out what is in a namespace, or what is in none', () => {
  const node = { apiVersion: 'v1', kind: 'Node', namespace: '' };
  expect(isOfTarget({ ...EVERY_KIND, scope: 'Cluster' }, node)).toBe(true);
  expect(isOfTarget({ ...EVERY_KIND, scope: 'Namespaced' }, node)).toBe(false);
  expect(isOfTarget({ ...EVERY_KIND, scope: 'Namespaced' }, { ...node, namespace: 'a' })).toBe(true);
});
