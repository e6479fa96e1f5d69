import { CST, Lexer } from 'yaml';

/** A comment in a text, in UTF-16 offsets. */
export interface CommentPlace {
  readonly from: number;
  readonly end: number;
  /** Where what it is about begins: on its own line, or where it stands alone, what comes next; -1 where nothing does. */
  readonly about: number;
}

/** What no comment is about: blanks, and the line that begins a document. */
const EMPTY: ReadonlySet<string | null> = new Set(['space', 'newline', 'byte-order-mark', 'doc-start']);

/**
 * The comments of a YAML text; a "#" within a scalar, be it a block of text that is YAML itself, begins none.
 *
 * @complexity O(length).
 */
export function commentsIn(text: string): readonly CommentPlace[] {
  const found: CommentPlace[] = [];
  let alone: { readonly from: number; readonly end: number }[] = [];
  let at = 0;
  /** Where something stands on this line before what is looked at; -1 where nothing does. */
  let onLine = -1;
  let isScalar = false;
  for (const source of new Lexer().lex(text)) {
    const type: string | null = isScalar ? 'content' : CST.tokenType(source);
    isScalar = type === 'scalar';
    // Signs that the lexer adds stand for nothing that is written.
    if (isScalar || type === 'doc-mode' || type === 'flow-error-end') continue;
    const end = at + source.length;
    if (type === 'comment') {
      if (onLine >= 0) found.push({ from: at, end, about: onLine });
      else alone.push({ from: at, end });
    } else if (!EMPTY.has(type)) {
      for (const one of alone) found.push({ ...one, about: at });
      alone = [];
      if (onLine < 0) onLine = at;
    }
    if (source.includes('\n')) onLine = -1;
    at = end;
  }
  for (const one of alone) found.push({ ...one, about: -1 });
  return found;
}
