const BLANK = /[ \t\n\r]*/y;
const SCALAR = /[^\s,\]}]*/y;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return pattern.lastIndex;
}

function endOfString(text: string, at: number): number {
  let i = at + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}

/** The offset just past the JSON value that begins at `at`. Complexity: O(length of the value). */
export function endOfValue(text: string, at: number): number {
  if (text[at] === '"') return endOfString(text, at);
  if (text[at] !== '{' && text[at] !== '[') return matchEnd(SCALAR, text, at);
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text[i];
    if (c === '"') i = endOfString(text, i) - 1;
    else if (c === '{' || c === '[') depth++;
    else if ((c === '}' || c === ']') && --depth === 0) return i + 1;
  }
  return text.length;
}

/** Where a value stands, and the name before it; -1 where it has none. */
interface Found {
  readonly value: number;
  readonly name: number;
}

/** The value of a member or an element of what opens at `at`; undefined when it has none. */
function locateStep(text: string, at: number, step: string | number): Found | undefined {
  const isObject = text[at] === '{';
  if (isObject !== (typeof step === 'string')) return undefined;
  let result: Found | undefined;
  let index = 0;
  for (
    let i = matchEnd(BLANK, text, at + 1);
    i < text.length && text[i] !== '}' && text[i] !== ']';
    index++
  ) {
    let name: unknown = index;
    const begin = isObject ? i : -1;
    if (isObject) {
      const end = endOfString(text, i);
      name = JSON.parse(text.slice(i, end));
      i = matchEnd(BLANK, text, matchEnd(BLANK, text, end) + 1);
    }
    // Of members with one name the last counts, as JSON.parse has it.
    if (name === step) result = { value: i, name: begin };
    i = matchEnd(BLANK, text, endOfValue(text, i));
    if (text[i] === ',') i = matchEnd(BLANK, text, i + 1);
  }
  return result;
}

/** A place in a JSON text, in UTF-16 offsets. */
export interface JsonPlace extends Found {
  /** Whether the whole path is written; otherwise this is the nearest value around it. */
  readonly isWritten: boolean;
}

/**
 * The place of the value at `path` of a JSON text. Where the path ends early (a member is missing), that of the nearest
 * value around it.
 *
 * @param text valid JSON
 * @complexity O(length of the text).
 */
export function placeInJson(text: string, path: readonly (string | number)[]): JsonPlace {
  let place: Found = { value: matchEnd(BLANK, text, 0), name: -1 };
  for (const step of path) {
    const next = locateStep(text, place.value, step);
    if (next === undefined) return { ...place, isWritten: false };
    place = next;
  }
  return { ...place, isWritten: true };
}

/** The UTF-16 offset of the value at `path`, as {@link placeInJson} finds it. */
export function locateInJson(text: string, path: readonly (string | number)[]): number {
  return placeInJson(text, path).value;
}
