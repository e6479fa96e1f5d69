/** A JSON value as compact JSON text; integers too large for a number are bigints, and stay exact. */
export function jsonOf(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${jsonOf(member)}`);
  return `{${members.join(',')}}`;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * JSON text laid out anew, every token as it was: numbers keep their digits, strings their escapes.
 *
 * @param text valid JSON
 * @param indent the blanks of one level; 0 puts everything on one line
 * @param level the level the text begins at
 * @returns the text without a line end at its end. O(length).
 */
export function layoutJson(text: string, indent: number, level: number = 0): string {
  if (indent === 0 && !/[\n\r\t]/.test(text) && !text.includes('": ')) return text;
  let depth = level;
  let result = '';
  let previous = '';
  const lineEnd = (): string => (indent === 0 ? '' : `\n${' '.repeat(indent * depth)}`);
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '}' || token === ']') {
      depth--;
      if (previous !== '{' && previous !== '[') result += lineEnd();
    } else if (previous === '{' || previous === '[' || previous === ',') {
      result += lineEnd();
    }
    result += token === ':' && indent > 0 ? ': ' : token;
    if (token === '{' || token === '[') depth++;
    previous = token;
  }
  return result;
}
