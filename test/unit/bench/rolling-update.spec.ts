import { describe, expect, test } from 'vitest';

interface ObjectEvent {
  readonly id: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface Lot {
  readonly started: readonly { readonly before: string; readonly after: string }[];
  readonly events: readonly ObjectEvent[];
}

const bench = new URL('../../../bench/', import.meta.url);
const { fleetLines }: { fleetLines(shape: string, count: number): Iterable<string> } = await import(
  new URL('corpus/fleet/objects.js', bench).href
);
const {
  rollingLots,
  rolledObjects,
}: {
  rollingLots(objects: number): Iterable<Lot>;
  rolledObjects(objects: number): Iterable<ObjectEvent>;
} = await import(new URL('membership/rolling.js', bench).href);

const OBJECTS = 2_000;
const TEMPLATE = 'pod-template-hash';
const REVISION = 'controller-revision-hash';
const CANARY = 'acme.example/canary';

const pods = Array.from(fleetLines('replicas', OBJECTS), (line): Required<ObjectEvent> => JSON.parse(line));
const lots = [...rollingLots(OBJECTS)];
const events = lots.flatMap((lot) => lot.events);

describe('a rolling update', () => {
  test('is three events for each pod', () => {
    expect(events).toHaveLength(3 * OBJECTS);
  });

  test('takes a pod of a Deployment away when another one is ready, and one of a StatefulSet before it comes back', () => {
    for (const [index, { id, labels }] of pods.entries()) {
      const [first, second, third] = events.slice(3 * index, 3 * index + 3);
      if (labels[TEMPLATE] === undefined) {
        expect(first).toEqual(expect.not.objectContaining({ labels: expect.anything() }));
        expect([first?.id, second?.id, third?.id]).toEqual([id, id, id]);
      } else {
        expect(third).toEqual(expect.not.objectContaining({ labels: expect.anything() }));
        expect(third?.id).toBe(id);
        expect(second?.id).toBe(first?.id);
        expect(second?.id).not.toBe(id);
      }
    }
  });

  test('changes the hash of the template or of the revision, the same for all pods that had the same', () => {
    const hashes = new Map<string, string>();
    for (const [index, { labels }] of pods.entries()) {
      const key = labels[TEMPLATE] === undefined ? REVISION : TEMPLATE;
      const ready = events.slice(3 * index, 3 * index + 3).findLast((event) => event.labels !== undefined);
      const { [key]: before = '', ...others } = labels;
      const { [key]: after = '', ...kept } = ready?.labels ?? {};
      expect(kept).toEqual(others);
      expect(after).not.toBe(before);
      expect(hashes.get(before) ?? after).toBe(after);
      hashes.set(before, after);
    }
    expect(new Set(hashes.values()).size).toBe(hashes.size);
  });

  test('marks a pod until it is ready, and keeps its labels in byte order', () => {
    const marked = events.filter(({ labels }) => labels?.[CANARY] === 'starting');
    expect(marked).toHaveLength(OBJECTS);
    for (const { labels = {} } of events) expect(Object.keys(labels)).toEqual(Object.keys(labels).sort());
  });

  test('tells each template once, with the first pod of it', () => {
    const templates = new Set(pods.flatMap(({ labels }) => labels[TEMPLATE] ?? []));
    const started = lots.flatMap((lot) => lot.started);
    expect(started.map(({ before }) => before)).toEqual([...templates]);
  });

  test('leaves as many pods as there were', () => {
    const there = new Map<string, ObjectEvent>(pods.map((pod) => [pod.id, pod]));
    for (const event of events) {
      if (event.labels === undefined) expect(there.delete(event.id)).toBe(true);
      else there.set(event.id, event);
    }
    expect(there.size).toBe(OBJECTS);
    const rolled = Array.from(rolledObjects(OBJECTS), (pod) => [pod.id, pod] as const);
    expect(new Map(rolled)).toEqual(there);
  });
});
