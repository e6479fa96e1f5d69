import { describe, expect, test } from 'vitest';
import { anyOf } from '../../../../src/selector/combine.ts';
import { fromNodeSelector } from '../../../../src/selector/objects/from-node-selector.ts';
import { toNodeSelector } from '../../../../src/selector/objects/to-node-selector.ts';
import { parseSelector } from '../../../../src/selector/parse-selector.ts';
import { EVERYTHING, NOTHING, type Selector } from '../../../../src/selector/selector.ts';
import { thrown } from './told.ts';

describe('a selector as a NodeSelector', () => {
  test('has a term for each alternative, in the order written', () => {
    const selector = anyOf(parseSelector('z=1,b!=2,a in (x,y),c'), parseSelector('!d,e>5,f<7,g notin (h)'));
    expect(toNodeSelector(selector)).toStrictEqual({
      nodeSelectorTerms: [
        {
          matchExpressions: [
            { key: 'z', operator: 'In', values: ['1'] },
            { key: 'b', operator: 'NotIn', values: ['2'] },
            { key: 'a', operator: 'In', values: ['x', 'y'] },
            { key: 'c', operator: 'Exists' },
          ],
        },
        {
          matchExpressions: [
            { key: 'd', operator: 'DoesNotExist' },
            { key: 'e', operator: 'Gt', values: ['5'] },
            { key: 'f', operator: 'Lt', values: ['7'] },
            { key: 'g', operator: 'NotIn', values: ['h'] },
          ],
        },
      ],
    });
  });

  test('says the name of a node with matchFields', () => {
    expect(toNodeSelector(parseSelector('metadata.name=n1,metadata.name notin (n2,n3),a'))).toStrictEqual({
      nodeSelectorTerms: [
        {
          matchExpressions: [{ key: 'a', operator: 'Exists' }],
          matchFields: [
            { key: 'metadata.name', operator: 'In', values: ['n1'] },
            { key: 'metadata.name', operator: 'NotIn', values: ['n2'] },
            { key: 'metadata.name', operator: 'NotIn', values: ['n3'] },
          ],
        },
      ],
    });
  });

  test('comes back from a NodeSelector as it was', () => {
    const object = {
      nodeSelectorTerms: [
        {
          matchExpressions: [{ key: 'z', operator: 'In', values: ['b', 'a'] }],
          matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }],
        },
        { matchExpressions: [{ key: 'a', operator: 'Exists' }] },
      ],
    };
    expect(toNodeSelector(fromNodeSelector(object))).toStrictEqual(object);
  });

  test('Nothing has no term', () => {
    expect(toNodeSelector(NOTHING)).toStrictEqual({ nodeSelectorTerms: [] });
  });

  test('an empty term would select no node, so Everything cannot be said', () => {
    expect(() => toNodeSelector(EVERYTHING)).toThrow(/every node is selected: leave it out/);
  });

  test.each(['metadata.name', '!metadata.name', 'metadata.name in (a,b)', 'metadata.name>1'])(
    '%s cannot be said of the name of a node',
    (text) => {
      const selector = anyOf(parseSelector('a'), parseSelector(`b,${text}`));
      expect(thrown(() => toNodeSelector(selector))).toEqual(['unsupported-operator alternatives[1][1]']);
    },
  );

  test('text is no selector', () => {
    expect(() => toNodeSelector('a=b' as unknown as Selector)).toThrow(TypeError);
  });
});
