import type { AdmissionRules, KindRows, Row } from './row.ts';

const GROUP = 'admissionregistration.k8s.io';

/** Objects by their labels and by those of their namespaces; without a selector, all of them. */
const ADMITTED = {
  field: 'objectSelector',
  form: 'label-selector',
  claim: 'admits',
  reach: { selector: 'namespaceSelector', absent: 'every' },
  absent: 'everything',
  empty: 'everything',
} as const satisfies Partial<Row>;

const POLICY_RULES = { rules: 'resourceRules', except: 'excludeResourceRules' } as const;

const WEBHOOKS: Row = { ...ADMITTED, at: 'webhooks[]', of: { rules: 'rules', absent: 'nothing' } };

const POLICY: Row = {
  ...ADMITTED,
  at: 'spec.matchConstraints',
  of: { ...POLICY_RULES, absent: 'nothing' } satisfies AdmissionRules,
};

/** A binding narrows down what its policy is for, and leaves out what it does not narrow. */
const BINDING: Row = {
  ...ADMITTED,
  at: 'spec.matchResources',
  of: { ...POLICY_RULES, absent: 'everything' } satisfies AdmissionRules,
};

/** Kinds that say which objects the API server asks about before it takes them. */
export const ADMISSION_KINDS: readonly KindRows[] = [
  { group: GROUP, kind: 'ValidatingWebhookConfiguration', rows: [WEBHOOKS] },
  { group: GROUP, kind: 'MutatingWebhookConfiguration', rows: [WEBHOOKS] },
  { group: GROUP, kind: 'ValidatingAdmissionPolicy', rows: [POLICY] },
  { group: GROUP, kind: 'MutatingAdmissionPolicy', rows: [POLICY] },
  { group: GROUP, kind: 'ValidatingAdmissionPolicyBinding', rows: [BINDING] },
  { group: GROUP, kind: 'MutatingAdmissionPolicyBinding', rows: [BINDING] },
];
