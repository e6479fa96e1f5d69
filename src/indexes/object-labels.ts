import type { Postings } from '../postings/postings.ts';

/** The labels of an object, by key. The caller's own copy. */
export function labelsAt<Id extends string | number>(
  postings: Postings<Id>,
  ordinal: number,
): Record<string, string> {
  const { dictionary } = postings;
  const labels: [string, string][] = [];
  postings.forEachPair(ordinal, (pair) => {
    const key = dictionary.keyOf(pair);
    if (key !== dictionary.namespaces) labels.push([key.name, dictionary.valueOf(pair)]);
  });
  labels.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  // fromEntries defines own properties, so a label named __proto__ stays a label.
  return Object.fromEntries(labels);
}

/** The namespace of an object, `""` where it is in none. */
export function namespaceAt<Id extends string | number>(postings: Postings<Id>, ordinal: number): string {
  const { dictionary } = postings;
  return dictionary.valueOf(postings.pairOf(ordinal, dictionary.namespaces.number));
}
