const OF_JOBS: readonly string[] = [
  'batch.kubernetes.io/job-name',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'job-name',
  'controller-uid',
];

/** The labels that the controllers of Kubernetes, Argo Rollouts, OpenShift and Knative put on pods, beside those of their templates, by kind. */
const ADDED: ReadonlyMap<string, readonly string[]> = new Map([
  ['Deployment', ['pod-template-hash']],
  ['DaemonSet', ['controller-revision-hash', 'pod-template-generation']],
  [
    'StatefulSet',
    ['controller-revision-hash', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index'],
  ],
  ['Rollout', ['rollouts-pod-template-hash', 'role']],
  ['DeploymentConfig', ['deploymentconfig', 'deployment']],
  [
    'Service',
    [
      'app',
      'serving.knative.dev/service',
      'serving.knative.dev/configuration',
      'serving.knative.dev/revision',
    ],
  ],
  ['Configuration', ['app', 'serving.knative.dev/configuration', 'serving.knative.dev/revision']],
  ['Job', OF_JOBS],
  ['CronJob', OF_JOBS],
]);

/**
 * The keys of the labels that pods of a workload may have beside those of its template; their values are known to the
 * cluster alone.
 *
 * @param kind the kind of the workload
 */
export function addedLabels(kind: string): readonly string[] {
  return ADDED.get(kind) ?? [];
}
