import { describe, expect, test } from 'vitest';
import { budget, service, workload } from './documents.ts';
import { lint } from './linting.ts';

async function verdicts(namespace: string, ...documents: readonly string[]) {
  const other = workload('metrics-server', { labels: { 'k8s-app': 'metrics-server' }, namespace });
  return (await lint([other, ...documents].join('---\n'))).map(({ verdict }) => verdict);
}

describe('pods that come with a cluster stand in no manifest', () => {
  test.each([
    { 'k8s-app': 'kube-dns' },
    { 'k8s-app': 'kube-proxy' },
    { component: 'etcd' },
    { component: 'kube-scheduler', tier: 'control-plane' },
  ])('and may be selected in kube-system: %j', async (labels) => {
    expect(await verdicts('kube-system', service('x', labels, 'ports: []', 'kube-system'))).toEqual([
      'possible',
    ]);
    expect(await verdicts('kube-system', budget('x', labels, 'kube-system'))).toEqual(['possible']);
    expect(await verdicts('shop', service('x', labels, 'ports: []', 'shop'))).toEqual(['definite']);
  });

  test('others are not among them', async () => {
    for (const labels of [{ 'k8s-app': 'kube-dnss' }, { component: 'etcd', app: 'etcd' }]) {
      expect(await verdicts('kube-system', service('x', labels, 'ports: []', 'kube-system'))).toEqual([
        'definite',
      ]);
    }
  });
});
