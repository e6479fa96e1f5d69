import { computed, effect, signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { latest } from '../engine/client.ts';
import type { Graph } from '../engine/graph.ts';
import { counted } from '../parts/numbers.ts';
import { Segmented } from '../parts/segmented.tsx';
import { namespace } from '../state/answer.ts';
import { choose, chosen } from '../state/chosen.ts';
import { dataKind, loaded } from '../state/data.ts';
import { fail } from '../state/failure.ts';
import { GraphView } from './graph-view.tsx';

/** More boxes than this nobody can follow. */
const MOST = 80;

/** What the graph is of: everything, or the chosen object and what is related to it. */
const extent = signal<'all' | 'chosen'>('all');

const graph = signal<Graph | undefined>(undefined);

const askGraph = latest('graph', (found) => (graph.value = found), fail);

/** Of pods the object that makes them, since that is what stands for them here. */
const center = computed(() => {
  const row = chosen.value?.row;
  return row?.owner ?? row?.id;
});

function followGraph(): () => void {
  return effect(() => {
    if (loaded.value === undefined) return;
    const isAll = extent.value === 'all' && dataKind.value !== 'cluster';
    if (isAll) askGraph({ center: undefined, namespace: namespace.value });
    else if (center.value !== undefined) {
      askGraph({ center: center.value, namespace: chosen.value?.row.namespace });
    } else {
      askGraph.forget();
      graph.value = undefined;
    }
  });
}

function Drawn({ found }: { readonly found: Graph }): JSX.Element {
  if (found.nodes.length === 0) return <p class="aside">Nothing selects it, and it selects nothing.</p>;
  if (found.nodes.length > MOST) {
    return (
      <p class="aside">
        {counted(found.nodes.length, 'object')} are too many to follow their lines. Choose a namespace above,
        or look at the chosen object alone.
      </p>
    );
  }
  return <GraphView nodes={found.nodes} chosen={center.value} onChoose={choose} />;
}

/** Who selects whom, among the objects that were read. */
export function RelationsPanel(): JSX.Element {
  useEffect(followGraph, []);
  const found = graph.value;
  const isCluster = dataKind.value === 'cluster';
  return (
    <section class="panel" aria-labelledby="relations-title">
      <header class="panel-head">
        <div>
          <h3 id="relations-title">Who selects whom</h3>
          <p class="lead">
            Every selector of the manifests, and what it selects. Workloads stand for the pods that they make.
            A box with a dashed edge selects nothing of what was read.
          </p>
        </div>
        {!isCluster && (
          <Segmented
            legend="What the graph is of"
            value={extent.value}
            options={[
              { value: 'all', label: 'Everything' },
              { value: 'chosen', label: 'The chosen object' },
            ]}
            onChange={(value) => (extent.value = value)}
          />
        )}
      </header>
      {isCluster && <p class="aside">Of so many objects, what has to do with the chosen one.</p>}
      {found !== undefined && <Drawn found={found} />}
    </section>
  );
}
