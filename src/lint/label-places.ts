import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { isJsonObject, placesOf } from '../manifests/places.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { contentOf } from './content-of.ts';
import { valueAt } from './value-at.ts';
import type { Workload } from './workload.ts';

/** Labels that an object gives to something, and where they are written. */
export interface LabelPlace {
  readonly path: ObjectPath;
  readonly labels: Readonly<Record<string, string>>;
}

const METADATA_LABELS: ObjectPath = ['metadata', 'labels'];

/** Where objects have metadata for what is made of them, beside that of pods. */
const OTHER_TEMPLATES: ReadonlyMap<string, readonly string[]> = new Map([
  ['CronJob', ['spec.jobTemplate']],
  ['StatefulSet', ['spec.volumeClaimTemplates[]']],
]);

/** Volumes of a pod that bring a claim of their own. */
const OF_PODS = 'spec.volumes[].ephemeral.volumeClaimTemplate';

/** The labels in some metadata that are strings; what is none is told when templates are read. */
function labelsOf(metadata: unknown): Readonly<Record<string, string>> {
  const entries = isJsonObject(metadata) ? Object.entries(metadata) : [];
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])),
  );
}

/** Everywhere an object gives labels: to itself, to its pods, and to what else is made from it. */
export function labelPlaces(object: KubernetesObject, workloads: readonly Workload[]): readonly LabelPlace[] {
  const content = contentOf(object);
  const others = (OTHER_TEMPLATES.get(object.kind) ?? []).flatMap((pattern) =>
    placesOf({ path: [], value: content }, pattern, []),
  );
  const ofPods = workloads.flatMap(({ template: { path } }) => {
    const value = valueAt(content, path);
    return isJsonObject(value) ? placesOf({ path, value }, OF_PODS, []) : [];
  });
  return [
    { path: METADATA_LABELS, labels: object.labels },
    // The template of a Pod is the Pod.
    ...workloads
      .filter(({ template }) => template.path.length > 0)
      .map(({ template }) => ({ path: [...template.path, ...METADATA_LABELS], labels: template.labels })),
    ...[...others, ...ofPods].map(({ path, value }) => ({
      path: [...path, ...METADATA_LABELS],
      labels: labelsOf(valueAt(value, METADATA_LABELS)),
    })),
  ];
}
