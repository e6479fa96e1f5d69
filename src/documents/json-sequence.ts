import { endOfValue } from './json-locate.ts';

const BLANKS = /[ \t\n\r]*/y;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is several objects or lists of JSON, one after another, and nothing else. Complexity: O(length). */
export function isJsonSequence(text: string): boolean {
  let at = 0;
  for (let count = 0; ; count++) {
    BLANKS.lastIndex = at;
    BLANKS.test(text);
    at = BLANKS.lastIndex;
    if (at === text.length) return count > 1;
    if (text[at] !== '{' && text[at] !== '[') return false;
    const end = endOfValue(text, at);
    if (!isJson(text.slice(at, end))) return false;
    at = end;
  }
}
