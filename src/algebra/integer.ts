import { parseInt64 } from '../labels/int64.ts';

/** The integer of a value that is known to be one. */
export function integerOf(value: string): bigint {
  const integer = parseInt64(value);
  if (integer === undefined) throw new RangeError(`${JSON.stringify(value)} is no int64`);
  return integer;
}
