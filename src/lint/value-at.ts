import { isJsonObject } from '../manifests/places.ts';
import type { ObjectPath } from '../text/object-path.ts';

/** What stands at a path of JSON values; null where null is written, undefined where nothing is. */
export function valueAt(content: unknown, path: ObjectPath): unknown {
  let value = content;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isJsonObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** The list at a path of JSON values; an empty one where something else stands there, or nothing. */
export function listAt(content: unknown, path: ObjectPath): readonly unknown[] {
  const list = valueAt(content, path);
  return Array.isArray(list) ? list : [];
}
