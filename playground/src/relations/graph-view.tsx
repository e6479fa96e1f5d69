import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { GraphNode, GraphRow } from '../engine/graph.ts';
import { counted } from '../parts/numbers.ts';
import { Lines } from './lines.tsx';
import { columnsOf } from './order.ts';

function noteOf({ isIdle, all, targets }: GraphRow, own: string): string | undefined {
  if (isIdle) return 'nothing that was read';
  if (all !== undefined) return counted(all, 'object');
  return targets.some(({ id }) => id === own) ? 'itself' : undefined;
}

interface NodeBoxProps {
  readonly node: GraphNode;
  readonly nameOf: (id: string) => string;
  readonly isChosen: boolean;
  readonly onFocus: (id: string | undefined) => void;
  readonly onChoose: (id: string) => void;
}

/** What a row leads to, for those who do not see the lines. */
function spokenTargets({ targets }: GraphRow, nameOf: (id: string) => string): string {
  return targets.map(({ id, isCertain }) => `${isCertain ? '' : 'perhaps '}${nameOf(id)}`).join(', ');
}

function NodeBox({ node, nameOf, isChosen, onFocus, onChoose }: NodeBoxProps): JSX.Element {
  const { id, kind, name, namespace, isWorkload, rows } = node;
  const enter = (): void => onFocus(id);
  const leave = (): void => onFocus(undefined);
  return (
    <li>
      <button
        type="button"
        class={`node${isWorkload ? ' is-workload' : ''}${rows.some(({ isIdle }) => isIdle) ? ' is-idle' : ''}`}
        data-node={id}
        aria-pressed={isChosen}
        onMouseEnter={enter}
        onMouseLeave={leave}
        onFocus={enter}
        onBlur={leave}
        onClick={() => onChoose(id)}
      >
        <span class="node-kind">
          {kind}
          {namespace !== '' && <> in {namespace}</>}
        </span>
        <span class="node-name">{name}</span>
        {rows.map((row, index) => {
          const note = noteOf(row, id);
          return (
            <span class="node-row" key={`${row.verb} ${row.selection}`} data-row={`${id} ${index}`}>
              <span class="node-verb">{row.verb}</span>
              {row.selection !== '' && <code>{row.selection}</code>}
              {note !== undefined && (
                <span class={`node-note${row.isIdle ? ' is-idle' : ''}`}>
                  <span aria-hidden="true">→ </span>
                  {note}
                </span>
              )}
              {row.targets.length > 0 && <span class="unseen">: {spokenTargets(row, nameOf)}</span>}
            </span>
          );
        })}
      </button>
    </li>
  );
}

export interface GraphViewProps {
  readonly nodes: readonly GraphNode[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Objects in columns, what selects before what is selected, and lines between them. */
export function GraphView({ nodes, chosen, onChoose }: GraphViewProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const focused = useSignal<string | undefined>(undefined);
  const columns = useMemo(() => columnsOf(nodes), [nodes]);
  const names = useMemo(() => new Map(nodes.map(({ id, kind, name }) => [id, `${kind} ${name}`])), [nodes]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="graph" aria-label="Graph of the relations" tabIndex={0}>
      <div class="graph-frame" ref={frame}>
        <Lines frame={frame} nodes={nodes} focused={focused.value ?? chosen} />
        {columns.map((column, index) => (
          <ul class="graph-column" key={index}>
            {column.map((node) => (
              <NodeBox
                key={node.id}
                node={node}
                nameOf={(id) => names.get(id) ?? id}
                isChosen={node.id === chosen}
                onFocus={(id) => (focused.value = id)}
                onChoose={onChoose}
              />
            ))}
          </ul>
        ))}
      </div>
    </section>
  );
}
