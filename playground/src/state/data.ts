import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
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

/** The texts that the worker has, as far as it has told: others than {@link sources} while some are typed, or read. */
export const readSources: Signal<readonly Source[] | undefined> = signal(undefined);

/** Whether texts are waited for, and whether the worker reads objects. */
const isComing = signal(false);
const isReading = signal(false);

/** Whether objects are being read. */
export const isLoading: ReadonlySignal<boolean> = computed(() => isComing.value || isReading.value);

/* The worker answers in the order asked: what it says last is how things are. */

/** How often objects were to be read. What is read while others are waited for is not shown. */
let loads = 0;

/** How often somebody wanted objects. Texts that come when others are wanted already are not read. */
let wants = 0;

/** How long nobody types before a text is read, in milliseconds. */
const CALM = 350;

let typed: ReturnType<typeof setTimeout> | undefined;

function want(): number {
  isComing.value = false;
  return ++wants;
}

async function load(kind: DataKind, texts: readonly Source[]): Promise<void> {
  const own = ++loads;
  // What was typed before is part of the texts, or is not wanted any more.
  clearTimeout(typed);
  batch(() => {
    isReading.value = true;
    dataKind.value = kind;
    sources.value = texts;
  });
  const data: DataWanted =
    kind === 'cluster' ? { kind, pods: CLUSTER_PODS } : { kind: 'manifests', sources: texts };
  try {
    const result = await ask('load', { data, subjects: subjects.value });
    readSources.value = texts;
    if (own !== loads) return;
    loaded.value = result;
    failure.value = undefined;
  } catch (error) {
    if (own === loads) fail(error);
  } finally {
    if (own === loads) isReading.value = false;
  }
}

export function loadExample(): Promise<void> {
  want();
  return load('example', EXAMPLE);
}

export function loadCluster(): Promise<void> {
  want();
  return load('cluster', []);
}

export function loadSources(texts: readonly Source[]): Promise<void> {
  want();
  return load('own', texts);
}

/** Changes one of the texts, which is read when nobody types. */
export function typeSource(index: number, text: string): void {
  want();
  batch(() => {
    dataKind.value = 'own';
    sources.value = sources.peek().map((one, at) => (at === index ? { ...one, text } : one));
  });
  clearTimeout(typed);
  typed = setTimeout(() => void load('own', sources.peek()), CALM);
}

/**
 * Texts that are to be read when they are there; undefined where other objects are wanted before.
 * @throws Error where they do not come, and are wanted still
 */
export async function stillWanted(
  coming: Promise<readonly Source[]>,
): Promise<readonly Source[] | undefined> {
  const own = want();
  isComing.value = true;
  try {
    const texts = await coming;
    return own === wants ? texts : undefined;
  } catch (error) {
    if (own === wants) throw error;
    return undefined;
  } finally {
    if (own === wants) isComing.value = false;
  }
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
