import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, TIMEOUT } from '../property/runs.ts';
import { FollowedCluster } from './followed-cluster.ts';
import type { LoopbackCluster, Seen } from './loopback-cluster.ts';

/* Histories of pods interleaved with all that can happen to a connection: nothing lost, nothing told doubled. */

const FAULTS = {
  end: (cluster) => cluster.end(),
  drop: (cluster) => cluster.drop('close'),
  reset: (cluster) => cluster.drop('reset'),
  cut: (cluster) => cluster.cutNext(),
  tick: (cluster) => cluster.tick(),
  bookmark: (cluster) => cluster.bookmark(),
  goneAnswer: (cluster) => forget(cluster, 'answer'),
  goneEvent: (cluster) => forget(cluster, 'event'),
  down: (cluster) => cluster.down(true),
  up: (cluster) => cluster.down(false),
  mute: (cluster) => cluster.mute(true),
  unmute: (cluster) => cluster.mute(false),
  hold: (cluster) => cluster.hold(),
  release: (cluster) => cluster.release(),
} as const satisfies Record<string, (cluster: LoopbackCluster) => void>;

/** Something was missed, and is forgotten: a watch that goes on from where it was comes too late. */
function forget(cluster: LoopbackCluster, gone: 'answer' | 'event'): void {
  cluster.gone = gone;
  cluster.mute(true);
  cluster.tick();
  cluster.history.compact();
  cluster.end();
  cluster.mute(false);
}

type Pod = readonly [namespace: string, name: string];
type Step =
  | { readonly kind: 'put' | 'replace'; readonly pod: Pod; readonly labels: Readonly<Record<string, string>> }
  | { readonly kind: 'delete'; readonly pod: Pod }
  | { readonly kind: 'fault'; readonly fault: keyof typeof FAULTS }
  | { readonly kind: 'pass'; readonly milliseconds: number }
  | { readonly kind: 'settle' };

const pod: fc.Arbitrary<Pod> = fc.tuple(fc.constantFrom('shop', 'test'), fc.constantFrom('a', 'b', 'c'));
const labels = fc.constantFrom<Readonly<Record<string, string>>[]>(
  {},
  { app: 'web' },
  { app: 'web', tier: 'front' },
  { app: 'db', tier: 'edge' },
  { tier: 'edge' },
);
const fault = fc.constantFrom(...(Object.keys(FAULTS) as (keyof typeof FAULTS)[]));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('put'), pod, labels }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replace'), pod, labels }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete'), pod }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('fault'), fault }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pass'), milliseconds: fc.nat(10) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'settle' }) },
);

async function take(it: FollowedCluster, step: Step): Promise<void> {
  switch (step.kind) {
    case 'put':
      return it.put(...step.pod, step.labels);
    case 'replace':
      it.delete(...step.pod);
      return it.put(...step.pod, step.labels);
    case 'delete':
      return it.delete(...step.pod);
    case 'fault':
      return FAULTS[step.fault](it.cluster);
    case 'pass':
      return new Promise((resolve) => setTimeout(resolve, step.milliseconds));
    case 'settle':
      return settle(it);
  }
}

/** Ends what lasts, so that the network is in order. */
async function settle(it: FollowedCluster): Promise<void> {
  it.cluster.down(false);
  it.cluster.mute(false);
  it.cluster.release();
  await it.settled();
}

test('a Membership that follows is what the cluster is, after every history', {
  timeout: TIMEOUT,
}, async () => {
  const seen: Partial<Seen> = {};
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
      const it = await FollowedCluster.start();
      try {
        it.follow();
        for (const step of steps) await take(it, step);
        await settle(it);
        for (const [name, times] of Object.entries(it.cluster.seen) as [keyof Seen, number][]) {
          seen[name] = (seen[name] ?? 0) + times;
        }
      } finally {
        await it.close();
      }
    }),
    runs(20),
  );
  expect(Math.min(...Object.values(seen)), 'how often the rarest of faults happened').toBeGreaterThan(0);
});
