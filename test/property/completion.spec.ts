import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeSelector, type Vocabulary } from '../../src/index.ts';
import { naiveParse } from '../oracle/naive-parse.ts';
import { languageStrings, tokenMutations, tokenSoups, validTexts } from './language.ts';
import { runs, TIMEOUT } from './runs.ts';

const vocabulary: Vocabulary = new Map([
  ['a', ['b', '', '1', '007']],
  ['app.kubernetes.io/name', ['checkout', 'in']],
  ['in', ['notin']],
  ['constructor', ['toString']],
  ['shard', ['1', '2', '10']],
]);

/** What a person may have to type after a completion to have a selector. */
const ENDINGS = ['', 'a', '1', ')', 'b)', '(b)', ' (b)', ' in (b)', '=b', ',a', ', a', ' a', 'a in (b)'];

describe('completion', () => {
  test('answers at every offset of any text, inside the text', { timeout: TIMEOUT }, () => {
    const texts = fc.oneof(languageStrings, tokenSoups, tokenMutations, validTexts);
    fc.assert(
      fc.property(texts, fc.nat(), (text, anywhere) => {
        const offset = anywhere % (text.length + 1);
        for (const { span, label, text: insertion } of completeSelector(text, offset, vocabulary)) {
          expect(label).not.toBe(undefined);
          expect(typeof insertion).toBe('string');
          expect(
            0 <= span.start && span.start <= offset && offset <= span.end && span.end <= text.length,
          ).toBe(true);
        }
      }),
      runs(1000),
    );
  });

  test('of the beginning of a selector is the beginning of a selector', { timeout: TIMEOUT }, () => {
    let offered = 0;
    fc.assert(
      fc.property(validTexts, fc.nat(), (whole, anywhere) => {
        const text = whole.slice(0, anywhere % (whole.length + 1));
        for (const { span, text: insertion } of completeSelector(text, text.length, vocabulary)) {
          offered += 1;
          const completed = text.slice(0, span.start) + insertion + text.slice(span.end);
          const ending = ENDINGS.find((end) => naiveParse(completed + end).ok);
          expect(ending, `${JSON.stringify(text)} completed to ${JSON.stringify(completed)}`).toBeDefined();
        }
      }),
      runs(500),
    );
    expect(offered).toBeGreaterThan(500);
  });
});
