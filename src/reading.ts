/*
 * What the command reads with, piece by piece, and programs by readManifests, and what else it has for itself: a face for the
 * command alone, which the package does not export.
 */

export { ByteBuffer, type Decoder, megabytes } from './documents/decoder.ts';
export {
  createDecoder,
  EXTENSIONS,
  type Format,
  foreignContent,
  formatOf,
  markLength,
} from './documents/format.ts';
export type { ObjectSink } from './documents/kubernetes-object.ts';
export { reportAt } from './documents/label-set.ts';
export { loadYaml } from './documents/load-yaml.ts';
export { positionAt } from './documents/problem.ts';
export { decodeUtf8, invalidUtf8Problem } from './documents/utf8.ts';
export { toldOnce } from './lint/told-once.ts';
export { describedKindMistakes } from './manifests/check-described-kinds.ts';
export { keptRegistryOf } from './manifests/registry.ts';
export { ownPodsKey } from './manifests/tells-apart.ts';
export { nearest } from './text/nearest.ts';
