/** Marks a place in a text. */
export const PLACE = '▸';

/** A mistake that somebody makes in one of the files of `examples/tickets`, and what is to be found then. */
export interface Mutation {
  readonly rule: string;
  /** What was done, as the name of a test. */
  readonly mistake: string;
  readonly file: string;
  /** What stands in the file once, and what is put in its place. */
  readonly from: string;
  readonly to: string;
  /** What stands once, after that, where it is to be found, with {@link PLACE} where the finding begins. */
  readonly at: string;
  /** The file of that place, where it is another one. */
  readonly foundIn?: string;
  /** A part of the message. */
  readonly says: string;
}

const NAME = 'app.kubernetes.io/name';

/** One for each rule at the least. */
export const MUTATIONS: readonly Mutation[] = [
  {
    rule: 'invalid-selector',
    mistake: 'the selector of a Service is written as that of a Deployment',
    file: 'storefront.yaml',
    from: `spec:\n  selector:\n    ${NAME}: storefront\n  ports:`,
    to: `spec:\n  selector:\n    matchLabels:\n      ${NAME}: storefront\n  ports:`,
    at: `spec:\n  ${PLACE}selector:\n    matchLabels:\n      ${NAME}: storefront\n  ports:`,
    says: 'this is a LabelSelector, and here stand labels alone',
  },
  {
    rule: 'invalid-label',
    mistake: 'a version with what it was built from is made a label',
    file: 'storefront.yaml',
    from: 'version: 4.12.0\n',
    to: 'version: 4.12.0+3f9c1d7\n',
    at: `version: ${PLACE}4.12.0+3f9c1d7\n`,
    says: '4.12.0+3f9c1d7',
  },
  {
    rule: 'required-selector',
    mistake: 'a Deployment is written as it was before apps/v1',
    file: 'booking.yaml',
    from: `  selector:\n    matchLabels:\n      ${NAME}: mailer\n`,
    to: '',
    at: `${PLACE}spec:\n  replicas: 1\n  template:`,
    says: 'the selector is missing',
  },
  {
    rule: 'selector-template-mismatch',
    mistake: 'a Deployment is renamed in its selector alone',
    file: 'booking.yaml',
    from: `    matchLabels:\n      ${NAME}: mailer\n`,
    to: `    matchLabels:\n      ${NAME}: letters\n`,
    at: `    matchLabels:\n      ${PLACE}${NAME}: letters\n`,
    says: 'letters',
  },
  {
    rule: 'contradiction',
    mistake: 'one value or another is asked for by two requirements',
    file: 'network.yaml',
    from: 'values: [database, cache]\n',
    to: 'values: [database]\n      - key: tier\n        operator: In\n        values: [cache]\n',
    at: `values: [database]\n      - ${PLACE}key: tier\n        operator: In\n        values: [cache]\n`,
    says: 'no pod can match this selector',
  },
  {
    rule: 'null-selector',
    mistake: 'the labels of a selector are commented out',
    file: 'booking.yaml',
    from: `minAvailable: 1\n  selector:\n    matchLabels:\n      ${NAME}: booking\n`,
    to: `minAvailable: 1\n  selector:\n  #  matchLabels:\n  #    ${NAME}: booking\n`,
    at: `minAvailable: 1\n  ${PLACE}selector:\n`,
    says: 'selector is null, which selects no pod',
  },
  {
    rule: 'version-in-selector',
    mistake: 'all labels of the pods are copied into the selector',
    file: 'booking.yaml',
    from: `    matchLabels:\n      ${NAME}: mailer\n`,
    to: `    matchLabels:\n      ${NAME}: mailer\n      app.kubernetes.io/version: 1.3.0\n`,
    at: `mailer\n      ${PLACE}app.kubernetes.io/version: 1.3.0\n  template:`,
    says: 'app.kubernetes.io/version=1.3.0 changes with each release',
  },
  {
    rule: 'redundant-requirement',
    mistake: 'somebody makes sure that the label is there',
    file: 'network.yaml',
    from: 'values: [database, cache]\n',
    to: 'values: [database, cache]\n      - key: tier\n        operator: Exists\n',
    at: `- ${PLACE}key: tier\n        operator: Exists\n`,
    says: 'tier Exists adds nothing',
  },
  {
    rule: 'negation-selects-unlabelled',
    mistake: 'the tiers that are not meant are named in place of those that are',
    file: 'network.yaml',
    from: 'operator: In\n        values: [web, api]\n',
    to: 'operator: NotIn\n        values: [database, cache]\n',
    at: `- ${PLACE}key: tier\n        operator: NotIn\n`,
    says: 'also selects what has no label tier',
  },
  {
    rule: 'overlapping-controllers',
    mistake: 'a Deployment selects what it is a part of',
    file: 'booking.yaml',
    from: `    matchLabels:\n      ${NAME}: mailer\n`,
    to: '    matchLabels:\n      app.kubernetes.io/part-of: tickets\n',
    at: `  ${PLACE}selector:\n    matchLabels:\n      app.kubernetes.io/part-of: tickets\n`,
    says: 'Deployment tickets/mailer also selects the pods of',
  },
  {
    rule: 'service-selects-nothing',
    mistake: 'a Service selects by a label of a former time',
    file: 'data.yaml',
    from: `  selector:\n    ${NAME}: cache\n`,
    to: '  selector:\n    app: cache\n',
    at: `  selector:\n    ${PLACE}app: cache\n`,
    says: 'Service tickets/cache selects no pods',
  },
  {
    rule: 'service-mixes-workloads',
    mistake: 'a CronJob is copied with its labels from what it does something for',
    file: 'booking.yaml',
    from: `            ${NAME}: reminders\n`,
    to: `            ${NAME}: booking\n`,
    at: `spec:\n  ${PLACE}selector:\n    ${NAME}: booking\n  ports:`,
    says: 'CronJob tickets/reminders',
  },
  {
    rule: 'budget-selects-nothing',
    mistake: 'a letter is missing in a budget',
    file: 'data.yaml',
    from: `minAvailable: 2\n  selector:\n    matchLabels:\n      ${NAME}: orders\n`,
    to: `minAvailable: 2\n  selector:\n    matchLabels:\n      ${NAME}: order\n`,
    at: `matchLabels:\n      ${PLACE}${NAME}: order\n`,
    says: 'PodDisruptionBudget tickets/orders',
  },
  {
    rule: 'overlapping-budgets',
    mistake: 'the budget of one workload becomes one of all',
    file: 'storefront.yaml',
    from: `maxUnavailable: 1\n  selector:\n    matchLabels:\n      ${NAME}: storefront\n`,
    to: 'maxUnavailable: 1\n  selector:\n    matchLabels:\n      app.kubernetes.io/part-of: tickets\n',
    at: `maxUnavailable: 1\n  ${PLACE}selector:\n`,
    says: 'PodDisruptionBudget tickets/storefront and PodDisruptionBudget tickets/booking both select',
  },
  {
    rule: 'policy-selects-nothing',
    mistake: 'a policy names its pods in the plural',
    file: 'network.yaml',
    from: `podSelector:\n    matchLabels:\n      ${NAME}: booking\n`,
    to: `podSelector:\n    matchLabels:\n      ${NAME}: bookings\n`,
    at: `podSelector:\n    matchLabels:\n      ${PLACE}${NAME}: bookings\n`,
    says: 'NetworkPolicy tickets/booking',
  },
  {
    rule: 'policy-peer-selects-nothing',
    mistake: 'a peer is in another namespace than the policy',
    file: 'network.yaml',
    from: `        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: gateway\n          podSelector:\n`,
    to: '        - podSelector:\n',
    at: `- ${PLACE}podSelector:\n            matchLabels:\n              ${NAME}: gateway\n`,
    says: 'NetworkPolicy tickets/storefront allows traffic from no pods',
  },
  {
    rule: 'autoscaler-shared-pods',
    mistake: 'a CronJob is copied with its labels from what is scaled',
    file: 'booking.yaml',
    from: `            ${NAME}: reminders\n`,
    to: `            ${NAME}: storefront\n`,
    at: `    kind: Deployment\n    name: ${PLACE}storefront\n`,
    foundIn: 'storefront.yaml',
    says: 'CronJob tickets/reminders',
  },
  {
    rule: 'spread-misses-own-pods',
    mistake: 'pods are spread by the label that they had before',
    file: 'storefront.yaml',
    from: `ScheduleAnyway\n          labelSelector:\n            matchLabels:\n              ${NAME}: storefront\n`,
    to: 'ScheduleAnyway\n          labelSelector:\n            matchLabels:\n              app: storefront\n',
    at: `ScheduleAnyway\n          labelSelector:\n            matchLabels:\n              ${PLACE}app: storefront\n`,
    says: 'app=storefront',
  },
  {
    rule: 'affinity-selects-nothing',
    mistake: 'two letters are swapped in an affinity',
    file: 'storefront.yaml',
    from: `${NAME}: cache\n`,
    to: `${NAME}: cahce\n`,
    at: `${PLACE}${NAME}: cahce\n`,
    says: 'cahce',
  },
  {
    rule: 'contradiction',
    mistake: 'a nodeSelector asks for what the affinity excludes',
    file: 'data.yaml',
    from: 'kubernetes.io/os: linux\n',
    to: 'kubernetes.io/os: linux\n        kubernetes.io/arch: riscv64\n',
    at: `- ${PLACE}key: kubernetes.io/arch\n`,
    says: 'can be scheduled nowhere',
  },
  {
    rule: 'monitor-selects-nothing',
    mistake: 'a ServiceMonitor looks for Services by a label that only pods have',
    file: 'monitoring.yaml',
    from: `      - key: ${NAME}\n        operator: In\n        values: [storefront, booking]\n`,
    to: '      - key: tier\n        operator: In\n        values: [web, api]\n',
    at: `  ${PLACE}selector:\n    matchExpressions:\n      - key: tier\n`,
    says: 'ServiceMonitor monitoring/tickets',
  },
  {
    rule: 'monitor-port-missing',
    mistake: 'a ServiceMonitor names a port as another application does',
    file: 'monitoring.yaml',
    from: '- port: metrics\n',
    to: '- port: http-metrics\n',
    at: `- port: ${PLACE}http-metrics\n`,
    says: 'http-metrics',
  },
];
