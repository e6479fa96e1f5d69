/** Lines around changes that are shown with them. */
const CONTEXT = 3;

/** A line of a comparison: in both texts, or in one. */
interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/** A text as lines with their ends; the last one may have none. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

/** How far two lists agree from two places on. */
function agreement(a: readonly string[], b: readonly string[], x: number, y: number): number {
  let length = 0;
  while (x + length < a.length && y + length < b.length && a[x + length] === b[y + length]) length++;
  return length;
}

/**
 * The furthest places reached on each diagonal, for each number of differing lines, until all is reached (Myers, "An
 * O(ND) Difference Algorithm", 1986).
 */
function trace(a: readonly string[], b: readonly string[]): readonly ReadonlyMap<number, number>[] {
  const rounds: Map<number, number>[] = [];
  let previous: ReadonlyMap<number, number> = new Map([[1, 0]]);
  for (let differing = 0; differing <= a.length + b.length; differing++) {
    const reached = new Map<number, number>();
    rounds.push(reached);
    for (let diagonal = -differing; diagonal <= differing; diagonal += 2) {
      const down = previous.get(diagonal + 1) ?? -1;
      const right = (previous.get(diagonal - 1) ?? -2) + 1;
      const x = Math.max(down, right);
      const end = x + agreement(a, b, x, x - diagonal);
      reached.set(diagonal, end);
      if (end >= a.length && end - diagonal >= b.length) return rounds;
    }
    previous = reached;
  }
  return rounds;
}

/** The fewest lines to take out of `a` and put in to make it `b`, with all the lines between. */
function stepsBetween(a: readonly string[], b: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  const rounds = trace(a, b);
  for (let round = rounds.length - 1; round >= 0; round--) {
    const previous = rounds[round - 1];
    const diagonal = x - y;
    const down = previous?.get(diagonal + 1) ?? -1;
    const right = (previous?.get(diagonal - 1) ?? -2) + 1;
    const isDown = down >= right;
    const startX = previous === undefined ? 0 : isDown ? down : right;
    while (x > startX && x > 0 && y > 0) {
      x--;
      y--;
      steps.push({ sign: ' ', line: a[x] ?? '' });
    }
    if (previous === undefined) break;
    if (isDown) steps.push({ sign: '+', line: b[--y] ?? '' });
    else steps.push({ sign: '-', line: a[--x] ?? '' });
  }
  return steps.reverse();
}

function range(start: number, count: number): string {
  // A range without lines is told by the line before it.
  const first = count === 0 ? start : start + 1;
  return count === 1 ? `${first}` : `${first},${count}`;
}

function written({ sign, line }: Step): string {
  return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}

/** Where hunks begin and end: around changes, joined where their surroundings meet. */
function hunks(steps: readonly Step[]): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (const [index, { sign }] of steps.entries()) {
    if (sign === ' ') continue;
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(steps.length, index + CONTEXT + 1);
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}

/**
 * What makes one text another, as a unified diff, which `patch -p1` and `git apply` take; `""` where they are the same.
 *
 * @param path the file, with `/` between folders
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const parts: string[] = [];
  for (const [from, to] of hunks(steps)) {
    const ahead = steps.slice(0, from);
    const own = steps.slice(from, to);
    const count = (list: readonly Step[], other: '-' | '+'): number =>
      list.filter(({ sign }) => sign !== other).length;
    const old = range(count(ahead, '+'), count(own, '+'));
    const now = range(count(ahead, '-'), count(own, '-'));
    parts.push(`@@ -${old} +${now} @@\n`, ...own.map(written));
  }
  return parts.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${parts.join('')}`;
}
