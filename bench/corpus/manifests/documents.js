/*
 * Kubernetes objects as charts write them, as documents of YAML.
 */

/** Labels as a block of YAML, so many spaces in. */
function block(labels, indent) {
  return Object.entries(labels)
    .map(([key, value]) => `${' '.repeat(indent)}${key}: ${value}`)
    .join('\n');
}

const metadata = ({ name, namespace, labels }) => `metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
${block(labels, 4)}`;

/**
 * A Deployment or a StatefulSet of ten pods.
 *
 * @param {object} workload
 * @param {'Deployment' | 'StatefulSet'} workload.kind
 * @param {string} workload.name
 * @param {string} workload.namespace
 * @param {Record<string, string>} workload.labels of the object
 * @param {Record<string, string>} workload.selector
 * @param {Record<string, string>} workload.podLabels
 * @param {string} workload.image
 * @param {number} workload.port
 */
export function workloadDocument({ kind, name, namespace, labels, selector, podLabels, image, port }) {
  return `apiVersion: apps/v1
kind: ${kind}
${metadata({ name, namespace, labels })}
spec:
  replicas: 10
${kind === 'StatefulSet' ? `  serviceName: ${name}\n` : ''}  selector:
    matchLabels:
${block(selector, 6)}
  template:
    metadata:
      labels:
${block(podLabels, 8)}
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "${port}"
    spec:
      serviceAccountName: ${name}
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: main
          image: registry.acme.example/${image}
          args: ["--listen=:${port}", "--log-format=json"]
          ports:
            - name: main
              containerPort: ${port}
          env:
            - name: POD_NAMESPACE
              valueFrom:
                fieldRef:
                  fieldPath: metadata.namespace
            - name: LOG_LEVEL
              value: info
          # Measured under load, with some room.
          resources:
            requests: { cpu: 100m, memory: 256Mi }
            limits: { memory: 512Mi }
          readinessProbe:
            httpGet:
              path: /ready
              port: main
            periodSeconds: 5
          volumeMounts:
            - name: config
              mountPath: /etc/${name}
      volumes:
        - name: config
          configMap:
            name: ${name}
`;
}

/** @param {boolean} isHeadless whether it only gives names to the pods */
export function serviceDocument({ name, namespace, labels, selector, port, isHeadless }) {
  return `apiVersion: v1
kind: Service
${metadata({ name, namespace, labels })}
spec:
${isHeadless ? '  clusterIP: None\n' : ''}  selector:
${block(selector, 4)}
  ports:
    - name: main
      port: ${port}
      targetPort: ${port}
`;
}

/** A policy that lets some pods of the namespace in, and nobody else. */
export function policyDocument({ name, namespace, labels, selector, from: { instance, components }, port }) {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadata({ name, namespace, labels })}
spec:
  podSelector:
    matchLabels:
${block(selector, 6)}
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app.kubernetes.io/instance: ${instance}
            matchExpressions:
              - key: app.kubernetes.io/component
                operator: In
                values:
${components.map((component) => `                  - ${component}`).join('\n')}
      ports:
        - protocol: TCP
          port: ${port}
`;
}
