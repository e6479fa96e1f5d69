import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageData } from '../../playground/build/language-data.ts';
import { beginningsOf, productionsOf } from '../../playground/src/language/production.ts';
import { rolesOf } from '../../playground/src/language/roles.ts';
import { tokenizerOf } from '../../playground/src/language/tokenize.ts';
import { visitOf, walk } from '../../playground/src/language/walk.ts';
import { writtenRequirements } from '../../playground/src/language/written-requirements.ts';
import { parseTokens } from '../../src/syntax/grammar.ts';
import { tokenize as parserTokens } from '../../src/syntax/tokens.ts';

const data = languageData();
const tokenize = tokenizerOf(data.tokens);
const productions = productionsOf(data);
const beginning = beginningsOf(productions);
const walkText = (text: string) => walk(productions, beginning, tokenize(text));
const walkRequirement = (tokens: ReturnType<typeof tokenize>) =>
  walk(productions, beginning, tokens, 'requirement');

/** Texts in which most of what can go wrong goes wrong, and a good part nothing. */
const words = fc.constantFrom('a', 'app', 'in', 'notin', 'x.io/y', '5', '"q"', '~"q"', 'é', 'IN');
const signs = fc.constantFrom('=', '==', '!=', '!', ',', '(', ')', '>', '<', ' ', '  ', '|', '||', '&&', ';');
const anything = fc.array(fc.oneof(words, signs), { maxLength: 14 }).map((parts) => parts.join(''));
const word = fc.constantFrom('a', 'app', 'in', 'notin', 'x.io/y');
const set = fc
  .array(fc.constantFrom('a', 'b', 'in', ''), { maxLength: 3 })
  .map((items) => `(${items.join(', ')})`);
const requirement = fc.oneof(
  word,
  word.map((key) => `! ${key}`),
  fc
    .tuple(word, fc.constantFrom('=', '==', '!='), fc.constantFrom('', 'a', 'in'))
    .map((parts) => parts.join(' ')),
  fc.tuple(word, fc.constantFrom('>', '<'), fc.constantFrom('7')).map((parts) => parts.join('')),
  fc.tuple(word, fc.constantFrom('in', 'notin'), set).map((parts) => parts.join(' ')),
);
const right = fc.array(requirement, { maxLength: 5 }).map((parts) => parts.join(','));
const text = fc.oneof(anything, right);

describe('the walk through the grammar is the parser’s', () => {
  test('its tokens are those of the parser', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (source) => {
        const own = tokenize(source).map(({ type, span }) => [type.name, span.start, span.end]);
        const theirs = parserTokens(source).map(({ tokenType, startOffset, image }) => [
          tokenType.name,
          startOffset,
          startOffset + image.length,
        ]);
        expect(own).toEqual(theirs);
      }),
      { numRuns: 600 },
    );
  });

  test('it takes what the parser takes, and ends at the token at which the parser ends', () => {
    let accepted = 0;
    fc.assert(
      fc.property(text, (source) => {
        const own = walkText(source);
        const theirs = parseTokens(parserTokens(source));
        expect(own.isComplete).toBe(theirs.ok);
        if (theirs.ok) accepted++;
        else {
          const { token } = theirs.error;
          const end = Number.isNaN(token.startOffset) || token.image === '';
          expect(own.stop?.span.start).toBe(end ? undefined : token.startOffset);
        }
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(250);
  });

  test('its requirements are those that the parser reads, word for word and place for place', () => {
    fc.assert(
      fc.property(right, (source) => {
        const theirs = parseTokens(parserTokens(source));
        if (!theirs.ok) return;
        const own = writtenRequirements(walkText(source)).map(({ key, values, span }) => ({
          key: key?.text,
          at: key?.span,
          values: values.map((value) => value.text),
          start: span.start,
        }));
        expect(own).toEqual(
          theirs.value.map(({ key, values, span }) => ({
            key: key.image,
            at: key.span,
            values: values.map(({ image }) => image).filter((image) => image !== ''),
            start: span.start,
          })),
        );
      }),
      { numRuns: 600 },
    );
  });

  test('what it says could stand where it ended is what the parser would go on with, and nothing else', () => {
    const samples: Readonly<Record<string, string>> = { word: 'a', '=': '=', in: ' in ' };
    fc.assert(
      fc.property(text, (source) => {
        const { stop, expected } = walkText(source);
        const before = stop === undefined ? source : source.slice(0, stop.span.start);
        const texts = new Set(expected.map((leaf) => (leaf.kind === 'word' ? 'word' : leaf.text)));
        for (const name of ['word', ',', '(', ')', '=', '==', '!=', '!', '>', '<', 'in', 'notin']) {
          const next = `${before} ${samples[name] ?? name}`;
          const { stop: at } = walkText(next);
          const isTaken = at === undefined;
          // A keyword is a word as well, so it may be taken where only words can stand.
          const isExpected = texts.has(name) || (/^(not)?in$/.test(name) && texts.has('word'));
          expect([before, name, isTaken]).toEqual([before, name, isExpected]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a walk tells', () => {
  const choiceIn = (rule: string) => {
    const body = productions.rules.get(rule);
    if (body?.kind !== 'choice') throw new Error(`${rule} is no choice any more`);
    return body;
  };

  test('which of several alternatives were taken', () => {
    const [first] = writtenRequirements(walkText('app in (web),!b'));
    const condition = first?.frame.frames.find(({ rule }) => rule === 'condition');
    const { choices } = choiceIn('condition');
    expect(choices.map((one) => visitOf(condition?.visits ?? new Map(), one).completed)).toEqual([0, 0, 1]);
  });

  test('an item that is left out of a set was skipped', () => {
    const [one] = writtenRequirements(walkText('a in (,b)'));
    const frame = one?.frame.frames.find(({ rule }) => rule === 'condition')?.frames[0];
    expect(frame?.rule).toBe('set');
    const body = productions.rules.get('set');
    if (body?.kind !== 'sequence' || frame === undefined) throw new Error('a set is no sequence any more');
    const [, item, more] = body.parts;
    if (item === undefined || more === undefined) throw new Error('a set has no items any more');
    expect(visitOf(frame.visits, item)).toMatchObject({ entered: 1, skipped: 1 });
    expect(visitOf(frame.visits, more)).toMatchObject({ entered: 1, rounds: 1, skipped: 0 });
  });

  test('a key named "in" is no operator', () => {
    expect(writtenRequirements(walkText('in'))[0]).toMatchObject({
      key: { text: 'in' },
      operator: undefined,
    });
    expect(writtenRequirements(walkText('in in (in)'))[0]).toMatchObject({
      key: { text: 'in', span: { start: 0, end: 2 } },
      operator: { text: 'in', span: { start: 3, end: 5 } },
      values: [{ text: 'in', span: { start: 7, end: 9 } }],
    });
  });
});

test('a mistake in one requirement leaves the roles of the others alone', () => {
  const source = 'tier not in (x), app=web, !old';
  const roles = rolesOf(tokenize(source), walkRequirement);
  expect(roles.map(({ span, role }) => [source.slice(span.start, span.end), role])).toEqual([
    ['tier', 'key'],
    ['not', 'unknown'],
    ['in', 'unknown'],
    ['(', 'punctuation'],
    ['x', 'unknown'],
    [')', 'punctuation'],
    [',', 'punctuation'],
    ['app', 'key'],
    ['=', 'operator'],
    ['web', 'value'],
    [',', 'punctuation'],
    ['!', 'operator'],
    ['old', 'key'],
  ]);
});
