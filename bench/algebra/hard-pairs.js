import { allOf, among, is, isNot, notAmong, notThere, there } from '../corpus/fleet/requirements.js';
import { Random } from '../corpus/random.js';

/*
 * Pairs of selectors made to be hard: large sets, many alternatives, and unions that cover something only together, by
 * which one can ask any question that is hard at all (to tell whether a union of conjunctions covers everything is as hard as
 * to tell whether a formula cannot be satisfied). How each pair relates is known from how it is made, or found by trying all
 * label sets where there are few; where it is neither, there is none, and what was answered is only tried.
 */

/**
 * @typedef {import('../corpus/fleet/requirements.js').WrittenRequirement} WrittenRequirement
 * @typedef {'equal' | 'implies' | 'implied' | 'overlap' | 'disjoint'} Relation
 * @typedef {{ name: string, a: readonly WrittenRequirement[][], b: readonly WrittenRequirement[][],
 *   relation: Relation | undefined }} Hard alternatives of each side
 */

const numbered = (count, make) => Array.from({ length: count }, (_, index) => make(index));

const values = (count, from = 0) => numbered(count, (index) => `v${from + index}`);

const EVERYTHING = [[]];

const reversed = (list) => [...list].reverse();

/** The last one is missing. */
const allButLast = (list) => list.slice(0, -1);

/** All ways to choose one of each list. */
function choices(lists) {
  return lists.reduce((chosen, list) => chosen.flatMap((one) => list.map((next) => [...one, next])), [[]]);
}

/** Every combination of some keys having a value and not having it. */
const grid = (keys) => choices(numbered(keys, (index) => [is(`k${index}`, 'v'), isNot(`k${index}`, 'v')]));

/** A box of so many values on each of so many keys, and all its points. */
const box = (keys, count) => [numbered(keys, (index) => among(`k${index}`, values(count)))];
const points = (keys, count) =>
  choices(numbered(keys, (index) => values(count).map((value) => is(`k${index}`, value))));

/** One after the other: the first key has it; or it has not, and the second has it; and so on; or none has it. */
function chain(keys) {
  const before = (index) => numbered(index, (earlier) => isNot(`k${earlier}`, 'v'));
  return [...numbered(keys, (index) => [...before(index), is(`k${index}`, 'v')]), before(keys)];
}

/** Everything, split again and again at a value of some key, into so many parts. */
function splinters(parts, keys) {
  const random = new Random(20_240_229);
  const result = [{ requirements: [], left: numbered(keys, (index) => index) }];
  while (result.length < parts) {
    const [{ requirements, left }] = result.splice(random.below(result.length), 1);
    if (left.length === 0) {
      result.push({ requirements, left });
      continue;
    }
    const key = random.pick(left);
    const without = left.filter((other) => other !== key);
    result.push({ requirements: [...requirements, is(`k${key}`, 'v')], left: without });
    result.push({ requirements: [...requirements, isNot(`k${key}`, 'v')], left: without });
  }
  return result.map(({ requirements }) => requirements);
}

/** One more pigeon than holes, each in some hole; and that two are in the same one, which two always are. */
const pigeons = (holes) => [numbered(holes + 1, (pigeon) => among(`pigeon-${pigeon}`, values(holes)))];
function crowdedHoles(holes) {
  return values(holes).flatMap((hole) =>
    numbered(holes + 1, (pigeon) =>
      numbered(pigeon, (other) => [is(`pigeon-${other}`, hole), is(`pigeon-${pigeon}`, hole)]),
    ).flat(),
  );
}

/** So many alternatives, each of three of some keys having a value or not: what is in none is what satisfies a formula. */
function clauses(count, keys, seed, planted = false) {
  const random = new Random(seed);
  const result = [];
  while (result.length < count) {
    const drawn = new Set();
    while (drawn.size < 3) drawn.add(random.below(keys));
    const clause = Array.from(drawn, (key) => ({ key, has: random.chance(0.5) }));
    // That every key has the value is in no alternative.
    if (planted && clause.every(({ has }) => has)) continue;
    result.push(clause);
  }
  return result;
}

const written = (clause) => clause.map(({ key, has }) => (has ? is : isNot)(`k${key}`, 'v'));

/** Whether clauses cover all that there is, by trying it. */
function coverAll(list, keys) {
  const masks = list.map((clause) => ({
    mask: clause.reduce((bits, { key }) => bits | (1 << key), 0),
    want: clause.reduce((bits, { key, has }) => bits | (has ? 1 << key : 0), 0),
  }));
  for (let assignment = 0; assignment < 2 ** keys; assignment++) {
    if (!masks.some(({ mask, want }) => (assignment & mask) === want)) return false;
  }
  return true;
}

function formula(count, keys) {
  const list = clauses(count, keys, count * 1_000 + keys);
  return {
    name: `${count} alternatives of 3 of ${keys} keys`,
    a: EVERYTHING,
    b: list.map(written),
    relation: keys > 20 ? undefined : coverAll(list, keys) ? 'equal' : 'implied',
  };
}

function plantedFormula(count, keys) {
  return {
    name: `${count} alternatives of 3 of ${keys} keys, not all`,
    a: EVERYTHING,
    b: clauses(count, keys, count * 1_000 + keys, true).map(written),
    relation: 'implied',
  };
}

/** A union that covers something, in any order, and the same without one of its alternatives. */
function cover(name, a, b, relation = 'equal') {
  const shuffled = shuffle(b);
  return [
    { name, a, b: shuffled, relation },
    {
      name: `${name}, one missing`,
      a,
      b: allButLast(shuffled),
      relation: relation === 'equal' ? 'implied' : 'overlap',
    },
  ];
}

function shuffle(list) {
  const random = new Random(19_991_231);
  const result = [...list];
  for (let at = result.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [result[at], result[other]] = [result[other], result[at]];
  }
  return result;
}

const onEach = (count, requirement) => numbered(count, (index) => [requirement(index)]);
const has =
  (value, prefix = 'k') =>
  (index) =>
    is(`${prefix}${index}`, value);
const oneOf =
  (prefix, from = 0) =>
  (index) =>
    is(prefix, `v${from + index}`);

/** Sets of 500 values. */
const SETS = [
  {
    name: '500 values, the same',
    a: [[among('a', values(500))]],
    b: [[among('a', reversed(values(500)))]],
    relation: 'equal',
  },
  {
    name: '500 values, one in common',
    a: [[among('a', values(500))]],
    b: [[among('a', values(500, 499))]],
    relation: 'overlap',
  },
  {
    name: '500 values, none in common',
    a: [[among('a', values(500))]],
    b: [[among('a', values(500, 500))]],
    relation: 'disjoint',
  },
  {
    name: '500 values, and 500 excluded',
    a: [[among('a', values(500))]],
    b: [[notAmong('a', values(500))]],
    relation: 'disjoint',
  },
  {
    name: '500 excluded, and 500 others',
    a: [[notAmong('a', values(500))]],
    b: [[notAmong('a', values(500, 500))]],
    relation: 'overlap',
  },
  {
    name: '500 values on three keys, disjoint on the last',
    a: [[among('a', values(500)), among('b', values(500)), among('c', values(500))]],
    b: [[among('a', values(500)), among('b', values(500, 250)), among('c', values(500, 500))]],
    relation: 'disjoint',
  },
  {
    name: '500 values on three keys, of 501',
    a: [[among('a', values(500)), among('b', values(500)), among('c', values(500))]],
    b: [[among('a', values(501)), among('b', values(501)), among('c', values(501))]],
    relation: 'implies',
  },
];

/** Twenty alternatives of each side. */
const TWENTY = [
  {
    name: '20 alternatives, 20 others on other keys',
    a: onEach(20, has('v')),
    b: onEach(20, has('v', 'm')),
    relation: 'overlap',
  },
  {
    name: '20 alternatives, the same backwards',
    a: onEach(20, has('v')),
    b: reversed(onEach(20, has('v'))),
    relation: 'equal',
  },
  {
    name: '20 alternatives, on the same keys other values',
    a: onEach(20, has('v')),
    b: onEach(20, has('w')),
    relation: 'overlap',
  },
  {
    name: '20 values of a key, 20 others',
    a: onEach(20, oneOf('a')),
    b: onEach(20, oneOf('a', 20)),
    relation: 'disjoint',
  },
  {
    name: '20 values of a key, in one set',
    a: [[among('a', values(20))]],
    b: onEach(20, oneOf('a')),
    relation: 'equal',
  },
  {
    name: '20 alternatives of three keys, 20 disjoint ones',
    a: numbered(20, (i) => [is('a', `v${i}`), isNot(`k${i}`, 'v'), there('b')]),
    b: numbered(20, (i) => [is('a', `v${i}`), is(`k${i}`, 'v'), notThere(`c${i}`)]),
    relation: 'disjoint',
  },
];

/** Unions that cover something. */
const UNIONS = [
  ...cover('all 256 combinations of 8 keys', EVERYTHING, grid(8)),
  ...cover('all 1,024 combinations of 10 keys', EVERYTHING, grid(10)),
  ...cover('all 100 points of 2 keys', box(2, 10), points(2, 10)),
  ...cover('all 1,000 points of 3 keys', box(3, 10), points(3, 10)),
  ...cover('a chain of 50 keys', EVERYTHING, chain(50)),
  ...cover('a chain of 200 keys', EVERYTHING, chain(200)),
  ...cover('everything in 200 splinters on 12 keys', EVERYTHING, splinters(200, 12)),
  ...cover('everything in 500 splinters on 20 keys', EVERYTHING, splinters(500, 20)),
  ...[4, 5, 6, 7, 8, 10].flatMap((holes) =>
    cover(`${holes + 1} pigeons, ${holes} holes`, pigeons(holes), crowdedHoles(holes), 'implies').slice(
      0,
      holes === 6 ? 2 : 1,
    ),
  ),
];

/** Formulas at random: those of few clauses can be satisfied, those of many cannot, and those between are the hard ones. */
const FORMULAS = [
  formula(20, 20),
  formula(40, 20),
  formula(60, 20),
  formula(91, 20),
  formula(120, 20),
  plantedFormula(60, 20),
  formula(170, 40),
  plantedFormula(170, 40),
  formula(256, 60),
  formula(427, 100),
  formula(2_000, 20),
];

/** Very many alternatives, and very many requirements. */
const MANY = [
  {
    name: '2,000 alternatives on a key each, the same backwards',
    a: onEach(2_000, has('v')),
    b: reversed(onEach(2_000, has('v'))),
    relation: 'equal',
  },
  {
    name: '2,000 values of a key, 2,000 others',
    a: onEach(2_000, oneOf('a')),
    b: onEach(2_000, oneOf('a', 2_000)),
    relation: 'disjoint',
  },
  {
    name: '2,000 values of a key, the same backwards',
    a: onEach(2_000, oneOf('a')),
    b: reversed(onEach(2_000, oneOf('a'))),
    relation: 'equal',
  },
  {
    name: '2,000 alternatives of two keys, one set of 2,000',
    a: numbered(2_000, (i) => [is('a', `v${i}`), is('b', 'v')]),
    b: [[among('a', values(2_000)), there('b')]],
    relation: 'implies',
  },
  {
    name: '1,000 requirements, the same backwards',
    a: [numbered(1_000, has('v'))],
    b: [reversed(numbered(1_000, has('v')))],
    relation: 'equal',
  },
  {
    name: '1,000 requirements, one of them other',
    a: [numbered(1_000, has('v'))],
    b: [[...numbered(999, has('v')), is('k999', 'w')]],
    relation: 'disjoint',
  },
  {
    name: '1,000 values excluded one by one, and in a set',
    a: [values(1_000).map((value) => isNot('a', value))],
    b: [[notAmong('a', values(1_000))]],
    relation: 'equal',
  },
  {
    name: '1,000 requirements, 1,000 on other keys',
    a: [numbered(1_000, (index) => isNot(`k${index}`, 'v'))],
    b: [numbered(1_000, (index) => notThere(`m${index}`))],
    relation: 'overlap',
  },
];

/** Every hard pair, by group. @type {Record<string, readonly Hard[]>} */
const HARD_GROUPS = { sets: SETS, twenty: TWENTY, unions: UNIONS, formulas: FORMULAS, many: MANY };

export const HARD_PAIRS = Object.entries(HARD_GROUPS).flatMap(([group, pairs]) =>
  pairs.map((pair) => ({ group, ...pair })),
);

/** @returns the selectors of a side, each with its meaning: its alternatives */
export function writtenAlternatives(side) {
  return side.map(allOf);
}
