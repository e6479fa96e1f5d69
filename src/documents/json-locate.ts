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

/** The offset of the value of a member or an element of what opens at `at`; -1 when it has none. */
function locateStep(text: string, at: number, step: string | number): number {
  const isObject = text[at] === '{';
  if (isObject !== (typeof step === 'string')) return -1;
  let result = -1;
  let index = 0;
  for (
    let i = matchEnd(BLANK, text, at + 1);
    i < text.length && text[i] !== '}' && text[i] !== ']';
    index++
  ) {
    let name: unknown = index;
    if (isObject) {
      const end = endOfString(text, i);
      name = JSON.parse(text.slice(i, end));
      i = matchEnd(BLANK, text, matchEnd(BLANK, text, end) + 1);
    }
    // Of members with one name the last counts, as JSON.parse has it.
    if (name === step) result = i;
    i = matchEnd(BLANK, text, endOfValue(text, i));
    if (text[i] === ',') i = matchEnd(BLANK, text, i + 1);
  }
  return result;
}

/**
 * The UTF-16 offset of the value at `path` of a JSON text. Where the path ends early (a member is missing), the
 * offset of the nearest value around it.
 *
 * @param text valid JSON
 * Complexity: O(length of the text).
 */
export function locateInJson(text: string, path: readonly (string | number)[]): number {
  let at = matchEnd(BLANK, text, 0);
  for (const step of path) {
    const next = locateStep(text, at, step);
    if (next === -1) break;
    at = next;
  }
  return at;
}
