/** Where a text stops being JSON, and why. */
export interface JsonFault {
  /** UTF-16 offset of what cannot stand there; the length of the text when it ends too early. */
  readonly offset: number;
  readonly message: string;
  readonly mend?: string;
  /** The offset of the bracket that is still open, when the text ends too early. */
  readonly opened?: number;
}

type Expected = 'value' | 'element' | 'name' | 'member' | 'colon' | 'separator' | 'end';

const WANTED = {
  value: 'a value',
  element: 'a value or "]"',
  name: 'a name in double quotes',
  member: 'a name in double quotes or "}"',
  colon: '":"',
  separator: '"," or a closing bracket',
  end: 'the end',
} as const satisfies Record<Expected, string>;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const LITERAL = /true|false|null/y;
const WORD = /[\p{L}\p{N}_$.+-]+/uy;
const BLANK = /[ \t\n\r]*/y;

/** The end of what a sticky expression matches at `at`, or -1. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** What stands at `at`, for a message: a word, or one character, visible. */
function found(text: string, at: number): string {
  const end = matchEnd(WORD, text, at);
  if (end > at) return `"${text.slice(at, Math.min(end, at + 30))}"`;
  const point = text.codePointAt(at) ?? 0;
  if (point > 0x20 && point !== 0x7f && !(point > 0x7f && point < 0xa1))
    return `"${String.fromCodePoint(point)}"`;
  return `the character U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The end of the string that opens at `at`, or the fault in it. */
function stringEnd(text: string, at: number): number | JsonFault {
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) return i + 1;
    if (c < 0x20) {
      const what = c === 10 ? 'a line end' : found(text, i);
      return {
        offset: i,
        message: `a string cannot hold ${what}`,
        mend: 'write it as an escape such as \\n or \\u0007',
      };
    }
    if (c !== 0x5c) continue;
    const sequence = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(i, i + 6));
    if (sequence === null) {
      return { offset: i, message: 'JSON does not have this escape', mend: 'write \\\\ for a backslash' };
    }
    i += sequence[0].length - 1;
  }
  return { offset: text.length, message: 'the text ends within a string', opened: at };
}

/** The end of the number or literal at `at`, or -1: `01` and `truex` only begin like one. */
function scalarEnd(text: string, at: number): number {
  const end = Math.max(matchEnd(NUMBER, text, at), matchEnd(LITERAL, text, at));
  return matchEnd(WORD, text, end) > end ? -1 : end;
}

function unexpected(text: string, at: number, expected: Expected): JsonFault {
  const c = text[at];
  const previous = text.slice(0, at).trimEnd().at(-1);
  const message = `expected ${WANTED[expected]}, found ${found(text, at)}`;
  if ((c === '}' || c === ']') && previous === ',') {
    return { offset: at, message, mend: `remove the comma before "${c}"` };
  }
  if (c === "'") return { offset: at, message, mend: 'JSON quotes with ", not with \'' };
  if (c === '/' || c === '#') return { offset: at, message, mend: 'JSON has no comments' };
  if (expected === 'separator' && (c === '"' || c === '{'))
    return { offset: at, message, mend: 'put a comma before it' };
  return { offset: at, message };
}

/**
 * The first fault of a text that is not JSON (RFC 8259), in words the engine's own `JSON.parse` does not offer and
 * at a place that it does not always tell; undefined when the text is JSON.
 *
 * @complexity O(length); nesting costs memory, never stack.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: number[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = matchEnd(BLANK, text, at);
    if (at === text.length) {
      if (expected === 'end') return undefined;
      const opened = open.at(-1);
      const message = `the text ends where ${WANTED[expected]} is expected`;
      return opened === undefined ? { offset: at, message } : { offset: at, message, opened };
    }
    const c = text[at];
    const inObject = text[open.at(-1) ?? -1] === '{';
    if (expected === 'colon' || expected === 'end') {
      if (expected === 'end' || c !== ':') return unexpected(text, at, expected);
      expected = 'value';
      at++;
    } else if (expected === 'separator' && c === ',') {
      expected = inObject ? 'name' : 'value';
      at++;
    } else if (
      (c === '}' && inObject && (expected === 'separator' || expected === 'member')) ||
      (c === ']' && !inObject && (expected === 'separator' || expected === 'element'))
    ) {
      open.pop();
      expected = open.length === 0 ? 'end' : 'separator';
      at++;
    } else if (expected === 'separator') {
      return unexpected(text, at, expected);
    } else if (c === '{' || c === '[') {
      if (expected === 'name' || expected === 'member') return unexpected(text, at, expected);
      open.push(at);
      expected = c === '{' ? 'member' : 'element';
      at++;
    } else {
      const isName: boolean = expected === 'name' || expected === 'member';
      const end = c === '"' ? stringEnd(text, at) : isName ? -1 : scalarEnd(text, at);
      if (typeof end !== 'number') return end;
      if (end === -1) return unexpected(text, at, expected);
      expected = isName ? 'colon' : open.length === 0 ? 'end' : 'separator';
      at = end;
    }
  }
}
