import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { GraphNode } from '../engine/graph.ts';

interface Line {
  readonly key: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly isCertain: boolean;
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Where lines come into a box, in pixels below its top. */
const ENTERS = 22;

/** A curve from the right of a row to the left of a box; to a box that is not further right, around to its right side. */
function curve(from: DOMRect, to: DOMRect, frame: DOMRect): string {
  const x = from.right - frame.left;
  const y = (from.top + from.bottom) / 2 - frame.top;
  const endY = to.top + ENTERS - frame.top;
  if (to.left > from.right) {
    const endX = to.left - frame.left;
    const reach = Math.max(24, (endX - x) / 2);
    return `M${x} ${y}C${x + reach} ${y} ${endX - reach} ${endY} ${endX} ${endY}`;
  }
  const endX = to.right - frame.left;
  const reach = 30 + Math.abs(endY - y) / 8;
  return `M${x} ${y}C${x + reach} ${y} ${endX + reach} ${endY} ${endX} ${endY}`;
}

function measured(frame: HTMLElement, nodes: readonly GraphNode[]): Drawing {
  const bounds = frame.getBoundingClientRect();
  const boxOf = (name: string, value: string): DOMRect | undefined =>
    frame.querySelector(`[data-${name}="${CSS.escape(value)}"]`)?.getBoundingClientRect();
  const lines = nodes.flatMap(({ id, rows }) =>
    rows.flatMap(({ targets }, index) =>
      targets.flatMap(({ id: to, isCertain }): Line[] => {
        const start = boxOf('row', `${id} ${index}`);
        const end = boxOf('node', to);
        if (start === undefined || end === undefined || to === id) return [];
        return [{ key: `${id} ${index} ${to}`, path: curve(start, end, bounds), from: id, to, isCertain }];
      }),
    ),
  );
  return { width: frame.scrollWidth, height: frame.scrollHeight, lines };
}

export interface LinesProps {
  readonly frame: { readonly current: HTMLElement | null };
  readonly nodes: readonly GraphNode[];
  /** The node whose lines stand out. */
  readonly focused: string | undefined;
}

/** The lines between the boxes of a graph, drawn where the boxes have come to stand. */
export function Lines({ frame, nodes, focused }: LinesProps): JSX.Element | null {
  const [drawing, draw] = useState<Drawing | undefined>(undefined);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const again = (): void => draw(measured(element, nodes));
    again();
    // Boxes move when fonts come, when the window changes, and when the panel opens.
    const observer = new ResizeObserver(again);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, nodes]);
  if (drawing === undefined) return null;
  return (
    <svg class="graph-lines" width={drawing.width} height={drawing.height} aria-hidden="true">
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8z" class="arrow" />
        </marker>
      </defs>
      {drawing.lines.map(({ key, path, from, to, isCertain }) => {
        const isNear = focused === from || focused === to;
        const names = ['graph-line', ...(isCertain ? [] : ['is-open']), ...(isNear ? ['is-near'] : [])];
        return <path key={key} class={names.join(' ')} d={path} marker-end="url(#arrow)" />;
      })}
    </svg>
  );
}
