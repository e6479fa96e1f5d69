import { batch, effect, type Signal, signal } from '@preact/signals';
import { type Address, addressText, readAddress, type Tab } from './address.ts';
import { namespace, view } from './answer.ts';
import { chosenId } from './chosen.ts';
import { dataKind, loadCluster, loadExample, loadSources, sources, stillWanted, subjects } from './data.ts';
import { FIRST_COMPARED, FIRST_SELECTOR } from './defaults.ts';
import { fail } from './failure.ts';
import { packed, unpacked } from './packed.ts';
import { asked, compared } from './selector.ts';

/** The tool that is open. */
export const tab: Signal<Tab> = signal('plan');

/** How long nothing changes before the link is written, in milliseconds: browsers refuse to write it all the time. */
const CALM = 300;

/** What the link says behind `#`, as far as the page knows: it has written it, or restored what it says. */
let known = '';

const behindHash = (): string => location.hash.replace(/^#/, '');

/** How often what is chosen has changed. */
let changes = 0;

/** What a link says of the objects; undefined for the example, and for objects that are too large for a link. */
async function packedData(): Promise<string | undefined> {
  if (dataKind.value === 'example') return undefined;
  return dataKind.value === 'cluster' ? 'cluster' : packed(sources.value);
}

function current(data: string | undefined): Address {
  return {
    ...(asked.text.value !== FIRST_SELECTOR && { selector: asked.text.value }),
    ...(compared.text.value !== FIRST_COMPARED && { compared: compared.text.value }),
    ...(namespace.value !== undefined && { namespace: namespace.value }),
    ...(subjects.value !== 'pods' && { subjects: subjects.value }),
    ...(view.value !== 'matched' && { view: view.value }),
    ...(tab.value !== 'plan' && { tab: tab.value }),
    ...(chosenId.value !== undefined && { object: chosenId.value }),
    ...(data !== undefined && { data }),
  };
}

function write(text: string): void {
  // Somebody has just changed the link, and the page is yet to be told: what they want is not written over.
  if (behindHash() !== known) return;
  history.replaceState(null, '', text === '' ? `${location.pathname}${location.search}` : `#${text}`);
  known = behindHash();
}

/** Loads what a link says of objects; nothing where others are wanted before they are unpacked. */
async function loadData(data: string | undefined): Promise<void> {
  if (data === undefined) return loadExample();
  if (data === 'cluster') return loadCluster();
  try {
    const texts = await stillWanted(unpacked(data));
    if (texts !== undefined) await loadSources(texts);
  } catch (error) {
    await loadExample();
    fail(`the objects of this link cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** Makes the page what a link says. */
function restore(address: Address): void {
  // Objects are waited for before anything follows, so that what the link chooses among them is not given up.
  batch(() => {
    asked.text.value = address.selector ?? FIRST_SELECTOR;
    asked.caret.value = asked.text.value.length;
    compared.text.value = address.compared ?? FIRST_COMPARED;
    namespace.value = address.namespace;
    subjects.value = address.subjects ?? 'pods';
    view.value = address.view ?? 'matched';
    tab.value = address.tab ?? 'plan';
    chosenId.value = address.object;
    void loadData(address.data);
  });
}

/** Restores what the link says, now and when it is changed by hand, and writes what is chosen into it. */
export function followLink(): void {
  const follow = (): void => {
    known = behindHash();
    restore(readAddress(known));
  };
  follow();
  addEventListener('hashchange', () => {
    if (behindHash() !== known) follow();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;
  effect(() => {
    // Read here, so that the effect runs when any of it changes.
    current(undefined);
    void [dataKind.value, sources.value];
    clearTimeout(timer);
    const own = ++changes;
    if (isFirst) {
      isFirst = false;
      return;
    }
    timer = setTimeout(async () => {
      const data = await packedData();
      // What was chosen while objects were packed is written in its turn.
      if (own === changes) write(addressText(current(data)));
    }, CALM);
  });
}

/** The link to the page as it is, and whether the objects are part of it. */
export async function linkNow(): Promise<{ readonly link: string; readonly hasObjects: boolean }> {
  const own = changes;
  const data = await packedData();
  if (own !== changes) return linkNow();
  write(addressText(current(data)));
  return { link: location.href, hasObjects: data !== undefined || dataKind.peek() === 'example' };
}
