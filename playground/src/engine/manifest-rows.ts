import { type KubernetesObject, namespaceOf, podTemplatesOf } from 'labelwise/manifests';
import type { Row } from './row.ts';

const NOTHING_ADDED: readonly string[] = [];

/** Names for rows, each once. */
class Ids {
  readonly #times = new Map<string, number>();

  next(namespace: string, kind: string, name: string): string {
    const id = `${namespace === '' ? '' : `${namespace}/`}${kind}/${name}`;
    const times = (this.#times.get(id) ?? 0) + 1;
    this.#times.set(id, times);
    return times === 1 ? id : `${id}#${times}`;
  }
}

/** Every object with its labels, and of what has a template of pods the pods that it makes. */
export function rowsOfManifests(objects: readonly KubernetesObject[]): readonly Row[] {
  const ids = new Ids();
  return objects.flatMap((object): Row[] => {
    const { apiVersion, kind, labels } = object;
    const namespace = namespaceOf(object.namespace, kind);
    const name = object.name === '' ? '(no name)' : object.name;
    const id = ids.next(namespace, kind, name);
    const own: Row = { id, apiVersion, kind, namespace, name, labels, added: NOTHING_ADDED };
    const pods = podTemplatesOf(object.content)
      .filter(({ path }) => path.length > 0)
      .map((template): Row => {
        const { labels: given, added } = template;
        const podId = ids.next(namespace, `${kind}/${name}`, 'pods');
        const shared = { apiVersion: 'v1', kind: 'Pod', namespace, name, templateOf: kind, owner: id };
        return { id: podId, ...shared, labels: given, added };
      });
    return [own, ...pods];
  });
}
