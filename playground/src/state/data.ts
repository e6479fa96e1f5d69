import { type Signal, signal } from '@preact/signals';
import { ask } from '../engine/client.ts';
import type { Subjects } from '../engine/collection.ts';
import type { DataWanted, Source } from '../engine/dataset.ts';
import type { Loaded } from '../engine/protocol.ts';
import { CLUSTER_PODS, EXAMPLE } from './defaults.ts';
import { fail, failure } from './failure.ts';

/** Which objects the page has. */
export type DataKind = 'example' | 'cluster' | 'own';

export const dataKind: Signal<DataKind> = signal('example');

/** The texts of the objects; of the cluster there are none. */
export const sources: Signal<readonly Source[]> = signal(EXAMPLE);

/** Whether pods are asked, or everything that has labels. */
export const subjects: Signal<Subjects> = signal('pods');

/** What was read of the objects; undefined before anything was. */
export const loaded: Signal<Loaded | undefined> = signal(undefined);

/** Whether objects are being read. */
export const isLoading: Signal<boolean> = signal(false);

/* The worker answers in the order asked: what it says last is how things are. */

/** How often objects were to be read. What is read while others are waited for is not shown. */
let loads = 0;

async function load(data: DataWanted): Promise<void> {
  const own = ++loads;
  isLoading.value = true;
  try {
    const result = await ask('load', { data, subjects: subjects.value });
    if (own !== loads) return;
    loaded.value = result;
    failure.value = undefined;
  } catch (error) {
    if (own === loads) fail(error);
  } finally {
    if (own === loads) isLoading.value = false;
  }
}

export function loadExample(): Promise<void> {
  dataKind.value = 'example';
  sources.value = EXAMPLE;
  return load({ kind: 'manifests', sources: EXAMPLE });
}

export function loadCluster(): Promise<void> {
  dataKind.value = 'cluster';
  sources.value = [];
  return load({ kind: 'cluster', pods: CLUSTER_PODS });
}

export function loadSources(texts: readonly Source[]): Promise<void> {
  dataKind.value = 'own';
  sources.value = texts;
  return load({ kind: 'manifests', sources: texts });
}

/** Asks pods alone, or everything. */
export async function askOf(wanted: Subjects): Promise<void> {
  subjects.value = wanted;
  try {
    loaded.value = await ask('subjects', { subjects: wanted });
  } catch (error) {
    fail(error);
  }
}
