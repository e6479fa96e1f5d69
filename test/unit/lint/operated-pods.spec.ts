import { expect, test } from 'vitest';
import { budget, documents, service, workload } from './documents.ts';
import { foundBy, places } from './mended.ts';

const RULE = 'service-selects-nothing';

function operated(kind: string, name: string, labels: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata: { name: ${name} }
spec:
  podMetadata: { labels: ${labels} }
  ruleSelector: {}
`;
}

test.each([
  ['Prometheus', { prometheus: 'main', 'app.kubernetes.io/name': 'prometheus' }],
  ['Prometheus', { 'app.kubernetes.io/instance': 'main', team: 'ops' }],
  ['PrometheusAgent', { 'app.kubernetes.io/name': 'prometheus-agent' }],
  ['Alertmanager', { alertmanager: 'main' }],
  ['ThanosRuler', { 'thanos-ruler': 'main', 'app.kubernetes.io/managed-by': 'prometheus-operator' }],
])('pods of a %s have the labels %j', async (kind, selector) => {
  const text = documents(
    service('web', selector as Record<string, string>),
    operated(kind, 'main', '{ team: ops }'),
  );
  expect(await foundBy(RULE, text)).toEqual([]);
});

test('they have no others', async () => {
  const prometheus = operated('Prometheus', 'main', '{ "app.kubernetes.io/name": mine }');
  const found = await foundBy(RULE, documents(service('web', { prometheus: 'mian' }), prometheus));
  expect(places(found)).toEqual(['definite 5:14']);
  expect(found[0]?.mend).toContain('the pods of Prometheus main have prometheus=main;');
  const overridden = documents(service('web', { 'app.kubernetes.io/name': 'mine' }), prometheus);
  expect(places(await foundBy(RULE, overridden))).toEqual(['definite 5:3']);
});

test('the StatefulSet that the operator makes is no other workload', async () => {
  const set = workload('prometheus-main', {
    kind: 'StatefulSet',
    labels: { prometheus: 'main' },
    metadata: 'ownerReferences: [{ kind: Prometheus, name: main, controller: true }]',
  });
  const text = documents(budget('main', { prometheus: 'main' }), operated('Prometheus', 'main', '{}'), set);
  expect(await foundBy('overlapping-controllers', text)).toEqual([]);
  const [conflict] = await foundBy(
    'overlapping-budgets',
    documents(budget('other', { prometheus: 'main' }), text),
  );
  expect(conflict?.message).toContain('both select the pods of Prometheus main (');
});
