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
        const found = completeSelector(text, offset, vocabulary);
        for (const { span, label, text: insertion } of found) {
          expect(label).not.toBe(undefined);
          expect(typeof insertion).toBe('string');
          expect(
            0 <= span.start && span.start <= offset && offset <= span.end && span.end <= text.length,
          ).toBe(true);
          expect(insertion, 'something is put in').not.toBe(text.slice(span.start, span.end));
        }
        expect(new Set(found.map(({ label, span }) => JSON.stringify([label, span]))).size).toBe(
          found.length,
        );
      }),
      runs(1000),
    );
  });

  test.each([
    ['where the text ends', true],
    ['in the middle of a text', false],
  ])(
    'of the beginning of a selector is the beginning of a selector: %s',
    (_, isCut) => {
      let offered = 0;
      fc.assert(
        fc.property(validTexts, fc.nat(), (whole, anywhere) => {
          const offset = anywhere % (whole.length + 1);
          const text = isCut ? whole.slice(0, offset) : whole;
          for (const { span, text: insertion } of completeSelector(text, offset, vocabulary)) {
            offered += 1;
            const completed = text.slice(0, span.start) + insertion;
            const ending = ENDINGS.find((end) => naiveParse(completed + end).ok);
            expect(ending, `${JSON.stringify(text)} completed to ${JSON.stringify(completed)}`).toBeDefined();
          }
        }),
        runs(500),
      );
      expect(offered).toBeGreaterThan(500);
    },
    TIMEOUT,
  );
});
