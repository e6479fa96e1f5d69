import { KubeConfig } from '@kubernetes/client-node';
import { expect, onTestFinished, vi } from 'vitest';
import { Membership, parseSelector } from '../../src/index.ts';
import { Ledger } from './ledger.ts';
import { LoopbackCluster } from './loopback-cluster.ts';
import type { Backup } from './pod-history.ts';

type Labels = Readonly<Record<string, string>>;

interface Options {
  readonly onError?: (error: unknown) => void;
  readonly shortestPause?: number | undefined;
  readonly longestPause?: number | undefined;
  readonly longestSilence?: number | undefined;
}

interface Recipe {
  followPods(kubeConfig: KubeConfig, membership: Membership<string, string>, options?: Options): () => void;
}

// The recipe is JavaScript, to be copied into any project; its types are written down here only.
const recipe = '../../examples/informer/follow.js';
const { followPods } = (await import(recipe)) as Recipe;

/** Selectors with what they mean, told in another way; the last is of one namespace. */
const SELECTORS: readonly [
  id: string,
  text: string,
  means: (labels: Labels) => boolean,
  namespace?: string,
][] = [
  ['all', '', () => true],
  ['web', 'app=web', ({ app }) => app === 'web'],
  ['no-tier', '!tier', ({ tier }) => tier === undefined],
  [
    'front',
    'tier in (front,edge),app!=db',
    ({ tier, app }) => /^(front|edge)$/.test(tier ?? '') && app !== 'db',
  ],
  ['shop-web', 'app=web', ({ app }) => app === 'web', 'shop'],
];

/** Short pauses; a test that says nothing else never waits for a silence to end. */
const QUICK = { shortestPause: 1, longestPause: 5, longestSilence: 600_000 };
/** Long enough for any machine, and never waited for where the recipe works. */
export const PATIENCE = 20_000;

/** A loopback cluster, a Membership that follows it by the recipe, and a subscriber who keeps accounts. */
export class FollowedCluster {
  readonly membership: Membership<string, string> = new Membership();
  readonly ledger: Ledger = new Ledger();
  readonly errors: unknown[] = [];
  readonly kubeConfig: KubeConfig = new KubeConfig();
  readonly cluster: LoopbackCluster;
  #stop: () => void = () => {};

  private constructor(cluster: LoopbackCluster) {
    this.cluster = cluster;
    // The client sends plain HTTP only where certificates would not be looked at either.
    this.kubeConfig.loadFromClusterAndUser(
      { name: 'loopback', server: cluster.url, skipTLSVerify: true },
      { name: 'nobody' },
    );
    for (const [id, text, , namespace] of SELECTORS) {
      this.membership.setSelector(id, parseSelector(text), namespace);
    }
    this.membership.subscribe(this.ledger.tell);
  }

  /** A cluster that is closed, and followed no longer, when the test has finished. */
  static async start(): Promise<FollowedCluster> {
    const followed = new FollowedCluster(await LoopbackCluster.start());
    onTestFinished(() => followed.close());
    return followed;
  }

  async close(): Promise<void> {
    this.stop();
    await this.cluster.close();
  }

  follow(options: Options = {}): void {
    const onError = (error: unknown) => this.errors.push(error);
    this.#stop = followPods(this.kubeConfig, this.membership, { ...QUICK, onError, ...options });
  }

  stop(): void {
    this.#stop();
  }

  put(namespace: string, name: string, labels: Labels): void {
    this.cluster.put(namespace, name, labels);
    this.ledger.happened(this.#pairs());
  }

  delete(namespace: string, name: string): void {
    this.cluster.delete(namespace, name);
    this.ledger.happened(this.#pairs());
  }

  restore(backup: Backup): void {
    this.cluster.history.restore(backup);
    this.ledger.happened(this.#pairs());
  }

  /** Waits until the Membership, and the sum of what was told, are what the cluster holds; and one watch is open. */
  async settled(): Promise<void> {
    const settled = () =>
      this.cluster.watching === 1 && JSON.stringify(this.#actual()) === JSON.stringify(this.#expected());
    // Where it never comes to that, what is amiss is shown below.
    await vi.waitUntil(settled, { timeout: PATIENCE, interval: 2 }).catch(() => {});
    expect(this.#actual()).toEqual(this.#expected());
    expect(this.cluster.watching).toBe(1);
    expect(this.ledger.wrong).toEqual([]);
  }

  /** Waits until another follower, who comes now, has seen everything: so could this one have. */
  async witnessed(): Promise<void> {
    const witness = new Membership<string, string>();
    const leave = followPods(this.kubeConfig, witness, { ...QUICK, onError: () => {} });
    try {
      await until(() => expect(witness.objects).toBe(this.cluster.history.pods.size));
      this.put('witness', 'w', {});
      await until(() => expect(witness.hasObject('witness/w')).toBe(true));
    } finally {
      leave();
    }
    await until(() => expect(this.cluster.watching).toBe(0));
  }

  /** The objects as the Membership has them, with who selects them. */
  state(): Record<string, unknown> {
    const ids = this.membership.objectsOf('all').sort();
    return Object.fromEntries(
      ids.map((id) => [
        id,
        { labels: this.membership.labelsOf(id), by: this.membership.selectorsOf(id).sort() },
      ]),
    );
  }

  /** What was told since the last time. */
  told(): string[] {
    return this.ledger.told.splice(0).sort();
  }

  #actual(): object {
    const ids = SELECTORS.flatMap(([selector]) =>
      this.membership.objectsOf(selector).map((id) => `${id} ${selector}`),
    );
    return {
      objects: this.membership.objects,
      state: this.state(),
      pairs: ids.sort(),
      told: [...this.ledger.standing].sort(),
    };
  }

  #expected(): object {
    const pairs = this.#pairs();
    const state = [...this.cluster.history.pods]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, pod]) => {
        const by = SELECTORS.map(([selector]) => selector).filter((selector) =>
          pairs.has(`${id} ${selector}`),
        );
        return [id, { labels: pod.metadata.labels, by: by.sort() }] as const;
      });
    return {
      objects: this.cluster.history.pods.size,
      state: Object.fromEntries(state),
      pairs: [...pairs].sort(),
      told: [...pairs].sort(),
    };
  }

  #pairs(): Set<string> {
    const pairs = new Set<string>();
    for (const { metadata } of this.cluster.history.pods.values()) {
      for (const [selector, , means, namespace = metadata.namespace] of SELECTORS) {
        if (namespace === metadata.namespace && means(metadata.labels)) {
          pairs.add(`${metadata.namespace}/${metadata.name} ${selector}`);
        }
      }
    }
    return pairs;
  }
}

/** Asks again and again until nothing is thrown. */
export async function until(asks: () => void): Promise<void> {
  await vi.waitFor(asks, { timeout: PATIENCE, interval: 2 });
}
