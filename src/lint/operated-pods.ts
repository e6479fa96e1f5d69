import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { addedLabels } from '../manifests/added-labels.ts';
import { isJsonObject } from '../manifests/places.ts';
import type { PodTemplate } from '../manifests/pod-templates.ts';
import { groupOf } from '../manifests/target.ts';
import { valueAt } from './value-at.ts';

/** The kinds for which the Prometheus operator makes pods: what it calls the application, and the label with their name. */
const KINDS: ReadonlyMap<string, readonly [application: string, key: string]> = new Map([
  ['Prometheus', ['prometheus', 'prometheus']],
  ['PrometheusAgent', ['prometheus-agent', 'prometheus']],
  ['Alertmanager', ['alertmanager', 'alertmanager']],
  ['ThanosRuler', ['thanos-ruler', 'thanos-ruler']],
]);

/** Labels that it puts on pods with values that are its own affair. */
const ADDED: readonly string[] = [
  'app.kubernetes.io/version',
  'operator.prometheus.io/mode',
  'operator.prometheus.io/shard',
];

/**
 * The pods that an operator makes for an object, where it is known how it labels them: those of the Prometheus operator,
 * which takes the labels under `spec.podMetadata` and adds its own.
 */
export function operatedPods({ apiVersion, kind, name, content }: KubernetesObject): readonly PodTemplate[] {
  const known = groupOf(apiVersion) === 'monitoring.coreos.com' ? KINDS.get(kind) : undefined;
  if (known === undefined || name === '') return [];
  const [application, key] = known;
  const given = valueAt(content, ['spec', 'podMetadata', 'labels']);
  const written = Object.entries(isJsonObject(given) ? given : {}).filter(
    (label): label is [string, string] => typeof label[1] === 'string',
  );
  const own: readonly (readonly [string, string])[] = [
    ['app.kubernetes.io/name', application],
    ['app.kubernetes.io/managed-by', 'prometheus-operator'],
    ['app.kubernetes.io/instance', name],
    ['operator.prometheus.io/name', name],
    [key, name],
  ];
  const labels = Object.fromEntries([...written, ...own]);
  return [{ path: ['spec'], labels, added: [...ADDED, ...addedLabels('StatefulSet')] }];
}
