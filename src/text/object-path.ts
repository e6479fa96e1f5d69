/** The way to a value within an object: names of fields and indexes of items. */
export type ObjectPath = readonly (string | number)[];

/** A key longer than this, in UTF-16 units, is cut in paths: no valid key is as long. */
const LONGEST_KEY = 320;

/**
 * The path of a field: `matchLabels.app`, and where the field is no plain identifier, `matchLabels["a.b/c"]`, the key
 * as a JSON string. At the root a path begins with the field itself: `app`, `["a.b/c"]`.
 */
export function fieldPath(path: string, field: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(field)) return path === '' ? field : `${path}.${field}`;
  const shown = field.length > LONGEST_KEY ? `${field.slice(0, LONGEST_KEY)}…` : field;
  return `${path}[${JSON.stringify(shown)}]`;
}

/** The path of an item of a list: `matchExpressions[2]`. */
export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}

/** A path as text: `webhooks[0].objectSelector`. The root is `""`. */
export function pathText(path: ObjectPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? itemPath(text, step) : fieldPath(text, step)),
    '',
  );
}

const STEP = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([A-Za-z_][A-Za-z0-9_]*)/g;

/** The path that a text made by {@link pathText} says. A key that was cut in the text stays cut. */
export function pathSteps(text: string): ObjectPath {
  return Array.from(text.matchAll(STEP), ([, index, key, field = '']) => {
    if (index !== undefined) return Number(index);
    return key === undefined ? field : String(JSON.parse(key));
  });
}
