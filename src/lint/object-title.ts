import type { KubernetesObject } from '../documents/kubernetes-object.ts';

/** The name of an object, or what its name will begin with once the API server has made one up. */
export function objectName({ name, content: { metadata } }: KubernetesObject): string {
  if (name !== '') return name;
  const prefix =
    typeof metadata === 'object' && metadata !== null && 'generateName' in metadata
      ? metadata.generateName
      : '';
  return typeof prefix === 'string' && prefix !== '' ? `${prefix}*` : '<no name>';
}

/** What an object is called in messages: `Deployment shop/web`, `ClusterRole admin`. Names of no namespace stand alone. */
export function objectTitle(object: KubernetesObject): string {
  const where = object.namespace === '' ? '' : `${object.namespace}/`;
  return `${object.kind} ${where}${objectName(object)}`;
}
