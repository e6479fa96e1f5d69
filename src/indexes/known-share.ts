import { NO_SET } from '../postings/dictionary.ts';
import type { Postings } from '../postings/postings.ts';

/**
 * Which share of the objects has a label, 0 to 1.
 * @param value undefined for whatever value of the key
 */
export function shareIn<Id extends string | number>(
  postings: Postings<Id>,
  name: string,
  value: string | undefined,
): number {
  const { dictionary, sets, size } = postings;
  const key = dictionary.key(name);
  if (key === undefined || size === 0) return 0;
  const set = value === undefined ? key.presence : dictionary.find(key, value);
  return set === NO_SET ? 0 : sets.count(set) / size;
}
