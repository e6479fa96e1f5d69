import type { Vocabulary } from 'labelwise';
import { loaded } from './data.ts';

let known: { readonly of: unknown; readonly vocabulary: Vocabulary } | undefined;

/** The keys and values of the objects, for menus. */
export function vocabulary(): Vocabulary {
  const list = loaded.peek()?.vocabulary ?? [];
  if (known?.of !== list) known = { of: list, vocabulary: new Map(list) };
  return known.vocabulary;
}
