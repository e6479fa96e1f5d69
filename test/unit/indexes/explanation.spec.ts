import { describe, expect, test } from 'vitest';
import { anyOf, LabelIndex, NOTHING, parseSelector } from '../../../src/index.ts';

/** A thousand objects: all have `app`, every tenth is of app `rare`, half are in production, one has `only`. */
function fleet(): LabelIndex<number> {
  const index = new LabelIndex<number>();
  index.load(
    Array.from({ length: 1000 }, (_, at) => [
      at,
      {
        app: at % 10 === 0 ? 'rare' : 'web',
        env: at % 2 === 0 ? 'production' : 'staging',
        ...(at === 7 && { only: 'one' }),
        n: String(at % 50),
      },
      at % 4 === 0 ? 'shop' : 'blog',
    ]),
  );
  return index;
}

const index = fleet();
const explained = (text: string, namespace?: string) =>
  index.explain(parseSelector(text), namespace === undefined ? {} : { namespace });

describe('an explanation', () => {
  test('tells what was estimated and what was found', () => {
    const { selector, objects, matches, estimate } = explained('app=rare,env=production');
    expect({ selector, objects, matches, estimate }).toEqual({
      selector: 'app=rare,env=production',
      objects: 1000,
      matches: 100,
      estimate: 50,
    });
    expect(explained('app=rare', 'shop')).toMatchObject({ namespace: 'shop', matches: 50, estimate: 25 });
  });

  test('tells which postings drive, what they are held against, and what is left after each', () => {
    const { plan } = explained('app=rare,env!=staging,n>40');
    expect(plan.kind).toBe('drive');
    expect(
      plan.steps.map(({ constraint, role, objects, left }) => [constraint, role, objects, left]),
    ).toEqual([
      ['app=rare', 'candidates', 100, 100],
      ['env!=staging', 'filter', 500, 100],
      ['n>40', 'test', 180, 0],
    ]);
    expect(plan.rejected.map(({ kind }) => kind)).toEqual(['words']);
    // Of several filters, those that fewer objects pass come first.
    const { steps } = explained('app=web,env=production,n in (1,2,3)').plan;
    expect(steps.map(({ constraint, role }) => [constraint, role])).toEqual([
      ['n in (1,2,3)', 'candidates'],
      ['env=production', 'filter'],
      ['app=web', 'filter'],
    ]);
  });

  test('tells why nothing is looked at', () => {
    const { plan, count } = explained('app=none,env=production');
    expect(plan.steps.map(({ constraint, role }) => [constraint, role])).toEqual([
      ['app=none', 'nothing'],
      ['env=production', 'unread'],
    ]);
    expect(count.kind).toBe('empty');
    expect(index.explain(NOTHING).plan).toMatchObject({ kind: 'empty', steps: [] });
  });

  test('tells what is left out, and what is known without looking', () => {
    const { count } = explained('app,only');
    expect(count.kind).toBe('cardinality');
    expect(count.steps.map(({ constraint, role }) => [constraint, role])).toEqual([
      ['only', 'known'],
      ['app', 'all'],
    ]);
  });

  test('tells the plan of every alternative', () => {
    const either = anyOf(parseSelector('app=rare'), parseSelector('only'), parseSelector('app=none'));
    const { plan, matches } = index.explain(either);
    expect(matches).toBe(101);
    expect(plan).toMatchObject({ kind: 'union', by: 'lists' });
    expect(plan.alternatives.map(({ kind, steps }) => [kind, steps[0]?.constraint])).toEqual([
      ['drive', 'app=rare'],
      ['drive', 'only'],
    ]);
  });

  test('reads as a text', () => {
    expect(String(explained('app=rare,env=production'))).toMatchInlineSnapshot(`
      "app=rare,env=production
      selects 100 of 1,000 objects; 50 by estimate

      to find them: drive: the shortest postings, held against the rest, about 2 µs
        step        objects  read  left  constraint
        candidates      100   100   100  app=rare
        filter          500   500   100  env=production
        not taken: words (about 7 µs)
      to count them: the same"
    `);
    expect(String(explained('app=none,env=production', 'shop'))).toMatchInlineSnapshot(`
      "app=none,env=production in namespace "shop"
      selects 0 of 1,000 objects; 0 by estimate

      to find them: empty: nothing matches, by the counts alone
        step          objects  read  left  constraint
        selects none        0     -     -  app=none
        not read          250     -     -  namespace "shop"
        not read          500     -     -  env=production
      to count them: the same"
    `);
  });

  test('goes through JSON', () => {
    const explanation = explained('app=rare');
    expect(JSON.parse(JSON.stringify(explanation))).toEqual({ ...explanation });
  });
});
