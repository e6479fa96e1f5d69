import { formatSelector } from '../../selector/format-selector.ts';
import type { Selector } from '../../selector/selector.ts';
import { listed } from '../listed.ts';
import { objectTitle } from '../object-title.ts';
import type { Lasting } from '../selection-change.ts';
import type { Selectable } from '../selections.ts';

/** What is selected, for messages: `the pods of Deployment shop/web`, `Service shop/web`. */
export function selectedText(list: readonly Selectable[]): string {
  const isOfPods = list.some(({ object, isPods }) => isPods && object.kind !== 'Pod');
  return `${isOfPods ? 'the pods of ' : ''}${listed(list.map(({ object }) => objectTitle(object)))}`;
}

/** What a selector says, for messages; one without requirements is named by what it does. */
export function selectorText(selector: Selector): string {
  if (selector.alternatives.length === 0) return 'none';
  return formatSelector(selector) || '{}, which selects all';
}

/** The keys that selectors ask for, in the order written. */
export function keysOf(...selectors: readonly Selector[]): readonly string[] {
  return [
    ...new Set(
      selectors.flatMap(({ alternatives }) => alternatives.flatMap((all) => all.map(({ key }) => key))),
    ),
  ];
}

/** The first of some labels that is not what it was: its key, and what became of it. */
export function changedLabel(
  { before, after }: Lasting,
  keys: readonly string[],
): { readonly key: string; readonly text: string } | undefined {
  for (const key of keys) {
    const old = before.subject.labels.get(key);
    const now = after.subject.labels.get(key);
    if (old === now) continue;
    if (old === undefined) return { key, text: `the label ${key}=${now} is new` };
    return { key, text: `the label ${key}=${old} ${now === undefined ? 'is gone' : `became ${key}=${now}`}` };
  }
  return undefined;
}
