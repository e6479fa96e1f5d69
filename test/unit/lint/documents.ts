/** Labels as they are given to the makers of documents below. */
type Labels = Readonly<Record<string, string>>;

interface WorkloadParts {
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly namespace?: string;
  readonly labels: Labels;
  /** The labels, if left out. */
  readonly selector?: Labels;
  /** Of the only container. */
  readonly ports?: string;
  /** Annotations, ownerReferences and the like: more metadata, in flow style. */
  readonly metadata?: string;
}

function flow(labels: Labels): string {
  return JSON.stringify(labels);
}

function metadataOf(name: string, namespace: string | undefined, more = ''): string {
  const where = namespace === undefined ? '' : `, namespace: ${namespace}`;
  return `metadata: { name: ${name}${where}${more === '' ? '' : `, ${more}`} }`;
}

/** A workload of eight lines: its selector is on line 5, the labels of its pods are on line 7. */
export function workload(
  name: string,
  {
    kind = 'Deployment',
    apiVersion = 'apps/v1',
    namespace,
    labels,
    selector = labels,
    ports = '[]',
    metadata,
  }: WorkloadParts,
): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
${metadataOf(name, namespace, metadata)}
spec:
  selector: { matchLabels: ${flow(selector)} }
  template:
    metadata: { labels: ${flow(labels)} }
    spec: { containers: [{ name: main, image: main, ports: ${ports} }] }
`;
}

/** A Job of eight lines, with the labels of its pods on line 7. */
export function job(name: string, labels: Labels, spec = '', ports = '[]', metadata = ''): string {
  return `apiVersion: batch/v1
kind: Job
${metadataOf(name, undefined, metadata)}
spec:
  backoffLimit: 0
  template:
    metadata: { labels: ${flow(labels)} }
    spec: { restartPolicy: Never, containers: [{ name: main, image: main, ports: ${ports} }] }
${spec}`;
}

/** A CronJob of ten lines. */
export function cronJob(name: string, labels: Labels, spec = 'schedule: "@daily"'): string {
  return `apiVersion: batch/v1
kind: CronJob
${metadataOf(name, undefined)}
spec:
  ${spec}
  jobTemplate:
    spec:
      template:
        metadata: { labels: ${flow(labels)} }
        spec: { restartPolicy: Never, containers: [{ name: main, image: main }] }
`;
}

/** A Service of six lines: its selector is on line 5, from column 3. */
export function service(
  name: string,
  selector: Labels,
  more = 'ports: [{ port: 80, targetPort: 8080 }]',
  namespace?: string,
): string {
  return `apiVersion: v1
kind: Service
${metadataOf(name, namespace)}
spec:
  selector: ${flow(selector)}
  ${more}
`;
}

/** A PodDisruptionBudget of six lines: its selector is on line 6. */
export function budget(name: string, selector: Labels, namespace?: string): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
${metadataOf(name, namespace)}
spec:
  minAvailable: 1
  selector: { matchLabels: ${flow(selector)} }
`;
}

/** A NetworkPolicy with its podSelector on line 5, and its peers, in flow style, on line 7. */
export function policy(name: string, selector: string, peers = '', namespace?: string): string {
  const ingress = peers === '' ? '' : `  ingress:\n    - from: [${peers}]\n`;
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadataOf(name, namespace)}
spec:
  podSelector: ${selector}
${ingress}`;
}

/** Documents as one text. */
export function documents(...texts: readonly string[]): string {
  return texts.join('---\n');
}
