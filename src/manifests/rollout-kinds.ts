import type { KindRows } from './row.ts';

/** Kinds that make pods in place of Deployments: the Rollout of Argo, and the Services of Knative. */
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
  { group: 'serving.knative.dev', kind: 'Service', template: 'spec.template', rows: [] },
  { group: 'serving.knative.dev', kind: 'Configuration', template: 'spec.template', rows: [] },
];
