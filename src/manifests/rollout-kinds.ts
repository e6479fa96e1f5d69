import type { KindRows } from './row.ts';

/** A DeploymentConfig of OpenShift, in its group, and in the one it had before there were groups. */
function deploymentConfig(group: string): KindRows {
  return {
    group,
    kind: 'DeploymentConfig',
    template: 'spec.template',
    tellsPodsApart: 'deploymentconfig',
    rows: [
      {
        at: 'spec',
        field: 'selector',
        form: 'label-map',
        claim: 'controls',
        of: 'Pod',
        reach: 'own',
        absent: 'template-labels',
        empty: 'template-labels',
      },
    ],
  };
}

/** Kinds that make pods in place of Deployments: the Rollout of Argo, the DeploymentConfig of OpenShift, and the Services of Knative. */
export const ROLLOUT_KINDS: readonly KindRows[] = [
  {
    group: 'argoproj.io',
    kind: 'Rollout',
    template: 'spec.template',
    rows: [
      {
        at: 'spec',
        field: 'selector',
        form: 'label-selector',
        claim: 'controls',
        of: 'Pod',
        reach: 'own',
        // With a workloadRef it takes the selector and the template of a Deployment.
        absent: 'no-claim',
        empty: 'refused',
      },
    ],
  },
  deploymentConfig('apps.openshift.io'),
  deploymentConfig(''),
  { group: 'serving.knative.dev', kind: 'Service', template: 'spec.template', rows: [] },
  { group: 'serving.knative.dev', kind: 'Configuration', template: 'spec.template', rows: [] },
];
