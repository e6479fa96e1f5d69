import type { Conjunction } from '../constraint/conjunction.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { rank } from '../match/label-test.ts';
import type { Dialect } from './dialect.ts';
import { allHold, type Fragment, oneHolds, sql } from './fragment.ts';
import type { LabelTableNames } from './names.ts';
import { type LabelRow, satisfies, violates } from './row-tests.ts';

/**
 * So many labels are joined, in an order that the planner finds; the others are looked up for what is left. Planners try all
 * orders of a few tables, and SQLite refuses more than 64.
 */
const JOINED = 6;

/**
 * So many others may be made part of that join; further ones are asked of each object that is left, which the limit says to
 * PostgreSQL: it takes a minute to plan eighty joins.
 */
const LOOKED_UP = 6;

/** So many results are united at a time: SQLite refuses more than 500. */
const UNITED = 250;

function alias(name: string): Fragment {
  return { kind: 'fragment', parts: [name] };
}

/** What selects by labels in a table of their own: statements about one dialect and one table. */
export class LabelRows {
  readonly #dialect: Dialect;
  readonly #names: LabelTableNames;

  constructor(dialect: Dialect, names: LabelTableNames) {
    this.#dialect = dialect;
    this.#names = names;
  }

  #row(of: Fragment): LabelRow {
    return { key: sql`${of}.${this.#names.key}`, value: sql`${of}.${this.#names.value}` };
  }

  #objectOf(row: Fragment): Fragment {
    return sql`${row}.${this.#names.object}`;
  }

  /** That an object has, or lacks, what each of some constraints asks for. */
  #lookUps(object: Fragment, constraints: Conjunction): readonly Fragment[] {
    return constraints.map((constraint, i) =>
      this.#looksUp(object, constraint, i < LOOKED_UP ? sql`` : sql` LIMIT 1 OFFSET 0`),
    );
  }

  #looksUp(object: Fragment, constraint: KeyConstraint, limit: Fragment): Fragment {
    const row = this.#row(sql`l`);
    const tests = constraint.absent
      ? violates(this.#dialect, row, constraint)
      : satisfies(this.#dialect, row, constraint);
    const isOfIt = sql`${this.#objectOf(sql`l`)} = ${object}`;
    const rows = sql`EXISTS (SELECT 1 FROM ${this.#names.table} AS l WHERE ${allHold([isOfIt, ...tests])}${limit})`;
    return constraint.absent ? sql`NOT ${rows}` : rows;
  }

  /** The ids of the objects that satisfy a conjunction which demands a label, once each. */
  #objects(conjunction: Conjunction): Fragment {
    const demanding = conjunction.filter(({ absent }) => !absent).sort((a, b) => rank(a) - rank(b));
    const joined = demanding.slice(0, JOINED);
    const rows = joined.map((_, i) => alias(`l${i + 1}`));
    const object = this.#objectOf(sql`l1`);
    const from = rows
      .map((row, i) => {
        const table = sql`${this.#names.table} AS ${row}`;
        return i === 0 ? table : sql` JOIN ${table} ON ${this.#objectOf(row)} = ${object}`;
      })
      .reduce((all, part) => sql`${all}${part}`);
    const tests = joined.flatMap((constraint, i) =>
      satisfies(this.#dialect, this.#row(rows[i] as Fragment), constraint),
    );
    const left = [...demanding.slice(JOINED), ...conjunction.filter(({ absent }) => absent)];
    const others = this.#lookUps(object, left);
    return sql`SELECT ${object} FROM ${from} WHERE ${allHold([...tests, ...others])}`;
  }

  #holds(id: Fragment, conjunction: Conjunction): Fragment {
    if (demandsLabel(conjunction)) return sql`${id} IN (${this.#objects(conjunction)})`;
    return allHold(this.#lookUps(id, conjunction));
  }

  /**
   * That an object satisfies one of some conjunctions, of which there is at least one and none is empty. Where all demand
   * labels, objects are found by these: several subqueries behind `OR` would be asked of every object.
   *
   * @param id the column of the object's id, which must have its table before it: the table of labels may have one of that name
   */
  oneHolds(id: Fragment, conjunctions: readonly Conjunction[]): Fragment {
    if (!conjunctions.every(demandsLabel)) {
      return oneHolds(conjunctions.map((conjunction) => this.#holds(id, conjunction)));
    }
    const unions: Fragment[] = [];
    for (let from = 0; from < conjunctions.length; from += UNITED) {
      const objects = conjunctions
        .slice(from, from + UNITED)
        .map((conjunction) => this.#objects(conjunction))
        .reduce((all, part) => sql`${all} UNION ALL ${part}`);
      unions.push(sql`${id} IN (${objects})`);
    }
    return oneHolds(unions);
  }
}

function demandsLabel(conjunction: Conjunction): boolean {
  return conjunction.some(({ absent }) => !absent);
}
