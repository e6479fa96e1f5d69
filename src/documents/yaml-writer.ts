import { stringify } from 'yaml';
import { kubernetesSchema } from './yaml-schema.ts';

/** A JSON value as one YAML document, quoted where Kubernetes would read it as something else. O(size of the value). */
export function yamlText(value: unknown): string {
  return stringify(value, { schema: kubernetesSchema, lineWidth: 0, aliasDuplicateObjects: false });
}
