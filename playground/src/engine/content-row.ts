import { namespaceOf } from 'labelwise/manifests';
import type { Row } from './row.ts';

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : '';
}

/** The row of an object that was generated, as JSON values. */
export function rowOfContent(content: Readonly<Record<string, unknown>>): Row {
  const { metadata } = content;
  const kind = textOf(content, 'kind');
  const name = textOf(metadata, 'name');
  const namespace = namespaceOf(textOf(metadata, 'namespace'), kind);
  const labels: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'labels') : undefined;
  return {
    id: `${namespace === '' ? '' : `${namespace}/`}${kind}/${name}`,
    apiVersion: textOf(content, 'apiVersion'),
    kind,
    namespace,
    name,
    labels: typeof labels === 'object' && labels !== null ? { ...labels } : {},
    added: [],
  };
}
