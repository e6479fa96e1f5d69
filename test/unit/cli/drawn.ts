import { type Box, boxesOf } from '../../../src/cli/output/graph-boxes.ts';
import { type Relations, readManifests, relationsOf } from '../../../src/manifests.ts';

/** A shop: of every kind of relation that is drawn in its own way, one. */
export const SHOP = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: public, namespace: shop}
spec: {defaultBackend: {service: {name: web}}}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {selector: {app: web}}
---
apiVersion: v1
kind: Service
metadata: {name: idle, namespace: shop}
spec: {selector: {app: nothing}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web, tier: front}}
    spec:
      containers: []
      nodeSelector: {pool: front}
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - {topologyKey: host, labelSelector: {matchLabels: {app: web}}}
        podAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - {weight: 1, podAffinityTerm: {topologyKey: host, labelSelector: {matchLabels: {app: cache}}}}
            - {weight: 1, podAffinityTerm: {topologyKey: host, labelSelector: {matchLabels: {app: none}}}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: cache, namespace: shop}
spec:
  selector: {matchLabels: {app: cache}}
  template: {metadata: {labels: {app: cache}}, spec: {containers: []}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: other, namespace: shop}
spec:
  selector: {matchLabels: {app: other}}
  template: {metadata: {labels: {app: other}}, spec: {containers: []}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: more, namespace: shop}
spec:
  selector: {matchLabels: {app: more}}
  template: {metadata: {labels: {app: more}}, spec: {containers: []}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed, namespace: shop}
spec: {podSelector: {}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: one, namespace: shop}
spec: {podSelector: {matchLabels: {app: web, pod-template-hash: a}}}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web, namespace: monitoring}
spec: {selector: {matchLabels: {app: web}}, namespaceSelector: {matchNames: [shop]}}
---
apiVersion: v1
kind: Node
metadata: {name: node-a, labels: {pool: front}}
`;

/** Names and labels that every one of the languages takes for something else, unless they are escaped. */
export const ODD: string = JSON.stringify([
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'a"b<c>&#38;\\N%%{init}%%`x`\n]]>', namespace: 'n"s:[]{}|\\' },
    spec: { selector: { end: 'x' } },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: '\u001b[31m\u202e\u0000\ufffe', namespace: 'n"s:[]{}|\\', labels: { end: 'x' } },
    spec: { containers: [] },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'subgraph\nend;style:#;', labels: {} },
    spec: { containers: [] },
  },
]);

/** The relations of one text. */
export async function relationsIn(text: string, source = 'test.yaml'): Promise<Relations> {
  return relationsOf((await readManifests(text, source)).objects);
}

/** The boxes of one text. */
export async function boxesIn(text: string, source = 'test.yaml'): Promise<readonly Box[]> {
  return boxesOf(await relationsIn(text, source));
}
