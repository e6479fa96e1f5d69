import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conjunctionsOf } from '../../../src/constraint/conjunctions-of.ts';
import { parseSelector, selectorKey } from '../../../src/index.ts';
import { constraintText } from '../../../src/plan/constraint-text.ts';
import { naiveFormat } from '../../oracle/naive-format.ts';
import { conjunctions } from '../../property/language.ts';
import { runs } from '../../property/runs.ts';

test.each([
  ['a in (b)', 'a=b'],
  ['a in (c,b)', 'a in (b,c)'],
  ['a,a!=b', 'a,a!=b'],
  ['a notin (b,c)', 'a notin (b,c)'],
  ['!a', '!a'],
  ['a>3,a<9,a!=5', 'a>3,a<9,a!=5'],
  ['a>3', 'a>3'],
])('%s is told as %s', (text, told) => {
  expect(conjunctionsOf(parseSelector(text)).flat().map(constraintText)).toEqual([told]);
});

test('a constraint as text means what it is', () => {
  let held = 0;
  fc.assert(
    fc.property(conjunctions, (requirements) => {
      const selector = parseSelector(naiveFormat(requirements));
      const [conjunction] = conjunctionsOf(selector);
      if (conjunction === undefined) return;
      const text = conjunction.map(constraintText).join();
      // A range at the end of int64 has bounds that are no valid label values, and parse is not asked for those.
      if (/[<>]-|9223372036854775808/.test(text)) return;
      expect(selectorKey(parseSelector(text))).toBe(selectorKey(selector));
      held++;
    }),
    runs(1000),
  );
  expect(held, 'constraints that were read back').toBeGreaterThan(500);
});
