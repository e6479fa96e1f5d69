import { expect, test } from 'vitest';
import { service, workload } from './documents.ts';
import { lint } from './linting.ts';

/** The verdict on a Service that selects no pods, beside an object of another kind. */
async function verdictBeside(apiVersion: string, kind: string): Promise<string | undefined> {
  const other = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: other }\n`;
  const pods = workload('web', { labels: { app: 'web' } });
  const [finding] = await lint([other, pods, service('web', { app: 'wbe' })].join('---\n'));
  return finding?.verdict;
}

test.each([
  ['monitoring.coreos.com/v1', 'PrometheusRule'],
  ['monitoring.coreos.com/v1alpha1', 'ScrapeConfig'],
  ['monitoring.coreos.com/v1alpha1', 'AlertmanagerConfig'],
  ['route.openshift.io/v1', 'Route'],
  ['snapshot.storage.k8s.io/v1', 'VolumeSnapshot'],
  ['argoproj.io/v1alpha1', 'Application'],
  ['metallb.io/v1beta1', 'IPAddressPool'],
])('nothing makes pods for what is of %s: %s', async (apiVersion, kind) => {
  expect(await verdictBeside(apiVersion, kind)).toBe('definite');
});

test.each([
  ['sparkoperator.k8s.io/v1beta2', 'SparkApplication'],
  ['argoproj.io/v1alpha1', 'Workflow'],
  ['build.openshift.io/v1', 'BuildConfig'],
  ['metallb.io/v1beta1', 'MetalLB'],
  ['getambassador.io/v2', 'AmbassadorInstallation'],
  ['example.com/v1', 'Web'],
])('something may make pods for what is of %s: %s', async (apiVersion, kind) => {
  expect(await verdictBeside(apiVersion, kind)).toBe('unknown');
});
