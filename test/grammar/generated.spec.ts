import { readFileSync } from 'node:fs';
import type { ISerializedGast } from 'chevrotain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printBody } from '../../scripts/grammar/ebnf.ts';
import { grammarFiles } from '../../scripts/grammar/generate.ts';
import { currentLanguage } from '../../scripts/grammar/language.ts';
import {
  any,
  choice,
  type Expression,
  optional,
  rule,
  sequence,
  terminal,
} from '../../scripts/grammar/model.ts';
import { parserRules } from '../../scripts/grammar/parser-rules.ts';
import { parseInt64 } from '../../src/labels/int64.ts';
import { isLabelKey } from '../../src/labels/key.ts';
import { isLabelValue } from '../../src/labels/value.ts';
import { serializedGrammar } from '../../src/syntax/grammar.ts';

describe('the files made from the parser', () => {
  test.each(Object.entries(grammarFiles()))('%s is what npm run grammar makes', (name, text) => {
    const kept = readFileSync(new URL(`../../grammar/${name}`, import.meta.url), 'utf8');
    expect(kept === text, `grammar/${name} is out of date; run npm run grammar`).toBe(true);
  });

  test('a parser that the lexical rules do not explain is refused', () => {
    const quoted: ISerializedGast = Object.assign({ type: 'Terminal' as const }, { name: 'Quoted' });
    const strange: ISerializedGast = Object.assign(
      { type: 'Rule' as const, definition: [quoted] },
      { name: 'x' },
    );
    expect(() => parserRules([...serializedGrammar(), strange])).toThrow('Quoted');
  });

  test('the diagram asks nothing of a network and names itself', () => {
    const svg = grammarFiles()['selector.svg'] ?? '';
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-labelledby="title description">/,
    );
    expect(svg).toMatch(/<title id="title">[^<]+<\/title>\n<desc id="description">[^<]+<\/desc>/);
    expect(svg).not.toMatch(/href|@import|url\(|<script|<foreignObject/);
    expect(svg.match(/https?:\/\/[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(svg).toContain('@media (prefers-color-scheme: dark)');
  });

  test('what only mistakes have is no part of the language', () => {
    const { symbols, keywords } = currentLanguage();
    expect([...symbols].sort()).toEqual(['!', '!=', '(', ')', ',', '<', '=', '==', '>']);
    expect([...keywords].sort()).toEqual(['in', 'notin']);
  });
});

describe('notation', () => {
  const [a, b] = [rule('a'), terminal('b')];
  test.each<[Expression, string]>([
    [sequence(a, optional(b)), 'a "b"?'],
    [optional(sequence(a, b)), '( a "b" )?'],
    [any(choice(a, b)), '( a | "b" )*'],
    [choice(sequence(a, b), b), 'a "b" | "b"'],
    [sequence(choice(a, b), b), '( a | "b" ) "b"'],
    [any(optional(a)), 'a?*'],
    [terminal('"'), `'"'`],
  ])('%j', (expression, text) => {
    expect(printBody(expression)).toBe(text);
  });
});

/** A lexical rule as a regular expression, the rules it names in place. */
function patternOf(expression: Expression): string {
  switch (expression.kind) {
    case 'terminal':
      return expression.text.replace(/[^A-Za-z0-9]/g, '\\$&');
    case 'characters':
      return `[${expression.characters.replace(/[^A-Za-z0-9]/g, '\\$&')}]`;
    case 'rule':
      return `(?:${patternOf(lexicalRule(expression.name))})`;
    case 'sequence':
      return expression.parts.map(patternOf).join('');
    case 'choice':
      return `(?:${expression.choices.map(patternOf).join('|')})`;
    case 'optional':
      return `(?:${patternOf(expression.body)})?`;
    case 'any':
      return `(?:${patternOf(expression.body)})*`;
    case 'some':
      return `(?:${patternOf(expression.body)})+`;
  }
}

function lexicalRule(name: string): Expression {
  const found = currentLanguage().lexical.find((lexical) => lexical.name === name);
  if (found === undefined) throw new Error(`there is no lexical rule ${name}`);
  return found.body;
}

describe('the lexical rules say what the checks of keys and values do', () => {
  const near = fc.string({ unit: fc.constantFrom(...'aZ09-_./ \t\0é=,'), maxLength: 9 });
  const checks: readonly [name: string, accepts: (word: string) => boolean][] = [
    ['key', isLabelKey],
    ['value', (word) => word !== '' && isLabelValue(word)],
    ['bound', (word) => isLabelValue(word) && parseInt64(word) !== undefined],
  ];
  test.each(checks)('%s', (name, accepts) => {
    const pattern = new RegExp(`^(?:${patternOf(lexicalRule(name))})$`);
    fc.assert(
      fc.property(near, (word) => {
        expect(pattern.test(word)).toBe(accepts(word));
      }),
      { seed: 30, numRuns: 3000 },
    );
    for (let unit = 0; unit < 65536; unit++) {
      const word = String.fromCharCode(unit);
      for (const text of [word, `a${word}a`, `1${word}1`, `a.a${word}a/a`]) {
        if (pattern.test(text) !== accepts(text)) throw new Error(`${name}: ${JSON.stringify(text)}`);
      }
    }
  });

  test('with the lengths they give', () => {
    const remarks = new Map(currentLanguage().lexical.map(({ name, remark }) => [name, remark ?? '']));
    const longest = (name: string): number =>
      Number(/at most (\d+) (?:characters|digits)/.exec(remarks.get(name) ?? '')?.[1]);
    const [inName, inPrefix, digits] = [longest('name'), longest('prefix'), longest('bound')];
    expect(isLabelValue('a'.repeat(inName)) && !isLabelValue('a'.repeat(inName + 1))).toBe(true);
    expect(isLabelKey('a'.repeat(inName)) && !isLabelKey('a'.repeat(inName + 1))).toBe(true);
    expect(isLabelKey(`${'a'.repeat(inPrefix)}/a`) && !isLabelKey(`${'a'.repeat(inPrefix + 1)}/a`)).toBe(
      true,
    );
    expect(isLabelValue('0'.repeat(digits)) && !isLabelValue('0'.repeat(digits + 1))).toBe(true);
    const most = /at most (\d{10,})/.exec(remarks.get('bound') ?? '')?.[1] ?? '';
    expect(parseInt64(most)).toBe(BigInt(most));
    expect(parseInt64(String(BigInt(most) + 1n))).toBeUndefined();
  });
});
