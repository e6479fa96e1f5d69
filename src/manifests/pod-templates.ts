import { describeValue } from '../selector/objects/json-shape.ts';
import { mendScalar, withMend } from '../selector/objects/known-fields.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { addedLabels } from './added-labels.ts';
import { assertContent } from './content-argument.ts';
import type { DescribedKind } from './described-kind.ts';
import { type Finding, findingAt } from './finding.ts';
import { isJsonObject, type JsonObject, memberOf, type Place, placesOf } from './places.ts';
import { keptRegistryOf, type Registry } from './registry.ts';

/** What pods are made from; of a Pod, the Pod itself. */
export interface PodTemplate {
  /** Where it stands in the object: `spec.template`, and `[]` for a Pod. */
  readonly path: ObjectPath;
  /** The labels that the template gives to its pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** Keys of labels that controllers may add; which values they have is not to be known from a manifest. */
  readonly added: readonly string[];
}

/** Where kinds that the registry does not know may have a template: those of workloads, and those of jobs. */
const LIKELY: readonly string[] = ['spec.template', 'spec.jobTemplate.spec.template'];

/** Whether something is made like a pod, and not like another kind that templates are made of. */
function isPodLike({ value }: Place): boolean {
  const spec = memberOf(value, 'spec');
  return isJsonObject(spec) && Array.isArray(memberOf(spec, 'containers'));
}

function textOf(object: JsonObject, name: string): string {
  const value = memberOf(object, name);
  return typeof value === 'string' ? value : '';
}

/** The templates of an object with the objects they are; what is wrong with their labels goes to `findings`. */
export function templatePlaces(
  content: JsonObject,
  findings: Finding[],
  registry: Registry,
): readonly (PodTemplate & Place)[] {
  const root: Place = { path: [], value: content };
  const kind = textOf(content, 'kind');
  const known = registry(textOf(content, 'apiVersion'), kind);
  // What stands where no template is known to be may be anything, and is not for us to find fault with.
  const places =
    known === undefined
      ? LIKELY.flatMap((pattern) => placesOf(root, pattern, [])).filter(isPodLike)
      : known.template === undefined
        ? []
        : placesOf(root, known.template, findings);
  return places.map((place) => ({
    ...place,
    labels: labelsOf(place, findings),
    added: known === undefined ? [] : (known.adds ?? addedLabels(kind)),
  }));
}

/** The labels of a template, as the API server reads them: the value null is `""`, and what is no string is refused. */
function labelsOf({ path, value }: Place, findings: Finding[]): Readonly<Record<string, string>> {
  const metadata = memberOf(value, 'metadata');
  const written = isJsonObject(metadata) ? memberOf(metadata, 'labels') : undefined;
  const at = [...path, 'metadata', 'labels'];
  const labels: [string, string][] = [];
  if (written !== undefined && !isJsonObject(written)) {
    const message = `labels are an object of keys and strings, not ${describeValue(written)}`;
    findings.push(findingAt(at, 'wrong-type', message));
    return {};
  }
  for (const [key, label] of Object.entries(written ?? {})) {
    if (typeof label === 'string' || label === null) labels.push([key, label ?? '']);
    else {
      const message = `a label is a string, not ${describeValue(label)}`;
      findings.push(findingAt([...at, key], 'wrong-type', withMend(message, mendScalar(label))));
    }
  }
  // fromEntries defines own properties, so a label named __proto__ stays a label.
  return Object.fromEntries(labels);
}

/** {@link podTemplatesOf}, by a registry. */
export function podTemplatesBy(registry: Registry, content: unknown): readonly PodTemplate[] {
  if (!isJsonObject(content)) return [];
  return templatePlaces(content, [], registry).map(({ path, labels, added }) => ({ path, labels, added }));
}

/**
 * The pod templates of a Kubernetes object: where its kind has one, and of a kind that is not known, where workloads
 * have theirs, provided it is made like a pod. A Pod is its own template.
 *
 * @param content the object as JSON values, which of a {@link KubernetesObject} is its `content`
 * @param kinds descriptions of kinds that are not known, or are to be read otherwise; the list is read once, and is not to change
 * @returns none for objects that make no pods
 * @complexity O(templates and their labels).
 * @throws TypeError where `kinds` has mistakes: all of them, each with its place; and where `content` is a KubernetesObject
 */
export function podTemplatesOf(content: unknown, kinds?: readonly DescribedKind[]): readonly PodTemplate[] {
  assertContent(content);
  return podTemplatesBy(keptRegistryOf(kinds, 'kinds'), content);
}
