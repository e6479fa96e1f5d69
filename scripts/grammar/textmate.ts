import type { Language } from './language.ts';
import { patternOf } from './pattern.ts';

/* A TextMate grammar colours one line at a time, by regular expressions: it shows what is what, and judges little. */

const SCOPE = 'label-selector';

/** Captures of a pattern, by their numbers. */
function captures(...names: readonly string[]): Readonly<Record<string, { readonly name: string }>> {
  return Object.fromEntries(names.map((name, i) => [String(i + 1), { name: `${name}.${SCOPE}` }]));
}

const KEY = 'entity.name.tag.key';
const VALUE = 'string.unquoted.value';
const OPERATOR = 'keyword.operator';

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

/** The TextMate grammar of selectors, which VS Code, Shiki and many others read. */
export function printTextmate({ symbols, keywords }: Language): string {
  const key = patternOf('key');
  const value = patternOf('value');
  const space = `${patternOf('space').replace(/\+$/, '')}*`;
  const isSymbol = (symbol: string) => symbols.includes(symbol);
  const equalities = ['==', '!=', '='].filter(isSymbol);
  const bounds = ['>', '<'].filter(isSymbol);
  // A word ends before white space, before a symbol, and at the end: `a@b` is no key `a`.
  const ends = '(?=[\\s=!(),><]|$)';
  const begins = '(?<![^\\s=!(),><])';
  const grammar = {
    $schema: 'https://json.schemastore.org/tmlanguage.json',
    name: 'Label selector',
    scopeName: `source.${SCOPE}`,
    comment: 'Generated from the parser: npm run grammar',
    fileTypes: ['selector'],
    patterns: ['set', 'equality', 'bound', 'absence', 'presence', 'comma', 'mistake'].map((part) => ({
      include: `#${part}`,
    })),
    repository: {
      set: {
        name: `meta.set.${SCOPE}`,
        begin: `${begins}(${key})[ \\t]+(${alternatives(keywords)})${space}(\\()`,
        beginCaptures: captures(KEY, `${OPERATOR}.set`, 'punctuation.section.set.begin'),
        end: '(\\))',
        endCaptures: captures('punctuation.section.set.end'),
        patterns: [
          { match: `${begins}(${value})(?=[\\s,)]|$)`, captures: captures(VALUE) },
          { include: '#comma' },
          { include: '#mistake' },
        ],
      },
      equality: {
        match: `${begins}(${key})${space}(${alternatives(equalities)})${space}(?:(${value})${ends})?`,
        captures: captures(KEY, `${OPERATOR}.comparison`, VALUE),
      },
      bound: {
        match: `${begins}(${key})${space}(${alternatives(bounds)})${space}(${patternOf('bound')})${ends}`,
        captures: captures(KEY, `${OPERATOR}.comparison`, 'constant.numeric.integer'),
      },
      absence: {
        match: `(!)${space}(${key})${ends}`,
        captures: captures(`${OPERATOR}.negation`, KEY),
      },
      presence: { match: `${begins}(${key})(?=${space}(?:,|$))`, captures: captures(KEY) },
      comma: { match: '(,)', captures: captures('punctuation.separator.requirement') },
      mistake: { match: '([^\\s,()]+|[()])', captures: captures('invalid.illegal') },
    },
  };
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}
