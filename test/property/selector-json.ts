import fc, { type Arbitrary } from 'fast-check';
import { bounds, keys, values } from './language.ts';

/** JSON that is often in the wrong place. */
const anyJson: Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(null, true, 0, 1.5, '', 'In', 'a', '-b', [], {}, ['b'], [['b']], {
      a: 'b',
    }),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Mostly `usual`, now and then any JSON at all. */
function mostly(usual: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.oneof({ weight: 14, arbitrary: usual }, { weight: 1, arbitrary: anyJson });
}

/** An object with some of the given fields, now and then one more that it should not have. */
function object(fields: Record<string, Arbitrary<unknown>>): Arbitrary<unknown> {
  const wanted = fc.record(fields, { requiredKeys: [] });
  const extra = fc.tuple(
    fc.constantFrom('matchlabels', 'value', 'Key', 'constructor', '__proto__', 'a'),
    anyJson,
  );
  return fc.oneof(
    { weight: 14, arbitrary: wanted },
    {
      weight: 1,
      arbitrary: fc
        .tuple(wanted, extra)
        .map(([all, one]) => Object.fromEntries([...Object.entries(all), one])),
    },
  );
}

const anyKey = fc.oneof(
  { weight: 12, arbitrary: keys },
  { weight: 1, arbitrary: fc.constantFrom('', '-a', 'a/b/c', '__proto__', 'é') },
);
const anyValue = fc.oneof(
  { weight: 12, arbitrary: values },
  { weight: 1, arbitrary: fc.constantFrom('-b', 'b c', 'b\n', 'é', '*') },
);

function expressionWith(operators: readonly string[]): Arbitrary<unknown> {
  return fc.constantFrom(...operators).chain((operator) => {
    const none = operator === 'Exists' || operator === 'DoesNotExist';
    const bound = operator === 'Gt' || operator === 'Lt';
    const list = none
      ? fc.constant([])
      : bound
        ? fc.tuple(bounds)
        : fc.array(mostly(anyValue), { minLength: 1, maxLength: 3 });
    const usual = object({
      key: mostly(anyKey),
      operator: mostly(fc.constant(operator)),
      values: mostly(list),
    });
    const whole = fc.record({ key: keys, operator: fc.constant(operator), values: list });
    return fc.oneof({ weight: 4, arbitrary: whole }, { weight: 2, arbitrary: usual });
  });
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

const labelMaps = fc
  .array(fc.tuple(anyKey, mostly(anyValue)), { maxLength: 3 })
  .map((entries) => Object.fromEntries(entries));

/** JSON that is a LabelSelector, or nearly. */
export const labelSelectorJson: Arbitrary<unknown> = mostly(
  object({
    matchLabels: mostly(labelMaps),
    matchExpressions: mostly(
      fc.array(mostly(expressionWith([...OPERATORS, ...OPERATORS, 'Gt', 'in'])), { maxLength: 3 }),
    ),
  }),
);

const nodeExpression = expressionWith([...OPERATORS, 'Gt', 'Lt', 'Gt', 'Lt', 'gt']);
const nodeField = object({
  key: mostly(fc.constant('metadata.name')),
  operator: mostly(fc.constantFrom('In', 'NotIn')),
  values: mostly(fc.tuple(fc.constantFrom('n1', 'n2', '-no label value-'))),
});

/** JSON that is a NodeSelector, or nearly. */
export const nodeSelectorJson: Arbitrary<unknown> = mostly(
  object({
    nodeSelectorTerms: mostly(
      fc.array(
        mostly(
          object({
            matchExpressions: mostly(fc.array(mostly(nodeExpression), { maxLength: 2 })),
            matchFields: mostly(fc.array(mostly(nodeField), { maxLength: 2 })),
          }),
        ),
        { maxLength: 3 },
      ),
    ),
  }),
);

const fieldNames = fc.constantFrom(
  'matchLabels',
  'matchExpressions',
  'nodeSelectorTerms',
  'matchFields',
  'key',
  'operator',
  'values',
  'a',
  '0',
  'length',
  '__proto__',
  'toString',
  'constructor',
);

/** Values that no JSON text has: dates, Maps, holes, big integers, boxed strings, objects without prototypes. */
export const anythingAtAll: Arbitrary<unknown> = fc.anything({
  key: fieldNames,
  maxDepth: 4,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
  values: [
    fc.constantFrom('In', 'Exists', 'a', 'b', '-b', ''),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  ],
});
