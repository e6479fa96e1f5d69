/*
 * Objects and label sets made to hurt, by the number of their parts.
 */

const TOP = 100_000;

function numbered(count, make) {
  return Array.from({ length: count }, (_, index) => make(index));
}

function pairs(count, value = 'v') {
  return Object.fromEntries(numbered(count, (i) => [`k${i}`, value]));
}

function nested(depth) {
  let value = 'v';
  for (let i = 0; i < depth; i++) value = { matchLabels: [value] };
  return value;
}

const expressions = (make) => (count) => ({ matchExpressions: numbered(count, make) });

/** @type {import('./texts.js').Row[]} */
export const OBJECT_ROWS = [
  ['matchLabels: k0: v, …', (count) => ({ matchLabels: pairs(count) })],
  ['matchLabels: k0: -, …', (count) => ({ matchLabels: pairs(count, '-') })],
  ['matchLabels: k0: 1, …', (count) => ({ matchLabels: pairs(count, 1) })],
  ['matchExpressions: kᵢ Exists', expressions((i) => ({ key: `k${i}`, operator: 'Exists' }))],
  [
    'matchExpressions: a NotIn [vᵢ]',
    expressions((i) => ({ key: 'a', operator: 'NotIn', values: [`v${i}`] })),
  ],
  [
    'matchExpressions: a In [v] again and again',
    expressions(() => ({ key: 'a', operator: 'In', values: ['v'] })),
  ],
  ['matchExpressions: operator Im', expressions((i) => ({ key: `k${i}`, operator: 'Im', values: ['v'] }))],
  ['matchExpressions: null', expressions(() => null)],
  [
    'values: v0, v1, …',
    (count) => ({
      matchExpressions: [{ key: 'a', operator: 'In', values: numbered(count, (i) => `v${i}`) }],
    }),
  ],
  [
    'values: v, v, …',
    (count) => ({ matchExpressions: [{ key: 'a', operator: 'In', values: numbered(count, () => 'v') }] }),
  ],
  [
    'values: -, -, …',
    (count) => ({ matchExpressions: [{ key: 'a', operator: 'In', values: numbered(count, () => '-') }] }),
  ],
  [
    'a sparse array of values',
    (count) => ({ matchExpressions: [{ key: 'a', operator: 'In', values: new Array(count) }] }),
  ],
  ['unknown fields', (count) => pairs(count)],
  ['matchLabels within each other', nested],
  ['a key of many units', (count) => ({ matchLabels: { ['k'.repeat(count * 10)]: 'v' } })],
].map(([name, make]) => ({ name, unit: 'parts', top: TOP, make, run: 'fromLabelSelector' }));

/** @type {import('./texts.js').Row[]} */
export const NODE_ROWS = [
  [
    'terms: kᵢ Exists',
    (count) => numbered(count, (i) => ({ matchExpressions: [{ key: `k${i}`, operator: 'Exists' }] })),
  ],
  ['terms: empty', (count) => numbered(count, () => ({}))],
  [
    'terms: wrong',
    (count) => numbered(count, () => ({ matchExpressions: [{ key: '-', operator: 'Gt', values: ['x'] }] })),
  ],
  [
    'one term: a Gt i',
    (count) => [
      { matchExpressions: numbered(count, (i) => ({ key: 'a', operator: 'Gt', values: [String(i)] })) },
    ],
  ],
].map(([name, terms]) => ({
  name,
  unit: 'parts',
  top: TOP,
  make: (count) => ({ nodeSelectorTerms: terms(count) }),
  run: 'fromNodeSelector',
}));

/**
 * Selectors that are right, of many parts: what is done with them must be linear too.
 *
 * @type {import('./texts.js').Row[]}
 */
export const USE_ROWS = [
  ['kᵢ Exists', expressions((i) => ({ key: `k${i}`, operator: 'Exists' }))],
  ['a NotIn [vᵢ]', expressions((i) => ({ key: 'a', operator: 'NotIn', values: [`v${i}`] }))],
  [
    'a In [v0, v1, …]',
    (count) => ({
      matchExpressions: [{ key: 'a', operator: 'In', values: numbered(count, (i) => `v${i}`) }],
    }),
  ],
].flatMap(([name, make]) =>
  ['compile', 'format', 'selectorKey', 'explain'].map((run) => ({
    name,
    unit: 'parts',
    top: TOP,
    make,
    run,
  })),
);

/** @type {import('./texts.js').Row[]} */
export const ALTERNATIVES_ROWS = ['compile', 'format', 'selectorKey', 'explain', 'anyOf', 'allOf'].map(
  (run) => ({
    name: 'kᵢ=v or …',
    unit: 'selectors',
    top: 10_000,
    make: (count) => numbered(count, (i) => `k${i}=v`),
    run: `${run}Alternatives`,
  }),
);

/** @type {import('./texts.js').Row[]} */
export const LABEL_ROWS = [
  // For comparison: what listing so many keys takes the engine alone.
  ['the engine lists keys: kᵢ: v', (count) => pairs(count), 'listKeys'],
  ['checkLabels: kᵢ: v', (count) => pairs(count), 'checkLabels'],
  ['checkLabels: kᵢ: -', (count) => pairs(count, '-'), 'checkLabels'],
  ['match a=b: kᵢ: v', (count) => pairs(count), 'matchLabels'],
  ['match a=b: Map of kᵢ: v', (count) => new Map(Object.entries(pairs(count))), 'matchLabels'],
  ['explain key=b: kᵢ: v', (count) => pairs(count), 'explainLabels'],
  ['checkLabelKey of many units', (count) => 'k'.repeat(count), 'checkKey'],
  ['checkLabelKey of a/b/…', (count) => 'a/'.repeat(count / 2), 'checkKey'],
  ['checkLabelValue of lone surrogates', (count) => '\udc00'.repeat(count), 'checkValue'],
].map(([name, make, run]) => ({
  name,
  unit: run.startsWith('check') && run !== 'checkLabels' ? 'units' : 'labels',
  top: TOP,
  make,
  run,
}));
