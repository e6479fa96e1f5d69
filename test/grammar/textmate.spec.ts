import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { type Requirement, tryParseSelector } from '../../src/index.ts';
import { readVectors } from '../conformance/vectors.ts';

/* The grammar is read by the engine of VS Code, and what it takes for keys and values held against the parser. */

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const path = new URL('../../grammar/selector.tmLanguage.json', import.meta.url);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: oniguruma.createOnigScanner,
      createOnigString: oniguruma.createOnigString,
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(path, 'utf8'), path.pathname),
  });
  const loaded = await registry.loadGrammar('source.label-selector');
  if (loaded === null) throw new Error('the grammar cannot be loaded');
  grammar = loaded;
});

/** What is coloured of a text of one line: `[scope without the language, text]`. */
function coloured(text: string): [string, string][] {
  return grammar.tokenizeLine(text, textmate.INITIAL).tokens.flatMap(({ scopes, startIndex, endIndex }) => {
    const scope = scopes.at(-1)?.replace(/\.label-selector$/, '') ?? '';
    return /^(source|meta)\b/.test(scope)
      ? []
      : [[scope, text.slice(startIndex, endIndex)] as [string, string]];
  });
}

function textsOf(tokens: readonly [string, string][], scope: RegExp): string[] {
  return tokens.filter(([name]) => scope.test(name)).map(([, text]) => text);
}

const VALUES = /^(string|constant\.numeric)/;

describe('grammar/selector.tmLanguage.json', () => {
  test('colours every form', () => {
    expect(coloured('app=web,env in (qa, prod),!old,rev>4,tier')).toEqual([
      ['entity.name.tag.key', 'app'],
      ['keyword.operator.comparison', '='],
      ['string.unquoted.value', 'web'],
      ['punctuation.separator.requirement', ','],
      ['entity.name.tag.key', 'env'],
      ['keyword.operator.set', 'in'],
      ['punctuation.section.set.begin', '('],
      ['string.unquoted.value', 'qa'],
      ['punctuation.separator.requirement', ','],
      ['string.unquoted.value', 'prod'],
      ['punctuation.section.set.end', ')'],
      ['punctuation.separator.requirement', ','],
      ['keyword.operator.negation', '!'],
      ['entity.name.tag.key', 'old'],
      ['punctuation.separator.requirement', ','],
      ['entity.name.tag.key', 'rev'],
      ['keyword.operator.comparison', '>'],
      ['constant.numeric.integer', '4'],
      ['punctuation.separator.requirement', ','],
      ['entity.name.tag.key', 'tier'],
    ]);
  });

  test.each([
    ['env in (qa', undefined],
    ['a=_b', '_b'],
    ['a>b', 'a>b'],
    ['a@b', 'a@b'],
    ['app in web', 'app'],
    ['(a)', '('],
  ])('shows what is out of place in %j', (text, mistake) => {
    expect(textsOf(coloured(text), /^invalid/)[0]).toBe(mistake);
  });

  test('takes for keys and values what the parser takes for them, in every text that Kubernetes accepts', () => {
    let compared = 0;
    for (const { s: text } of readVectors('parse')) {
      const result = tryParseSelector(text);
      if (!result.ok || /[\r\n]/.test(text)) continue;
      const tokens = coloured(text);
      const [requirements = []] = result.selector.alternatives as readonly (readonly Requirement[])[];
      const told = {
        keys: textsOf(tokens, /^entity/).sort(),
        values: [...new Set(textsOf(tokens, VALUES))].sort(),
        mistakes: textsOf(tokens, /^invalid/),
      };
      const values = requirements
        .flatMap((requirement) => requirement.values)
        .filter((value) => value !== '');
      expect({ text, ...told }).toEqual({
        text,
        keys: requirements.map(({ key }) => key).sort(),
        values: [...new Set(values)].sort(),
        mistakes: [],
      });
      compared++;
    }
    expect(compared).toBeGreaterThan(500);
  });
});
