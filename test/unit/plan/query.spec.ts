import { describe, expect, test } from 'vitest';
import { Query } from '../../../src/plan/query.ts';
import { LabelReader } from '../../../src/postings/label-reader.ts';
import { Postings } from '../../../src/postings/postings.ts';
import { fromLabelMap } from '../../../src/selector/objects/from-label-map.ts';

describe('the plans of a query', () => {
  const postings = new Postings<string>('typescript');
  const reader = new LabelReader();
  for (const namespace of ['shop', 'blog']) {
    reader.read({ app: 'web' });
    postings.put(namespace, reader, namespace);
  }

  test('are kept for as long as the index does not change', () => {
    const query = new Query(postings, fromLabelMap({ app: 'web' }));
    const plan = query.plan('count', 'shop');
    expect(query.plan('count', 'shop')).toBe(plan);
    reader.read({ app: 'cache' });
    postings.put('other', reader, 'shop');
    expect(query.plan('count', 'shop')).not.toBe(plan);
  });

  test('are not kept for however many namespaces are asked for', () => {
    const query = new Query(postings, fromLabelMap({ app: 'web' }));
    const plan = query.plan('count', 'shop');
    for (let i = 0; i < 2000; i++) query.plan('count', `nobody-${i}`);
    expect(query.plan('count', 'shop')).not.toBe(plan);
    expect(query.plan('count', 'shop')).toMatchObject({ kind: plan.kind, estimate: plan.estimate });
  });
});
