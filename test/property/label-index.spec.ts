import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, LabelIndex } from '../../src/index.ts';
import { checkIndex } from '../../src/indexes/invariants.ts';
import { type NaiveId, NaiveIndex } from '../oracle/naive-index.ts';
import { expectAgreement, expectContent, expectFacets, expectPages, selectorOf } from './index-agreement.ts';
import { change, changeNaively, histories, IDS } from './index-histories.ts';
import { runs, TIMEOUT } from './runs.ts';

/* The central law of the index: whatever happened to it, it answers as looking at every object would. */
describe.each(['webassembly', 'typescript'] as const)('an index with the %s kernel', (kernel) => {
  test('answers as the oracle and as a scan, after every history', { timeout: TIMEOUT }, () => {
    const seen = { all: 0, some: 0, none: 0 };
    fc.assert(
      fc.property(histories(40, 2), ({ selectors, steps }) => {
        const index = new LabelIndex<NaiveId>({ kernel });
        const naive = new NaiveIndex();
        // Prepared before there is anything, and asked ever after.
        const prepared = selectors.map((all) => index.prepare(selectorOf(all)));
        for (const step of steps) {
          if (step.kind !== 'ask') {
            change(index, step);
            changeNaively(naive, step);
            continue;
          }
          const alternatives = selectors[step.selector] ?? [];
          const query = prepared[step.selector];
          if (query === undefined) throw new Error('no such selector');
          const found = expectAgreement(index, naive, alternatives, step.namespace, query);
          seen[found === 0 ? 'none' : found === naive.objects.size ? 'all' : 'some'] += 1;
          const ids = [...naive.objects.keys()];
          const after = step.after === undefined ? undefined : ids[step.after % Math.max(1, ids.length)];
          const page = after === undefined ? { limit: step.limit } : { limit: step.limit, after };
          expectPages(index, alternatives, step.namespace, page, query);
          expectFacets(index, naive, alternatives, step.namespace);
        }
        checkIndex(index);
        expectContent(index, naive, IDS);
        expectFacets(index, naive, undefined, undefined);
        for (const [at, alternatives] of selectors.entries()) {
          const query = prepared[at];
          if (query !== undefined) expectAgreement(index, naive, alternatives, undefined, query);
        }
      }),
      runs(200),
    );
    expect(
      Math.min(seen.all, seen.some, seen.none),
      'questions of the rarest kind of answer',
    ).toBeGreaterThan(50);
  });

  test('keeps the order of insertion while nothing is deleted', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(histories(20, 1), ({ steps }) => {
        const index = new LabelIndex<NaiveId>({ kernel });
        const naive = new NaiveIndex();
        for (const step of steps) {
          if (step.kind === 'ask' || step.kind === 'delete') continue;
          change(index, step);
          changeNaively(naive, step);
        }
        expect(index.select(EVERYTHING)).toEqual([...naive.objects.keys()]);
        expect([...index.ordinals(EVERYTHING)]).toEqual([...naive.objects.keys()].map((_, at) => at));
      }),
      runs(100),
    );
  });
});
