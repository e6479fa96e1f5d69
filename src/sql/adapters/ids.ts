import { kindOf } from '../../text/kind-of.ts';
import { quote } from '../../text/quote.ts';
import type { Dialect } from '../dialect.ts';
import type { IdType } from '../schema/schema-parts.ts';
import { assertStorable } from './storable-texts.ts';

/** What ids are in JavaScript, by the option `id`: `'text'` are strings, `'integer'` are numbers. */
export type IdOf<Type extends IdType> = Type extends 'integer' ? number : string;

/** How ids of one type are taken and given back. */
export interface Ids<Id extends string | number> {
  /**
   * Holds that something is an id which the database can hold.
   * @throws TypeError naming the argument, and what is wrong with it
   */
  assert(id: unknown, argument: string): asserts id is Id;
  /**
   * An id as a driver gives it: whole numbers come as numbers, as bigints, or as texts.
   * @throws RangeError where it is a whole number that no number says exactly
   * @throws TypeError where it is none
   */
  read(given: unknown): Id;
}

/**
 * A whole number as a driver gives it: drivers have three ways to give 64 bits.
 * @returns undefined where it is none, or no number says it exactly
 */
export function safeInteger(given: unknown): number | undefined {
  const isWhole = typeof given === 'bigint' || (typeof given === 'string' && /^-?\d+$/.test(given));
  const number = isWhole ? Number(given) : given;
  return Number.isSafeInteger(number) ? (number as number) : undefined;
}

/** Whether it is a whole number, if perhaps one that has lost its last digits already. */
function isWholeNumber(given: unknown): boolean {
  return (
    typeof given === 'bigint' ||
    Number.isInteger(given) ||
    (typeof given === 'string' && /^-?\d+$/.test(given))
  );
}

function refuseLarge(given: unknown): never {
  throw new RangeError(
    `the id ${given} is beyond the whole numbers that JavaScript's numbers say exactly; keep such ids as texts`,
  );
}

const INTEGERS: Ids<number> = {
  assert(id, argument) {
    if (Number.isSafeInteger(id)) return;
    const mend = typeof id === 'string' ? '; for ids that are strings leave the option id away' : '';
    throw new TypeError(
      `${argument} must be a safe integer, not ${typeof id === 'number' ? id : kindOf(id)}${mend}`,
    );
  },
  read(given) {
    const number = safeInteger(given);
    if (number !== undefined) return number;
    if (isWholeNumber(given)) refuseLarge(given);
    const text = typeof given === 'string' ? quote(given) : kindOf(given);
    throw new TypeError(`the database has an id that is no whole number: ${text}`);
  },
};

/** Texts, which may be kept as something else that can be written as text, a uuid or a bigint. */
function texts(dialect: Dialect): Ids<string> {
  return {
    assert(id, argument) {
      if (typeof id !== 'string') {
        const mend = typeof id === 'number' ? '; for ids that are numbers give the option id: "integer"' : '';
        throw new TypeError(`${argument} must be a string, not ${kindOf(id)}${mend}`);
      }
      assertStorable(id, dialect, argument);
    },
    read(given) {
      if (typeof given === 'string') return given;
      if (typeof given === 'bigint' || Number.isSafeInteger(given)) return String(given);
      if (Number.isInteger(given)) refuseLarge(given);
      throw new TypeError(`the database has an id that is no text: ${kindOf(given)}`);
    },
  };
}

/** How ids of a type are taken and given back. */
export function idsOf(type: IdType, dialect: Dialect): Ids<string> | Ids<number> {
  return type === 'integer' ? INTEGERS : texts(dialect);
}
