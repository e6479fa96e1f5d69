import type { JSX } from 'preact';
import { ComparePanel } from '../compare/compare-panel.tsx';
import { GrammarPanel } from '../grammar/grammar-panel.tsx';
import { ManifestsPanel } from '../manifests/manifests-panel.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { PlanPanel } from '../plan/plan-panel.tsx';
import { RelationsPanel } from '../relations/relations-panel.tsx';
import type { Tab } from '../state/address.ts';
import { loaded } from '../state/data.ts';
import { findings } from '../state/findings.ts';
import { tab } from '../state/link.ts';

const PANELS: Readonly<Record<Tab, () => JSX.Element>> = {
  plan: PlanPanel,
  compare: ComparePanel,
  relations: RelationsPanel,
  manifests: ManifestsPanel,
  grammar: GrammarPanel,
};

/** How many findings there are, on the tab that shows them. */
function findingsNote(): string | undefined {
  const count = (findings.value?.length ?? 0) + (loaded.value?.problems.length ?? 0);
  return count === 0 ? undefined : `${count} to look at`;
}

/** What there is besides the objects that match, one thing at a time. */
export function Tools(): JSX.Element {
  const Panel = PANELS[tab.value];
  return (
    <section class="tools" id="tools" aria-label="Tools">
      <Tabs
        label="Tools"
        open={tab.value}
        tabs={[
          { name: 'plan', title: 'Plan' },
          { name: 'compare', title: 'Compare' },
          { name: 'relations', title: 'Relations' },
          { name: 'manifests', title: 'Manifests', note: findingsNote() },
          { name: 'grammar', title: 'Grammar' },
        ]}
        onOpen={(name) => (tab.value = name)}
      >
        <Panel key={tab.value} />
      </Tabs>
    </section>
  );
}
