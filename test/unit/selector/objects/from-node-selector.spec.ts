import { describe, expect, test } from 'vitest';
import {
  fromNodeSelector,
  tryFromNodeSelector,
} from '../../../../src/selector/objects/from-node-selector.ts';
import { tryParseSelector } from '../../../../src/selector/parse-selector.ts';
import { NOTHING } from '../../../../src/selector/selector.ts';
import { isFrozenThrough, messageAt, thrown, told } from './told.ts';

const exists = { key: 'a', operator: 'Exists' };

function terms(...nodeSelectorTerms: unknown[]): unknown {
  return { nodeSelectorTerms };
}

describe('a NodeSelector', () => {
  test.each([
    [null],
    [undefined],
    [{}],
    [{ nodeSelectorTerms: null }],
    [terms()],
    [terms({}, { matchExpressions: null, matchFields: [] })],
  ])('%j has no usable term and is Nothing', (value) => {
    expect(tryFromNodeSelector(value)).toMatchObject({ ok: true, selector: NOTHING });
  });

  test('is an alternative for each term that is not empty, expressions before fields', () => {
    const selector = fromNodeSelector({
      nodeSelectorTerms: [
        {
          matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['-no label value-'] }],
          matchExpressions: [
            { key: 'z', operator: 'Gt', values: ['007'] },
            { key: 'b', operator: 'In', values: ['2', '1', '2'] },
          ],
        },
        {},
        { matchExpressions: [{ key: 'b', operator: 'Lt', values: ['9223372036854775807'] }, exists] },
      ],
    });
    expect(selector.alternatives).toEqual([
      [
        { key: 'z', operator: 'gt', values: ['007'] },
        { key: 'b', operator: 'in', values: ['2', '1', '2'] },
        { key: 'metadata.name', operator: 'notin', values: ['-no label value-'] },
      ],
      [
        { key: 'b', operator: 'lt', values: ['9223372036854775807'] },
        { key: 'a', operator: 'exists', values: [] },
      ],
    ]);
    expect(isFrozenThrough(selector)).toBe(true);
  });

  test.each([
    ['a>1', ['wrong-type ']],
    [[], ['wrong-type ']],
    [{ disktype: 'ssd' }, ['unknown-field disktype']],
    [{ nodeSelectorTerms: {} }, ['wrong-type nodeSelectorTerms']],
    [terms(null), ['wrong-type nodeSelectorTerms[0]']],
    [terms({ matchLabels: {} }), ['unknown-field nodeSelectorTerms[0].matchLabels']],
    [
      terms({}, { matchExpressions: [exists, { key: 'a', operator: 'gt', values: ['1'] }] }),
      ['unsupported-operator nodeSelectorTerms[1].matchExpressions[1].operator'],
    ],
    [
      terms({ matchExpressions: [{ key: 'a', operator: 'Gt' }] }),
      ['values-required nodeSelectorTerms[0].matchExpressions[0].values'],
    ],
    [
      terms({ matchExpressions: [{ key: 'a', operator: 'Lt', values: ['1.5', '9223372036854775808'] }] }),
      [
        'values-count nodeSelectorTerms[0].matchExpressions[0].values',
        'value-not-integer nodeSelectorTerms[0].matchExpressions[0].values[0]',
        'value-not-integer nodeSelectorTerms[0].matchExpressions[0].values[1]',
      ],
    ],
    [
      // An integer, but no label value.
      terms({ matchExpressions: [{ key: 'a', operator: 'Gt', values: ['-1'] }] }),
      ['value-invalid nodeSelectorTerms[0].matchExpressions[0].values[0]'],
    ],
    [
      terms({
        matchFields: [
          { key: 'metadata.name', operator: 'In', values: ['a', 'b'] },
          { key: 'metadata.name', operator: 'NotIn', values: [] },
          { key: 'metadata.name', operator: 'Exists' },
          { key: 'spec.unschedulable', operator: 'In', values: ['true'] },
          { key: '', operator: 'In', values: [5] },
          { operator: 'In', values: ['a'] },
        ],
      }),
      [
        'values-count nodeSelectorTerms[0].matchFields[0].values',
        'values-required nodeSelectorTerms[0].matchFields[1].values',
        'unsupported-operator nodeSelectorTerms[0].matchFields[2].operator',
        'wrong-type nodeSelectorTerms[0].matchFields[4].values[0]',
        'missing-field nodeSelectorTerms[0].matchFields[5].key',
      ],
    ],
  ])('%j is refused', (value: unknown, mistakes) => {
    expect(told(tryFromNodeSelector(value))).toEqual(mistakes);
    expect(thrown(() => fromNodeSelector(value as Parameters<typeof fromNodeSelector>[0]))).toEqual(mistakes);
  });

  test.each([
    [{ disktype: 'ssd' }, 'disktype', 'fromLabelMap'],
    [{ matchLabels: {} }, 'matchLabels', 'fromLabelSelector'],
    [{ matchExpressions: [] }, 'matchExpressions', 'nodeSelectorTerms: ['],
    [[], '', 'nodeSelectorTerms: ['],
    [terms(exists), 'nodeSelectorTerms[0].key', 'put the expression into matchExpressions'],
    [terms({ matchLabels: {} }), 'nodeSelectorTerms[0].matchLabels', 'operator In'],
    [
      terms({ matchExpressions: [{ key: 'a', operator: 'Gte', values: ['5'] }] }),
      'nodeSelectorTerms[0].matchExpressions[0].operator',
      'write Gt with the integer before it',
    ],
    [
      terms({ matchExpressions: [{ key: 'a', operator: '<', values: ['5'] }] }),
      'nodeSelectorTerms[0].matchExpressions[0].operator',
      'did you mean Lt?',
    ],
  ])('%j at "%s" names the mend: %s', (value: unknown, path, mend) => {
    expect(messageAt(tryFromNodeSelector(value), path)).toContain(mend);
  });

  test.each([
    ['In', 'a', '<nothing>'],
    ['In', '', 'x'],
    ['NotIn', 'a', 'x'],
    ['NotIn', '', '<nothing>'],
  ])('another field than the name reads as empty, with a warning: %s [%j]', (operator, value, print) => {
    const result = tryFromNodeSelector(
      terms({
        matchExpressions: [{ key: 'x', operator: 'Exists' }],
        matchFields: [{ key: 'zone', operator, values: [value] }],
      }),
    );
    expect(result).toMatchObject({
      ok: true,
      warnings: [{ code: 'unsupported-key', path: 'nodeSelectorTerms[0].matchFields[0].key' }],
    });
    expect(result.ok && String(result.selector)).toBe(print);
    expect(result.ok && result.warnings[0]?.message).toContain('labels go under matchExpressions');
  });
});

describe("a node's name that is no label value", () => {
  test.each(['a,c', 'a),!b,c in (x', 'a b', '"', 'x'.repeat(80)])(
    '%j never prints as the text of another selector',
    (name) => {
      const result = tryFromNodeSelector(
        terms({ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }),
      );
      expect(result.ok).toBe(true);
      expect(tryParseSelector(result.ok ? String(result.selector) : '').ok).toBe(false);
    },
  );
});
