import type { Comparison, Relation, Witness } from '../../index.ts';
import { conflictRequirements, conflictText } from './conflict-text.ts';
import { type Layout, ledBy } from './layout.ts';
import { printable } from './printable.ts';

const SENTENCES: { readonly [R in Relation]: readonly [word: string, sentence: string] } = {
  equal: ['equal', 'A and B match the same'],
  implies: ['A implies B', 'whatever A matches, B matches too'],
  implied: ['B implies A', 'whatever B matches, A matches too'],
  overlap: ['overlap', 'some labels are matched by both, others by one alone'],
  disjoint: ['disjoint', 'nothing is matched by both'],
};

/** Labels as one would write them for `labelwise match`. */
export function witnessText(labels: Witness): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? '(no labels at all)' : printable(pairs.join());
}

/** A comparison of two selectors for people, with a label set for each part of it, and what keeps disjoint ones apart. */
export function comparisonLines(comparison: Comparison, { style, columns }: Layout): string[] {
  const { relation, both, onlyFirst, onlySecond, conflicts } = comparison;
  const [word, sentence] = SENTENCES[relation];
  const witnesses = [
    ['both', both],
    ['A alone', onlyFirst],
    ['B alone', onlySecond],
  ] as const;
  return [
    ledBy(word, style.bold, `: ${sentence}`, { columns }),
    ...conflicts.flatMap((conflict) => [
      ledBy('because', style.yellow, `  ${conflictText(conflict)}`, { columns, indent: 2, hanging: 11 }),
      ...conflictRequirements(conflict).map((line) => `           ${style.dim(line)}`),
    ]),
    ...witnesses.flatMap(([name, labels]) =>
      labels === undefined ? [] : [`  ${style.cyan(name.padEnd(7))}  ${witnessText(labels)}`],
    ),
  ];
}
