import { type NaiveExtras, naiveStrings } from '../oracle/naive-algebra.ts';
import { naiveSpellings } from '../oracle/naive-algebra-domain.ts';
import { byByte } from '../oracle/naive-requirement.ts';
import type { Vocabulary } from './algebra-language.ts';

/** What selectors of a small world are made of. */
export interface Language {
  readonly name: string;
  readonly vocabularies: readonly Vocabulary[];
  readonly extras?: NaiveExtras;
  /** How many families of random selectors are held against each other: lists of hundreds take longer. */
  readonly families: number;
  /** Whether some of it cannot be said in a text. */
  readonly byHand?: boolean;
}

/** As parsed text has a list: in byte order. */
const FIVES = naiveSpellings('x', 5n).toSorted(byByte);
const LAST = naiveSpellings('x', 2n ** 63n - 1n).toSorted(byByte);
/** The name of a node has more room for zeros. */
const NAMES = naiveSpellings('metadata.name', 5n);

export const LANGUAGES: readonly Language[] = [
  {
    name: 'short words and numbers',
    families: 4,
    vocabularies: [
      {
        key: 'x',
        values: ['', 'a', '1', '01', '10'],
        lists: [
          ['', 'a'],
          ['1', 'a'],
          ['0', '00', '1'],
          ['01', '1', '10', '11'],
        ],
        bounds: ['0', '1', '2', '9', '010', '11'],
      },
      { key: 'y', values: ['a', '1'], lists: [['', '1', 'aa']], bounds: ['0', '1', '2'] },
      { key: 'z', values: ['', 'a'], lists: [], bounds: [] },
    ],
    extras: new Map([
      ['x', naiveStrings('a01', 2)],
      ['y', naiveStrings('a1', 2)],
      ['z', naiveStrings('a', 2)],
    ]),
  },
  {
    name: 'integers of which all spellings can be listed',
    families: 4,
    vocabularies: [
      {
        key: 'x',
        values: ['', '5', '05', LAST[0] ?? '', LAST[44] ?? '', '9223372036854775808'],
        lists: [
          FIVES,
          FIVES.slice(1),
          FIVES.slice(0, 62),
          LAST,
          LAST.slice(0, 44),
          LAST.slice(1),
          [...FIVES, ...LAST].sort(byByte),
          ['4', '5', '6'],
        ],
        bounds: ['3', '4', '5', '6', '9223372036854775805', '9223372036854775806', '9223372036854775807'],
      },
      { key: 'y', values: ['a'], lists: [], bounds: ['0', '1'] },
    ],
    extras: new Map([['x', naiveStrings('45', 2)]]),
  },
  {
    name: 'what no text can say',
    families: 4,
    byHand: true,
    vocabularies: [
      {
        key: 'x',
        values: ['b c', 'a', '-5', '5', 'a'.repeat(63), 'a'.repeat(64)],
        lists: [
          ['a', 'b c'],
          ['-1', '+1', '1'],
          ['a', 'a'],
        ],
        bounds: ['-6', '-1', '0', '1', '+4', '-9223372036854775808'],
      },
      { key: 'not a key', values: ['a'], lists: [['a', '']], bounds: ['1'] },
      { key: 'metadata.name', values: ['a', `${'a'.repeat(63)}.b`, 'A.b', 'a..b'], lists: [], bounds: ['4'] },
      { key: '__proto__', values: ['a'], lists: [], bounds: [] },
    ],
    extras: new Map([['x', naiveStrings('a5', 2)]]),
  },
  {
    name: 'names of nodes',
    families: 1,
    byHand: true,
    vocabularies: [
      {
        key: 'metadata.name',
        values: ['5', `${'0'.repeat(252)}5`, `${'0'.repeat(253)}5`, 'a.b'],
        lists: [FIVES, NAMES, NAMES.slice(0, 252), NAMES.slice(63)],
        bounds: ['4', '6'],
      },
    ],
  },
];
