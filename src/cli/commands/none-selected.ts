import { formatSelector, type Selector } from '../../index.ts';
import type { Console } from '../output/console.ts';
import { counted } from '../output/counted.ts';
import { explanationLines } from '../output/explanation.ts';
import { nameOf, placeOf } from '../output/object-writers.ts';
import { printable } from '../output/printable.ts';
import type { Filters } from './filters.ts';
import type { NearMiss } from './near-miss.ts';
import { REMEMBERED, type Tally } from './tally.ts';

function namesOf(names: ReadonlySet<string>): string {
  const more = names.size === REMEMBERED ? ', …' : '';
  return printable([...names].sort().join(', ')) + more;
}

/** How a sentence about many objects begins. */
export function noneOf(objects: number): string {
  return `None of ${counted(objects, 'object')}`;
}

/**
 * Says that there was nothing to select from: nothing there at all, or nothing of that kind or namespace.
 *
 * @returns whether that is so
 */
export function tellNothingThere(tally: Tally, filters: Filters, console: Console): boolean {
  if (tally.considered > 0) return false;
  if (tally.read === 0) {
    // Errors have said it all when there are any.
    if (console.problems === 0) console.tell('No objects were found in the input.');
    return true;
  }
  const sought = [
    ...(filters.kind.length > 0 ? [`of kind ${printable(filters.kind.join(','))}`] : []),
    ...(filters.namespace.length > 0 ? [`in namespace ${printable(filters.namespace.join(','))}`] : []),
  ];
  const objects = tally.read === 1 ? 'The only object is not' : `None of the ${tally.read} objects is`;
  console.tell(`${objects} ${sought.join(' ')}.`);
  if (filters.kind.length > 0) console.tell(`  kinds: ${namesOf(tally.kinds)}`);
  if (filters.namespace.length > 0) console.tell(`  namespaces: ${namesOf(tally.namespaces)}`);
  return true;
}

/** Why nothing was selected: nothing there, nothing of that kind or namespace, or the object that nearly was. */
export function tellWhyNone(
  tally: Tally,
  nearMiss: NearMiss,
  selector: Selector,
  filters: Filters,
  console: Console,
): void {
  if (tellNothingThere(tally, filters, console)) return;
  const text = formatSelector(selector);
  const asked = text === '' ? 'the empty selector' : printable(text);
  console.tell(`${noneOf(tally.considered)} matches ${asked}`);
  const miss = nearMiss.nearest;
  const unseen = nearMiss.unseenKeys.map((key) => `"${key}"`).join(', ');
  if (miss === undefined) {
    if (unseen !== '') console.tell(`  no object has a label ${unseen}`);
    return;
  }
  const { object, explanation } = miss;
  const where = object.namespace === '' ? '' : `${object.namespace}/`;
  console.tell(
    `The nearest is ${printable(`${object.kind} ${where}${nameOf(object)}`)} (${placeOf(object)}):`,
  );
  for (const line of explanationLines(explanation, console.errorStyle)) console.note(line);
}
