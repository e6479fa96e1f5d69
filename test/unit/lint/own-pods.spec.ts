import { describe, expect, test } from 'vitest';
import { brief, lint } from './linting.ts';

const spread = (labels: string, more = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      topologySpreadConstraints:
        - topologyKey: zone
          maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: ${labels} }
      containers: [{ name: web, image: web }]
${more}`;

const affinity = (field: string, term: string, more = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      affinity:
        ${field}:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: zone
              labelSelector: { matchLabels: ${term} }
      containers: [{ name: web, image: web }]
${more}`;

const CACHE = `---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: cache }
spec:
  serviceName: cache
  selector: { matchLabels: { app: cache } }
  template:
    metadata: { labels: { app: cache } }
    spec: { containers: [{ name: cache, image: cache }] }
`;

const OPERATED = `---
apiVersion: example.com/v1
kind: Thing
metadata: { name: x }
`;

const found = async (text: string) => (await lint(text)).map(brief);

describe('a spread constraint', () => {
  test('that misses its own pods by a slip is told at the label', async () => {
    const findings = await lint(spread('{ app: wbe }'));
    expect(findings.map(brief)).toEqual(['spread-misses-own-pods definite 13:43']);
    expect(findings[0]?.message).toBe(
      'the constraint counts pods with app=wbe, and the pods of Deployment web are none of them, so that it does not spread them',
    );
  });

  test('that counts others may be meant', async () => {
    expect(await found(spread('{ app: cache }', CACHE))).toEqual([
      expect.stringMatching(/^spread-misses-own-pods possible 13:/),
    ]);
  });

  test('that counts its own pods, by a label only a cluster knows too, is right', async () => {
    expect(await found(spread('{ app: web }'))).toEqual([]);
    expect(await found(spread('{ app: web, pod-template-hash: abc }'))).toEqual([]);
    expect(await found(spread('{}'))).toEqual([]);
  });
});

describe('an affinity to pods', () => {
  test('that keeps replicas apart no more is told at the label', async () => {
    const findings = await lint(affinity('podAntiAffinity', '{ app: wbe }'));
    expect(findings.map(brief)).toEqual(['affinity-selects-nothing definite 13:47']);
    expect(findings[0]?.message).toContain('the pods of Deployment web are kept away from no pods');
  });

  test('to pods that are there, or are its own, is right', async () => {
    expect(await found(affinity('podAntiAffinity', '{ app: web }'))).toEqual([]);
    expect(await found(affinity('podAffinity', '{ app: web }'))).toEqual([]);
    expect(await found(affinity('podAffinity', '{ app: cache }', CACHE))).toEqual([]);
  });

  test('to pods that nobody has shown is possible, and where an operator may make them, unknown', async () => {
    expect(await found(affinity('podAffinity', '{ app: redis, tier: cache }'))).toEqual([
      expect.stringMatching(/^affinity-selects-nothing possible 13:/),
    ]);
    expect(await found(affinity('podAffinity', '{ app: redis, tier: cache }', OPERATED))).toEqual([
      expect.stringMatching(/^affinity-selects-nothing unknown 13:/),
    ]);
  });
});
