import { namespaceOf, resourceOf, SELECTED_KINDS } from '../../manifests.ts';
import { UsageError } from '../exit.ts';
import { printable } from '../output/printable.ts';
import type { HomeOf } from './homes.ts';

/** The short names kubectl knows built-in kinds by. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['cj', 'cronjob'],
  ['cm', 'configmap'],
  ['crd', 'customresourcedefinition'],
  ['csr', 'certificatesigningrequest'],
  ['dc', 'deploymentconfig'],
  ['deploy', 'deployment'],
  ['ds', 'daemonset'],
  ['ep', 'endpoints'],
  ['ev', 'event'],
  ['hpa', 'horizontalpodautoscaler'],
  ['ing', 'ingress'],
  ['netpol', 'networkpolicy'],
  ['no', 'node'],
  ['ns', 'namespace'],
  ['pc', 'priorityclass'],
  ['pdb', 'poddisruptionbudget'],
  ['po', 'pod'],
  ['pv', 'persistentvolume'],
  ['pvc', 'persistentvolumeclaim'],
  ['quota', 'resourcequota'],
  ['rc', 'replicationcontroller'],
  ['rs', 'replicaset'],
  ['sa', 'serviceaccount'],
  ['sc', 'storageclass'],
  ['sts', 'statefulset'],
  ['svc', 'service'],
]);

/** The items of an option that may be repeated and may hold several, separated by commas. */
export function listOf(values: readonly string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/**
 * A test for kinds named as one would to kubectl: `Pod`, `pod`, `pods`, `po`, `deployments.apps`, in any case.
 *
 * @param words none means every kind
 */
export function kindTest(words: readonly string[]): (kind: string, apiVersion: string) => boolean {
  if (words.length === 0) return () => true;
  const wanted = words.map((word) => {
    const [name = '', ...group] = word.toLowerCase().split('.');
    return { name: SHORT_NAMES.get(name) ?? name, group: group.join('.') };
  });
  const known = new Map<string, boolean>();
  return function isWantedKind(kind, apiVersion) {
    const identity = `${apiVersion} ${kind}`;
    let answer = known.get(identity);
    if (answer === undefined) {
      const lower = kind.toLowerCase();
      const plural = resourceOf(kind);
      const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
      answer = wanted.some(
        (one) => (one.name === lower || one.name === plural) && (one.group === '' || one.group === group),
      );
      known.set(identity, answer);
    }
    return answer;
  };
}

/**
 * The kind that a word names, of those that selectors select: `pods`, `svc`, `Node`.
 *
 * @throws UsageError where it is none of these
 */
export function selectedKind(word: string): { readonly apiVersion: string; readonly kind: string } {
  const isNamed = kindTest([word]);
  const found = Object.entries(SELECTED_KINDS).find(([kind, apiVersion]) => isNamed(kind, apiVersion));
  if (found === undefined) {
    const known = Object.keys(SELECTED_KINDS).map(resourceOf).join(', ');
    throw new UsageError(`--kind "${printable(word)}" is none that selectors select by labels: ${known}`);
  }
  return { kind: found[0], apiVersion: found[1] };
}

/**
 * A test for the namespace an object is in.
 *
 * @param names none means every object
 * @param homeOf where objects are that name none
 */
export function namespaceTest(
  names: readonly string[],
  homeOf: HomeOf = namespaceOf,
): (namespace: string, kind: string) => boolean {
  if (names.length === 0) return () => true;
  const wanted = new Set(names);
  return function isInNamespace(namespace, kind) {
    return wanted.has(homeOf(namespace, kind));
  };
}
