import type { KubernetesObject } from '../../documents/kubernetes-object.ts';
import { isImmutable } from '../immutable.ts';
import { objectName, objectTitle } from '../object-title.ts';
import { isOwned } from '../owned.ts';
import { requirementText } from '../requirement-text.ts';
import type { Rule } from '../rule.ts';
import { type PlacedRequirement, writtenSelectors } from '../written-selector.ts';

/** Labels that say which release something is, whatever their values are. */
const OF_RELEASES: ReadonlySet<string> = new Set([
  'app.kubernetes.io/version',
  'helm.sh/chart',
  'pod-template-hash',
  'rollouts-pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
]);

/** Names of keys that say it where the value looks like a version. */
const LIKELY: ReadonlySet<string> = new Set([
  'version',
  'app-version',
  'appversion',
  'chart',
  'release',
  'tag',
  'image-tag',
  'imagetag',
  'image-version',
  'build',
  'build-id',
  'build-number',
  'commit',
  'git-commit',
  'git-sha',
  'commit-sha',
  'sha',
  'revision',
  'deployed-at',
]);

/** `1.2`, `v1.2.3-rc.1`, `shop-0.4.1`, a commit, a time. A bare `v1` is a name, as meshes and canaries have it. */
const VERSIONS: readonly RegExp[] = [
  /(?:^|-)v?\d+(?:\.\d+)+(?:[-_.][\w.-]*)?$/i,
  /^(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,63}$/,
  /^\d{4}-?\d{2}-?\d{2}(?:[-_T.]?\d+)*Z?$/,
  /^\d{8,}$/,
];

function nameOfKey(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1).toLowerCase();
}

function saysRelease(key: string, value: string): boolean {
  if (OF_RELEASES.has(key) || /^checksum[-/._]/.test(key)) return true;
  return LIKELY.has(nameOfKey(key)) && VERSIONS.some((version) => version.test(value));
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[._]/g, '-');
}

/** Whether the object is that version, as its name says: another version is another object, which selects its own. */
function isNamedAfter(object: KubernetesObject, value: string): boolean {
  return folded(objectName(object)).includes(folded(value));
}

/** The value of a release that a requirement asks for. */
function releaseIn(
  { requirement: { key, operator, values } }: PlacedRequirement,
  object: KubernetesObject,
): boolean {
  if (operator !== '=' && operator !== 'in') return false;
  return values.some((value) => value !== '' && saysRelease(key, value) && !isNamedAfter(object, value));
}

export const versionInSelector: Rule = {
  id: 'version-in-selector',
  severity: 'advice',
  isOn: true,
  title: 'The selector of a workload names a release',
  help:
    'The selector of a workload cannot be changed. A label that is another one with each release, such as the version of the ' +
    'chart, belongs to the pods alone: in the selector, it makes the API server refuse the next release.',
  bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web, app.kubernetes.io/version: 1.4.2 } }
  template:
    metadata: { labels: { app: web, app.kubernetes.io/version: 1.4.2 } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, app.kubernetes.io/version: 1.4.2 } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    for (const placed of world.claimsOf('controls')) {
      const { object } = placed;
      if (!isImmutable(placed, world.registry) || object.kind === 'Job' || isOwned(object)) continue;
      const requirements = writtenSelectors(placed).flatMap(
        ({ alternatives }) => alternatives[0]?.requirements ?? [],
      );
      for (const one of requirements) {
        if (!releaseIn(one, object)) continue;
        report({
          place: { object, path: one.path, part: 'key' },
          verdict: 'definite',
          message: `the selector of ${objectTitle(object)} cannot be changed, and ${requirementText(one.requirement)} changes with each release`,
          mend: `leave ${one.requirement.key} to the labels of the template; where the ${object.kind} is there already, it must be made anew`,
        });
      }
    }
  },
};
