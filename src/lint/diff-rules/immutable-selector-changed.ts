import { selectorKey } from '../../constraint/selector-key.ts';
import type { KubernetesObject } from '../../documents/kubernetes-object.ts';
import { isJsonObject, memberOf } from '../../manifests/places.ts';
import { readSelector } from '../../manifests/read-selector.ts';
import type { Registry } from '../../manifests/registry.ts';
import type { Row } from '../../manifests/row.ts';
import { formatSelector } from '../../selector/format-selector.ts';
import type { Selector } from '../../selector/selector.ts';
import type { ObjectPath } from '../../text/object-path.ts';
import type { DiffRule } from '../diff-rule.ts';
import type { FindingParts } from '../finding.ts';
import { objectTitle } from '../object-title.ts';
import { isRecreated } from '../recreated.ts';
import { storedSelector } from '../stored-selector.ts';
import { valueAt } from '../value-at.ts';

/** The selector of a kind that its API server keeps as it was created. */
interface Fixed {
  readonly path: ObjectPath;
  readonly row: Row;
}

/** The selectors of an immutable kind; one in a list is told apart from others by nothing. */
function fixedIn({ apiVersion, kind }: KubernetesObject, registry: Registry): readonly Fixed[] {
  const known = registry(apiVersion, kind);
  if (known?.immutable === undefined) return [];
  return known.rows
    .filter(({ at }) => !at.includes('[]'))
    .map((row) => ({ path: [...row.at.split('.'), row.field].filter((step) => step !== ''), row }));
}

/** Labels that a Job's selector has where the API server made it, and where it was copied from there. */
const OF_GENERATED: readonly string[] = ['controller-uid', 'batch.kubernetes.io/controller-uid'];

/** A selector as it stands in an object. */
interface Kept {
  /** Undefined for none. */
  readonly selector: Selector | undefined;
  readonly written: unknown;
}

/** The selector of an object that cannot be changed; undefined where it has a mistake, or the API server makes it. */
function keptOf({ content, kind }: KubernetesObject, { path, row }: Fixed): Kept | undefined {
  const holder = valueAt(content, path.slice(0, -1)) ?? {};
  if (!isJsonObject(holder)) return undefined;
  const written = memberOf(holder, row.field);
  if (row.absent === 'generated' && memberOf(holder, 'manualSelector') !== true)
    return { selector: undefined, written: undefined };
  if (written === undefined) return row.absent === 'refused' ? undefined : { selector: undefined, written };
  const selector = readSelector(written, row.form, path, []);
  if (selector === undefined) return undefined;
  const keys = selector.alternatives.flatMap((all) => all.map(({ key }) => key));
  return kind === 'Job' && OF_GENERATED.some((key) => keys.includes(key)) ? undefined : { selector, written };
}

/** A selector as it is compared with the one that is there. */
function stored({ written }: Kept, { row: { form } }: Fixed): string {
  if (form === 'label-selector') return storedSelector(written);
  return form === 'label-map' ? storedSelector({ matchLabels: written }) : JSON.stringify(written);
}

/** Where two selectors part: at a label that the first has otherwise or alone, or else at the selector. */
function partingPath({ path }: Fixed, one: unknown, other: unknown): ObjectPath {
  const labelsOf = (selector: unknown): Readonly<Record<string, unknown>> => {
    const labels = isJsonObject(selector) ? memberOf(selector, 'matchLabels') : undefined;
    return isJsonObject(labels) ? labels : {};
  };
  const others = labelsOf(other);
  const key = Object.entries(labelsOf(one)).find(
    ([name, value]) => !Object.hasOwn(others, name) || others[name] !== value,
  )?.[0];
  return key === undefined ? path : [...path, 'matchLabels', key];
}

function textOf(selector: Selector | undefined, kind: string): string {
  if (selector === undefined) return kind === 'Job' ? 'the one that the API server made' : 'none';
  return formatSelector(selector) || '{}';
}

/** What is wrong with a change; whoever changed only the writing did not expect it to matter. */
function messageOf(object: KubernetesObject, earlier: Kept, later: Kept): string {
  const subject = `the selector of ${objectTitle(object)}`;
  const [old, now] = [textOf(earlier.selector, object.kind), textOf(later.selector, object.kind)];
  const isSame =
    earlier.selector !== undefined &&
    later.selector !== undefined &&
    selectorKey(earlier.selector) === selectorKey(later.selector);
  if (!isSame) return `${subject} is changed from ${old} to ${now}, which the API server refuses`;
  const how =
    old === now
      ? `${subject} is still ${now}, in another order or notation`
      : `${subject} says ${now} instead of ${old}`;
  return `${how}; that means the same, but the API server compares what is written, and refuses the change`;
}

/** What there is to tell of a selector that cannot be changed; undefined where it is as it was. */
function changed(fixed: Fixed, before: KubernetesObject, object: KubernetesObject): FindingParts | undefined {
  const earlier = keptOf(before, fixed);
  const later = keptOf(object, fixed);
  if (earlier === undefined || later === undefined) return undefined;
  if (stored(earlier, fixed) === stored(later, fixed)) return undefined;
  return {
    place: { object, path: partingPath(fixed, later.written, earlier.written), part: 'key' },
    verdict: 'definite',
    message: messageOf(object, earlier, later),
    mend: `keep the selector as it was; for another one, give the ${object.kind} another name, or delete it first`,
    related: [
      {
        place: { object: before, path: partingPath(fixed, earlier.written, later.written), part: 'key' },
        message: 'the selector before',
      },
    ],
  };
}

export const immutableSelectorChanged: DiffRule = {
  id: 'immutable-selector-changed',
  severity: 'error',
  isOn: true,
  title: 'A selector is changed that cannot be changed',
  help:
    'The API server keeps the selector of a Deployment, ReplicaSet, DaemonSet, StatefulSet, Job or PersistentVolumeClaim as it ' +
    'was created, and refuses an object with another one ("field is immutable"): the release stops there. It compares fields, ' +
    'not meanings, so that matchLabels written as matchExpressions, or expressions in another order, are refused as well; only ' +
    'the order of matchLabels is free. Labels of the pod template can be changed, as long as the selector still selects them.',
  bad: {
    before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
    after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web, tier: front } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: web }] }
`,
  },
  good: {
    before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
    after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: web }] }
`,
  },
  check(change, report) {
    for (const object of change.after.objects) {
      const all = fixedIn(object, change.after.registry);
      const before = all.length === 0 ? undefined : change.earlier(object);
      if (before === undefined || isRecreated(object)) continue;
      for (const fixed of all) {
        const told = changed(fixed, before, object);
        if (told !== undefined) report(told);
      }
    }
  },
};
