import { formatSelector, type Selector } from '../../index.ts';
import type { KubernetesObject } from '../input/kubernetes-object.ts';
import type { Console } from '../output/console.ts';
import { explanationLines } from '../output/explanation.ts';
import { nameOf, placeOf } from '../output/object-writers.ts';
import { printable } from '../output/printable.ts';
import type { NearMiss } from './near-miss.ts';

/** Names met on the way, at most this many: for telling what there is when nothing was found. */
const REMEMBERED = 30;

/** What was read, told apart by what became of it. */
export class Tally {
  read = 0;
  /** Of the kinds and namespaces asked for. */
  considered = 0;
  selected = 0;
  readonly kinds: Set<string> = new Set();
  readonly namespaces: Set<string> = new Set();

  count({ kind, namespace }: KubernetesObject): void {
    this.read++;
    if (this.kinds.size < REMEMBERED) this.kinds.add(kind);
    if (this.namespaces.size < REMEMBERED) this.namespaces.add(namespace === '' ? 'default' : namespace);
  }
}

function namesOf(names: ReadonlySet<string>): string {
  const more = names.size === REMEMBERED ? ', …' : '';
  return printable([...names].sort().join(', ')) + more;
}

/** Why nothing was selected: nothing there, nothing of that kind or namespace, or the object that nearly was. */
export function tellWhyNone(
  tally: Tally,
  nearMiss: NearMiss,
  selector: Selector,
  filters: { readonly kind: readonly string[]; readonly namespace: readonly string[] },
  console: Console,
): void {
  const text = formatSelector(selector);
  const asked = text === '' ? 'the empty selector' : printable(text);
  if (tally.read === 0) {
    // Errors have said it all when there are any.
    if (console.problems === 0) console.note('No objects were found in the input.');
  } else if (tally.considered === 0) {
    const sought = [
      ...(filters.kind.length > 0 ? [`of kind ${printable(filters.kind.join(','))}`] : []),
      ...(filters.namespace.length > 0 ? [`in namespace ${printable(filters.namespace.join(','))}`] : []),
    ];
    console.note(`None of the ${tally.read} objects is ${sought.join(' ')}.`);
    if (filters.kind.length > 0) console.note(`  kinds: ${namesOf(tally.kinds)}`);
    if (filters.namespace.length > 0) console.note(`  namespaces: ${namesOf(tally.namespaces)}`);
  } else {
    console.note(
      `None of ${tally.considered} ${tally.considered === 1 ? 'object' : 'objects'} matches ${asked}`,
    );
    const miss = nearMiss.nearest;
    const unseen = nearMiss.unseenKeys.map((key) => `"${key}"`).join(', ');
    if (miss === undefined) {
      if (unseen !== '') console.note(`  no object has a label ${unseen}`);
      return;
    }
    const { object, explanation } = miss;
    const where = object.namespace === '' ? '' : `${object.namespace}/`;
    console.note(
      `The nearest is ${printable(`${object.kind} ${where}${nameOf(object)}`)} (${placeOf(object)}):`,
    );
    for (const line of explanationLines(explanation, console.errorStyle)) console.note(line);
  }
}
