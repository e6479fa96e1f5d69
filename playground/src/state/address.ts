import type { Subjects, View } from '../engine/collection.ts';

/** The tools below the objects. */
export const TABS = ['plan', 'compare', 'relations', 'manifests', 'grammar'] as const;

export type Tab = (typeof TABS)[number];

/** What a link says: everything that a person has chosen, but for the texts of objects, which are packed. */
export interface Address {
  readonly selector?: string;
  readonly compared?: string;
  readonly namespace?: string;
  readonly subjects?: Subjects;
  readonly view?: View;
  readonly tab?: Tab;
  /** The id of the chosen object. */
  readonly object?: string;
  /** `cluster`, or texts as {@link file://./packed.ts} packs them; nothing for the example. */
  readonly data?: string;
}

const NAMES = {
  selector: 's',
  compared: 'c',
  namespace: 'n',
  subjects: 'k',
  view: 'v',
  tab: 't',
  object: 'o',
  data: 'd',
} as const satisfies { readonly [Name in keyof Address]-?: string };

const VIEWS: readonly string[] = ['matched', 'unmatched', 'all'] satisfies View[];
const SUBJECTS: readonly string[] = ['pods', 'all'] satisfies Subjects[];

/** An address as the part of a link behind `#`; `""` where everything is as at first. */
export function addressText(address: Address): string {
  const parts = new URLSearchParams();
  for (const [name, short] of Object.entries(NAMES)) {
    const value: unknown = Reflect.get(address, name);
    if (typeof value === 'string') parts.set(short, value);
  }
  // What is legal behind a # stays legible.
  return parts
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%21', '!')
    .replaceAll('%28', '(')
    .replaceAll('%29', ')')
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':');
}

/** Reads the part of a link behind `#`. What it does not know is left out, since links come from anywhere. */
export function readAddress(text: string): Address {
  const parts = new URLSearchParams(text.replace(/^#/, ''));
  const partOf = (name: keyof Address): string | undefined => parts.get(NAMES[name]) ?? undefined;
  const [selector, compared, namespace, object, data] = [
    partOf('selector'),
    partOf('compared'),
    partOf('namespace'),
    partOf('object'),
    partOf('data'),
  ];
  const [view, subjects, tab] = [partOf('view'), partOf('subjects'), partOf('tab')];
  return {
    ...(selector !== undefined && { selector }),
    ...(compared !== undefined && { compared }),
    ...(namespace !== undefined && { namespace }),
    ...(object !== undefined && { object }),
    ...(data !== undefined && { data }),
    ...(VIEWS.includes(view ?? '') && { view: view as View }),
    ...(SUBJECTS.includes(subjects ?? '') && { subjects: subjects as Subjects }),
    ...(TABS.some((known) => known === tab) && { tab: tab as Tab }),
  };
}
