import type { Console } from '../output/console.ts';
import { counted } from '../output/counted.ts';
import { printable } from '../output/printable.ts';
import { askedKeys, claimantText, claimPlace, claimText } from '../output/who.ts';
import { type Found, type Held, isOpenByLabels } from './selectors-of.ts';

/** As many are listed as leave the answer in sight. */
const LISTED = 5;

function list(held: readonly Held[], console: Console): void {
  for (const one of held.slice(0, LISTED)) {
    console.tell(`  ${claimantText(one.kept.by)} ${claimText(one.kept)} (${claimPlace(one)})`);
  }
  if (held.length > LISTED) console.note(`  … and ${held.length - LISTED} more`);
}

/** How a sentence about selectors begins that may select something, or not. */
function mayBe(held: readonly Held[], noun: string, isMore: boolean): string {
  return `${counted(held.length, isMore ? 'more selector' : 'selector')} may select the ${printable(noun)}: it depends on`;
}

function grouped(held: readonly Held[], nameOf: (one: Held) => string): ReadonlyMap<string, readonly Held[]> {
  const groups = new Map<string, Held[]>();
  for (const one of held) {
    const name = nameOf(one);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}

/** Says which selectors may or may not select what is asked about, and what would have to be known to tell. */
export function tellUndecided({ selecting, open }: Found, console: Console): void {
  const isMore = selecting.length > 0;
  for (const [noun, held] of grouped(open.filter(isOpenByLabels), ({ asked }) => asked.noun)) {
    const unknown = held[0]?.asked.subject.open ?? new Set();
    const keys = [...askedKeys(held)].filter((key) => unknown.has(key)).map(printable);
    console.tell(`${mayBe(held, noun, isMore)} ${keys.join(', ')}, unknown here`);
    list(held, console);
  }
  const byNamespace = open.filter((held) => !isOpenByLabels(held));
  for (const [noun, held] of grouped(byNamespace, ({ asked }) => asked.noun)) {
    const namespace = printable(held[0]?.asked.subject.namespace ?? '');
    console.tell(
      `${mayBe(held, noun, isMore)} the labels of namespace ${namespace}, which is not in the input`,
    );
    list(held, console);
  }
}
