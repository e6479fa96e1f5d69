/*
 * How two selectors relate, found the plain way from their written-down meanings: by trying, for each key, its absence and
 * enough values that every test of either says yes or no to in every combination. It shares no code with the engine.
 */
import { TESTS } from './naive-scan.js';

/** A value that no corpus speaks of. */
const UNHEARD_OF = 'z--unheard-of--z';

/** The number of a bound and those beside it, with so many zeros before them that no list can exclude all spellings. */
function numbersNear(bound, zeros) {
  const near = [bound - 1, bound, bound + 1].filter((number) => number >= 0);
  return near.flatMap((number) =>
    Array.from({ length: zeros + 1 }, (_, count) => '0'.repeat(count) + String(number)),
  );
}

/** What is to be tried for a key: the absence of it is undefined. */
function candidates(requirements) {
  const listed = requirements.flatMap(({ test, values }) => (isRange(test) ? [] : values));
  const bounds = requirements.flatMap(({ test, values }) => (isRange(test) ? values : []));
  const numbers = bounds.flatMap((bound) => numbersNear(Number(bound), listed.length));
  return new Set([undefined, UNHEARD_OF, ...listed, ...numbers]);
}

const isRange = (test) => test === 'above' || test === 'below';

const passAll = (requirements, value) => requirements.every(({ passes }) => passes(value));

/** Whether something passes some requirements on one key, and fails one of others there. */
function isPossible(passed, failed = []) {
  for (const value of candidates([...passed, ...failed])) {
    if (passAll(passed, value) && !(failed.length > 0 && passAll(failed, value))) return true;
  }
  return false;
}

/** A selector of one alternative by its meaning, read once to be held against many. */
export class NaiveSelector {
  #byKey = new Map();
  /** Whether some label set satisfies it. */
  isSatisfiable;

  /** @param {import('./naive-scan.js').Meaning} meaning */
  constructor(meaning) {
    for (const [key, test, ...values] of meaning) {
      const known = this.#byKey.get(key) ?? [];
      const set = new Set(values);
      known.push({ test, values, passes: (value) => TESTS[test](value, set) });
      this.#byKey.set(key, known);
    }
    this.isSatisfiable = [...this.#byKey.values()].every((requirements) => isPossible(requirements));
  }

  /** Whether some label set satisfies both. */
  overlaps(other) {
    if (!this.isSatisfiable || !other.isSatisfiable) return false;
    for (const [key, requirements] of this.#byKey) {
      const others = other.#byKey.get(key);
      if (others !== undefined && !isPossible([...requirements, ...others])) return false;
    }
    return true;
  }

  /** Whether every label set that satisfies it satisfies the other. */
  implies(other) {
    if (!this.isSatisfiable) return true;
    for (const [key, requirements] of other.#byKey) {
      if (isPossible(this.#byKey.get(key) ?? [], requirements)) return false;
    }
    return true;
  }
}

/**
 * How two selectors relate.
 *
 * @param {NaiveSelector} a
 * @param {NaiveSelector} b
 * @returns {'equal' | 'disjoint' | 'implies' | 'implied' | 'overlap'}
 */
export function naiveRelation(a, b) {
  const implies = a.implies(b);
  const implied = b.implies(a);
  if (implies && implied) return 'equal';
  if (!a.overlaps(b)) return 'disjoint';
  if (implies) return 'implies';
  return implied ? 'implied' : 'overlap';
}
