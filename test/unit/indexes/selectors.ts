import { expect } from 'vitest';
import {
  compileSelector,
  EVERYTHING,
  type Labels,
  NOTHING,
  type Operator,
  parseSelector,
  type Selector,
  SelectorIndex,
} from '../../../src/index.ts';
import { checkSelectorIndex } from '../../../src/indexes/invariants.ts';
import { type SelectorIndexDump, selectorDumpOf, texts } from '../../oracle/selector-index-dump.ts';

export type Id = string | number;

/** Selectors by id, of most forms; with a namespace or without. */
const CONTENT: readonly (readonly [id: Id, text: string, namespace?: string])[] = [
  ['web', 'app=web'],
  ['web too', 'app in (web)'],
  ['front', 'app=web,tier=front', 'prod'],
  ['db', 'app=db', ''],
  [1, 'app,!tier'],
  ['1', 'tier', 'prod'],
  ['not web', 'app!=web'],
  ['x', 'x in (1,2)'],
  ['range', 'x>1'],
];

const IDS: readonly Id[] = [...CONTENT.map(([id]) => id), 'all', 'none', 'new'];

/** Label sets that tell these apart. */
const ASKED: readonly (readonly [Labels, string | undefined])[] = [
  {},
  { app: 'web' },
  { app: 'web', tier: 'front' },
  { app: 'db' },
  { app: 'db', tier: 'back' },
  { tier: 'front', x: '1' },
  { app: 'web', x: '2' },
].flatMap((labels) => [undefined, '', 'prod', 'nowhere'].map((namespace) => [labels, namespace] as const));

export function filledSelectors(): SelectorIndex<Id> {
  const index = new SelectorIndex<Id>();
  for (const [id, text, namespace] of CONTENT) index.set(id, parseSelector(text), namespace);
  index.set('all', EVERYTHING);
  index.set('none', NOTHING);
  return index;
}

export function dump(index: SelectorIndex<Id>): SelectorIndexDump {
  return selectorDumpOf(index, IDS, ASKED);
}

/** Whatever happened, what the index tells of its selectors is what it answers by. */
export function expectCoherentSelectors(index: SelectorIndex<Id>): void {
  checkSelectorIndex(index);
  const ids = IDS.filter((id) => index.has(id));
  expect(index.size).toBe(ids.length);
  const wanted = ASKED.map(([labels, namespace]) =>
    texts(
      ids.filter((id) => {
        const own = index.namespaceOf(id);
        const selector = index.selectorOf(id) ?? NOTHING;
        return (own === undefined || own === (namespace ?? '')) && compileSelector(selector)(labels);
      }),
    ),
  );
  expect(ASKED.map(([labels, namespace]) => texts(index.matching(labels, namespace)))).toEqual(wanted);
  expect(ASKED.map(([labels, namespace]) => texts(index.iterate(labels, namespace)))).toEqual(wanted);
}

/** An index of selectors, each with its text as its id. */
export function indexOf(...texts: string[]): SelectorIndex {
  const index = new SelectorIndex();
  for (const text of texts) index.set(text, parseSelector(text));
  return index;
}

/** A selector by hand, of requirements as plain data. */
export function byHand(...requirements: [key: string, operator: Operator, values: string[]][]): Selector {
  return { alternatives: [requirements.map(([key, operator, values]) => ({ key, operator, values }))] };
}

/** The rows, and the columns. */
export const SIDE: readonly number[] = Array.from({ length: 20 }, (_, at) => at);

/** 400 selectors, one for each row and column. */
export function crossed(): SelectorIndex {
  const index = new SelectorIndex();
  for (const row of SIDE) {
    for (const column of SIDE) index.set(`${row} ${column}`, parseSelector(`row=${row},column=${column}`));
  }
  return index;
}
