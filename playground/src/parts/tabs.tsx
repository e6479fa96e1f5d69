import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface TabsProps<Name extends string> {
  readonly label: string;
  readonly open: Name;
  readonly tabs: readonly {
    readonly name: Name;
    readonly title: string;
    readonly note?: string | undefined;
  }[];
  readonly onOpen: (name: Name) => void;
  /** What the open tab shows. */
  readonly children: ComponentChildren;
}

/** Where a key leads from one tab among others; undefined for keys that lead nowhere. */
function movedTo(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/** Tabs with one panel, of which one is open: one stop for the Tab key, and arrows between them. */
export function Tabs<Name extends string>(props: TabsProps<Name>): JSX.Element {
  const { label, open, tabs, onOpen, children } = props;
  const list = useRef<HTMLDivElement>(null);
  // On a narrow screen not all tabs have room, and a link may open one that has none, or a note push it out.
  const notes = tabs.map(({ note }) => note).join();
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list.current !== null && tab) list.current.scrollLeft = tab.offsetLeft - list.current.offsetLeft;
  }, [open, notes]);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ name }) => name === open);
    const to = movedTo(event.key, at, tabs.length);
    const next = to === undefined ? undefined : tabs[to];
    if (next === undefined) return;
    event.preventDefault();
    onOpen(next.name);
    list.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  };
  return (
    <div>
      <div class="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(({ name, title, note }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === open}
            aria-controls="tab-panel"
            tabIndex={name === open ? 0 : -1}
            onClick={() => onOpen(name)}
          >
            {title}
            {note !== undefined && <span class="tab-note">{note}</span>}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${open}`} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
