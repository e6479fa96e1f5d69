import { isJsonObject, memberOf } from './places.ts';

/**
 * Holds that an argument is an object as JSON values, and not what `readManifests` makes of one, in which there would be no
 * selectors to find.
 * @throws TypeError where it is that
 */
export function assertContent(content: unknown): void {
  const origin = isJsonObject(content) ? memberOf(content, 'origin') : undefined;
  // No JSON value has a method.
  if (typeof (origin as { readonly locate?: unknown } | undefined)?.locate === 'function') {
    throw new TypeError(
      'content must be the object as JSON values; of a KubernetesObject that is its property "content"',
    );
  }
}
