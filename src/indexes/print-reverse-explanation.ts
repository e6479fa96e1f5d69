import type { AnchorLabel } from './anchor-name.ts';
import { countText, numberText, tableLines } from './print-table.ts';
import type { ReachedAnchor, ReverseExplanation } from './reverse-explanation.ts';

/** Lines for anchors beyond this many are summed up. */
const MOST_LINES = 20;

const WAYS: { readonly [By in ReachedAnchor['by']]: string } = {
  has: 'has',
  lacks: 'lacks',
  excluded: 'excluded by',
};

function labelText({ key, value }: AnchorLabel): string {
  return value === undefined ? key : `${key}=${value}`;
}

function anchorText({ key, value, within = [], namespace }: ReachedAnchor): string {
  const own = key === undefined ? [] : [value === undefined ? { key } : { key, value }];
  const label = [...within, ...own].map(labelText).join(',') || '(nothing)';
  return namespace === undefined ? label : `${label} in namespace ${JSON.stringify(namespace)}`;
}

/** An explanation as text, for a terminal. */
export function printReverseExplanation<Id extends string | number>(
  explanation: Omit<ReverseExplanation<Id>, 'toString'>,
): string {
  const { namespace, selectors, candidates, matches, ids, anchors } = explanation;
  const where = namespace === '' ? 'in no namespace' : `in namespace ${JSON.stringify(namespace)}`;
  const shown = anchors.slice(0, MOST_LINES);
  const rows = [
    ['the object', 'entries', 'match', 'anchor'],
    ...shown.map((anchor) => [
      WAYS[anchor.by],
      numberText(anchor.entries),
      anchor.by === 'excluded' ? '-' : numberText(anchor.matches),
      anchorText(anchor),
    ]),
  ];
  const lines = tableLines(rows);
  const more = anchors.length - shown.length;
  return [
    `an object ${where} is matched by ${numberText(ids.length)} of ${countText(selectors, 'selector')}`,
    `${countText(candidates, 'entry').replace('entrys', 'entries')} looked at, ${numberText(matches)} matched`,
    ...(anchors.length === 0 ? ['none is filed under what it has'] : lines),
    ...(more > 0 ? [`and ${countText(more, 'more anchor')}`] : []),
  ].join('\n');
}
