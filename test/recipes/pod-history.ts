/** As much of a pod as matters here. */
export interface Pod {
  readonly apiVersion: 'v1';
  readonly kind: 'Pod';
  readonly metadata: {
    readonly namespace: string;
    readonly name: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly labels: Readonly<Record<string, string>>;
  };
}

export interface PodEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Pod;
  readonly version: number;
}

/** What a backup keeps. */
export interface Backup {
  readonly version: number;
  readonly pods: readonly Pod[];
}

/** The pods of a cluster as its store has them: what there is, and what changed since a version not yet forgotten. */
export class PodHistory {
  readonly pods: Map<string, Pod> = new Map();
  #version = 1;
  #forgotten = 0;
  #events: PodEvent[] = [];
  #uids = 0;

  /** The version of the store: of the last change of anything. */
  get version(): number {
    return this.#version;
  }

  /** Makes a pod, or gives labels to the one that has the name; a status that changed gives the labels it had. */
  put(namespace: string, name: string, labels: Readonly<Record<string, string>>): void {
    const before = this.pods.get(`${namespace}/${name}`);
    this.#uids += before === undefined ? 1 : 0;
    const uid = before?.metadata.uid ?? `uid-${this.#uids}`;
    const resourceVersion = String(this.#version + 1);
    const metadata = { namespace, name, uid, resourceVersion, labels };
    const object: Pod = { apiVersion: 'v1', kind: 'Pod', metadata };
    this.pods.set(`${namespace}/${name}`, object);
    this.#note(before === undefined ? 'ADDED' : 'MODIFIED', object);
  }

  /** Deletes a pod, where there is one; the event has the version of the deletion. */
  delete(namespace: string, name: string): void {
    const before = this.pods.get(`${namespace}/${name}`);
    if (before === undefined) return;
    this.pods.delete(`${namespace}/${name}`);
    const metadata = { ...before.metadata, resourceVersion: String(this.#version + 1) };
    this.#note('DELETED', { ...before, metadata });
  }

  /** Something that is not a pod changed. */
  tick(): void {
    this.#version += 1;
  }

  /** The events after a version; undefined where some of them are forgotten. A version yet to come has none. */
  since(version: number): readonly PodEvent[] | undefined {
    return version < this.#forgotten ? undefined : this.#events.filter((event) => event.version > version);
  }

  /** Forgets every event so far. */
  compact(): void {
    this.#forgotten = this.#version;
    this.#events = [];
  }

  backup(): Backup {
    return { version: this.#version, pods: [...this.pods.values()] };
  }

  /** Goes back to a backup: versions since are given out again, to other changes. */
  restore({ version, pods }: Backup): void {
    this.pods.clear();
    for (const pod of pods) this.pods.set(`${pod.metadata.namespace}/${pod.metadata.name}`, pod);
    this.#version = version;
    this.#forgotten = Math.min(this.#forgotten, version);
    this.#events = this.#events.filter((event) => event.version <= version);
  }

  #note(type: PodEvent['type'], object: Pod): void {
    this.#version += 1;
    this.#events.push({ type, object, version: this.#version });
  }
}
