/** A token of the language: a symbol, or a word (anything between symbols and white space). */
export interface NaiveToken {
  readonly kind: 'symbol' | 'word';
  readonly text: string;
}

const WHITE_SPACE = ' \t\r\n'; // Text 1: these four and nothing else
const SYMBOLS = '=!(),><'; // Text 2

/** Cut a text into tokens. Every character that is not white space ends up in exactly one token. */
export function naiveTokens(text: string): NaiveToken[] {
  const tokens: NaiveToken[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text.charAt(at);
    if (WHITE_SPACE.includes(c)) {
      at += 1;
      continue;
    }
    const two = text.slice(at, at + 2);
    if (two === '==' || two === '!=') {
      // Text 2: only these two join.
      tokens.push({ kind: 'symbol', text: two });
      at += 2;
      continue;
    }
    if (SYMBOLS.includes(c)) {
      tokens.push({ kind: 'symbol', text: c });
      at += 1;
      continue;
    }
    let word = '';
    while (at < text.length && !WHITE_SPACE.includes(text.charAt(at)) && !SYMBOLS.includes(text.charAt(at))) {
      word += text.charAt(at);
      at += 1;
    }
    tokens.push({ kind: 'word', text: word });
  }
  return tokens;
}
