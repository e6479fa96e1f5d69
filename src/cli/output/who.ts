import { formatSelector } from '../../index.ts';
import { CLAIM_KINDS, NODE_NAME_KEY, type Reach, type Subject, selectionText } from '../../manifests.ts';
import type { Asked } from '../commands/asked.ts';
import type { Claimant, KeptClaim } from '../commands/claim-book.ts';
import { type Held, placeOfSelector, selectorOf } from '../commands/selectors-of.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { showLabels, Table } from './table.ts';

type Write = (text: string) => void;

/** An object that makes a claim: `Service shop/web`. */
export function claimantText({ kind, namespace, name }: Claimant): string {
  return printable(`${kind} ${namespace === '' ? '' : `${namespace}/`}${name === '' ? '<none>' : name}`);
}

/** Where the selector stands: `shop/web.yaml:12:5`. */
export function claimPlace(held: Held): string {
  const { line, column } = placeOfSelector(held).position;
  return `${printable(held.kept.source)}:${line}:${column}`;
}

/** What a claim says, without who makes it: `routes traffic to app=web`. */
export function claimText({ claim }: KeptClaim): string {
  return printable(`${CLAIM_KINDS[claim.kind]} ${selectionText(claim)}`);
}

/** The labels of what is asked about: the name of a node is none, though selectors may ask for it like for one. */
function labelsOf({ kind, labels }: Subject): Readonly<Record<string, string>> {
  return Object.fromEntries([...labels].filter(([key]) => kind !== 'Node' || key !== NODE_NAME_KEY));
}

/** The heading: what is asked about, where it is, and with which labels; those that selectors ask for stand out. */
export function askedText(
  { title, object, subjects }: Asked,
  asks: ReadonlySet<string>,
  style: Style,
): string {
  const heading = style.bold(title.charAt(0).toUpperCase() + title.slice(1));
  // Labels alone are all in the title.
  if (object === undefined) return `${heading}\n`;
  const pods = subjects.length === 1 ? '' : ', and the pods of its template';
  const width = subjects.length === 1 ? 0 : Math.max(...subjects.map(({ noun }) => noun.length)) + 2;
  const lines = subjects.map(({ noun, subject }) => {
    const labels = showLabels(labelsOf(subject), asks, style);
    const open = [...subject.open].map(printable).join(', ');
    const unknown = open === '' ? '' : style.dim(`  and ${open}, unknown here`);
    return `  ${(width === 0 ? '' : printable(noun)).padEnd(width)}${labels}${unknown}`;
  });
  return `${heading}${pods}  ${style.dim(`(${object.place})`)}\n${lines.join('\n')}\n`;
}

/** Writes claims as a table: what each does, with what, which object makes it, where it stands, and its selector. */
export function writeClaims(
  held: readonly Held[],
  { subjects }: Asked,
  hasHeaders: boolean,
  write: Write,
): void {
  const isOfSeveral = subjects.length > 1;
  const titles = ['CLAIM', ...(isOfSeveral ? ['OF'] : []), 'BY', 'SOURCE'];
  const header = hasHeaders ? { cells: titles, last: 'SELECTOR' } : undefined;
  const table = new Table(write, titles.length + 1, header);
  for (const one of held) {
    const { kept, asked } = one;
    const of = isOfSeveral ? [printable(asked.noun)] : [];
    table.add({
      cells: [CLAIM_KINDS[kept.claim.kind], ...of, claimantText(kept.by), claimPlace(one)],
      last: printable(selectionText(kept.claim)),
    });
  }
  table.flush();
}

/** Namespaces for programs: `own`, `every`, or the names and the selector of some. */
function reachJson(reach: Reach): unknown {
  return reach.kind === 'some'
    ? { names: reach.names, selector: formatSelector(reach.selector) }
    : reach.kind;
}

function claimJson(held: Held): unknown {
  const { claim, by } = held.kept;
  return {
    of: held.asked.subject.kind,
    claim: claim.kind,
    by,
    selector: formatSelector(claim.selector),
    namespaces: reachJson(claim.reach),
    path: placeOfSelector(held).path,
    source: claimPlace(held),
  };
}

/** The answer for programs, as JSON text. */
export function whoJson(
  { subjects, object }: Asked,
  selecting: readonly Held[],
  open: readonly Held[],
): string {
  const of = subjects.map(({ subject }, index) => ({
    kind: subject.kind,
    namespace: subject.namespace,
    // Pods of a template have names of their own.
    ...(index === 0 && object !== undefined && { name: object.name }),
    ...(object !== undefined && { source: object.place }),
    labels: labelsOf(subject),
    unknown: [...subject.open],
  }));
  return JSON.stringify({ of, selectors: selecting.map(claimJson), undecided: open.map(claimJson) }, null, 2);
}

/** The keys that the selectors of claims ask for. */
export function askedKeys(held: readonly Held[]): ReadonlySet<string> {
  return new Set(
    held.flatMap((one) => selectorOf(one).alternatives.flatMap((all) => all.map(({ key }) => key))),
  );
}
