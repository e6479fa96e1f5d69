/** Built-in kinds that are in no namespace. */
const CLUSTER_KINDS: ReadonlySet<string> = new Set([
  'APIService',
  'CertificateSigningRequest',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterTrustBundle',
  'CSIDriver',
  'CSINode',
  'CustomResourceDefinition',
  'DeviceClass',
  'FlowSchema',
  'IngressClass',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'PriorityLevelConfiguration',
  'ResourceSlice',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeAttachment',
  'VolumeAttributesClass',
]);

/** Whether objects of a kind of Kubernetes are in namespaces; kinds that are not known are taken for such. */
export function isInNamespace(kind: string): boolean {
  return !CLUSTER_KINDS.has(kind);
}

/**
 * The namespace an object is in. An object of a manifest that names none goes where it is applied, which is `default`
 * unless told otherwise; kinds that are in no namespace at all are in none, `""`.
 *
 * @param namespace what the object says; `""` for nothing
 * @param kind its kind, as `Pod`; one that is not known is taken to be in namespaces
 * @param fallback where objects are applied that do not say it
 */
export function namespaceOf(namespace: string, kind: string, fallback = 'default'): string {
  return namespace !== '' || !isInNamespace(kind) ? namespace : fallback;
}
