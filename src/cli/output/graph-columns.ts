import type { Box } from './graph-boxes.ts';

/** From one box to another, by index. */
export interface Link {
  readonly from: number;
  readonly to: number;
}

/**
 * Which column each box stands in, from the left: workloads in one, whatever selects them before it, whatever selects that
 * before this, and what only workloads select, such as nodes, behind. Ways that lead back to themselves are cut where they
 * close.
 *
 * @complexity O(boxes + links).
 */
export function columnsOf(boxes: readonly Box[], links: readonly Link[]): readonly number[] {
  const targets = boxes.map((): number[] => []);
  const isSelectedBySelectors = boxes.map(() => false);
  for (const { from, to } of links) {
    targets[from]?.push(to);
    if (boxes[from]?.isWorkload === false) isSelectedBySelectors[to] = true;
  }
  const isBehind = (at: number): boolean => {
    const box = boxes[at];
    return (
      box !== undefined && !box.isWorkload && box.rows.length === 0 && isSelectedBySelectors[at] === false
    );
  };
  const depths: (number | undefined)[] = boxes.map((box, at) =>
    box.isWorkload ? 0 : isBehind(at) ? -1 : undefined,
  );
  const isOpen = boxes.map(() => false);
  for (const start of boxes.keys()) {
    // A stack of our own: chains may be longer than that of the language.
    const stack = [start];
    while (stack.length > 0) {
      const at = stack.at(-1) ?? start;
      if (depths[at] !== undefined) {
        stack.pop();
        continue;
      }
      const own = targets[at] ?? [];
      const waiting =
        isOpen[at] === true ? [] : own.filter((to) => depths[to] === undefined && isOpen[to] === false);
      isOpen[at] = true;
      if (waiting.length > 0) {
        stack.push(...waiting);
        continue;
      }
      const deepest = Math.max(0, ...own.map((to) => depths[to] ?? 0));
      depths[at] = own.length === 0 && boxes[at]?.rows.length === 0 ? 0 : deepest + 1;
      stack.pop();
    }
  }
  const most = Math.max(0, ...depths.map((depth) => depth ?? 0));
  return depths.map((depth) => most - (depth ?? 0));
}
