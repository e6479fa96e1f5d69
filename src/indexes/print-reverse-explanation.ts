import type { AnchorLabel } from './anchor-name.ts';
import type { ReachedAnchor, ReverseExplanation } from './reverse-explanation.ts';

/** Lines for anchors beyond this many are summed up. */
const MOST_LINES = 20;

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

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
      number(anchor.entries),
      anchor.by === 'excluded' ? '-' : number(anchor.matches),
      anchorText(anchor),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  const more = anchors.length - shown.length;
  return [
    `an object ${where} is matched by ${number(ids.length)} of ${count(selectors, 'selector')}`,
    `${count(candidates, 'entry').replace('entrys', 'entries')} looked at, ${number(matches)} matched`,
    ...(anchors.length === 0 ? ['none is filed under what it has'] : lines),
    ...(more > 0 ? [`and ${count(more, 'anchor')} with fewer`] : []),
  ].join('\n');
}
