import { compileSelector, formatSelector, type Selector } from '../../index.ts';
import { EXIT, type ExitStatus, UsageError } from '../exit.ts';
import type { KubernetesObject } from '../input/objects.ts';
import { explanationLines } from '../output/explanation.ts';
import { createObjectWriter, nameOf, type ObjectForm, placeOf } from '../output/object-writers.ts';
import { printable } from '../output/printable.ts';
import { kindTest, listOf, namespaceTest } from './kinds.ts';
import { NearMiss } from './near-miss.ts';
import { readEverything, type Surroundings } from './reading.ts';
import { keysOf, readSelector } from './selectors.ts';

/** The options of `labelwise select`. */
export interface SelectOptions {
  readonly selector: readonly string[];
  readonly namespace: readonly string[];
  readonly kind: readonly string[];
  readonly output: ObjectForm;
  readonly headers: boolean;
}

/** Names met on the way, at most this many: for telling what there is when nothing was found. */
const REMEMBERED = 30;

/** On a screen, rows are not held back longer than this, in milliseconds. */
const PATIENCE = 500;

/** What was read, told apart by what became of it. */
class Tally {
  read = 0;
  /** Of the kinds and namespaces asked for. */
  considered = 0;
  selected = 0;
  readonly kinds = new Set<string>();
  readonly namespaces = new Set<string>();

  count({ kind, namespace }: KubernetesObject): void {
    this.read++;
    if (this.kinds.size < REMEMBERED) this.kinds.add(kind);
    if (this.namespaces.size < REMEMBERED) this.namespaces.add(namespace === '' ? 'default' : namespace);
  }
}

/**
 * The selectors and the inputs among the arguments: with `-l`, every argument is an input; without, the first one is
 * the selector.
 *
 * @throws UsageError when there is no selector
 */
export function splitArguments(
  args: readonly string[],
  selectors: readonly string[],
): { readonly texts: readonly string[]; readonly paths: readonly string[] } {
  if (selectors.length > 0) return { texts: selectors, paths: args };
  const [first, ...paths] = args;
  if (first === undefined) {
    throw new UsageError("no selector: give one, as in 'app=web,tier!=cache', or '' for every object");
  }
  return { texts: [first], paths };
}

function namesOf(names: ReadonlySet<string>): string {
  const more = names.size === REMEMBERED ? ', …' : '';
  return printable([...names].sort().join(', ')) + more;
}

/** Why nothing was selected: nothing there, nothing of that kind or namespace, or the object that nearly was. */
function tellWhyNone(
  tally: Tally,
  nearMiss: NearMiss,
  selector: Selector,
  options: SelectOptions,
  { console }: Surroundings,
): void {
  const text = formatSelector(selector);
  const asked = text === '' ? 'the empty selector' : printable(text);
  if (tally.read === 0) {
    console.note('No objects were found in the input.');
  } else if (tally.considered === 0) {
    const filters = [
      ...(options.kind.length > 0 ? [`of kind ${printable(options.kind.join(','))}`] : []),
      ...(options.namespace.length > 0 ? [`in namespace ${printable(options.namespace.join(','))}`] : []),
    ];
    console.note(`None of the ${tally.read} objects is ${filters.join(' ')}.`);
    if (options.kind.length > 0) console.note(`  kinds: ${namesOf(tally.kinds)}`);
    if (options.namespace.length > 0) console.note(`  namespaces: ${namesOf(tally.namespaces)}`);
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

/**
 * `labelwise select`: writes the objects of files, folders and standard input that a selector selects.
 *
 * @param args the selector and the inputs; with `-l`, the inputs alone
 * @returns yes when any object was selected, no when none was; trouble when not everything could be read
 */
export async function select(
  args: readonly string[],
  options: SelectOptions,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { console } = surroundings;
  const { texts, paths } = splitArguments(args, options.selector);
  const selector = readSelector(texts, console);
  const isSelected = compileSelector(selector);
  const isWantedKind = kindTest(listOf(options.kind));
  const isInNamespace = namespaceTest(listOf(options.namespace));
  const writer = await createObjectWriter(options.output, console.write.bind(console), {
    style: console.style,
    hasHeaders: options.headers,
    asked: keysOf(selector),
  });
  const tally = new Tally();
  const nearMiss = new NearMiss(selector);
  let firstRowAt: number | undefined;

  await readEverything(
    paths,
    {
      object(object) {
        tally.count(object);
        if (!isWantedKind(object.kind, object.apiVersion)) return;
        if (!isInNamespace(object.namespace, object.kind)) return;
        tally.considered++;
        if (isSelected(object.labels)) {
          tally.selected++;
          writer.add(object);
        } else if (tally.selected === 0) {
          nearMiss.consider(object);
        }
      },
      counts: () => ({ objects: tally.read, matches: tally.selected }),
      pause() {
        if (!console.isTerminal || tally.selected === 0) return;
        firstRowAt ??= performance.now();
        if (performance.now() - firstRowAt < PATIENCE) return;
        writer.flush();
        console.flush();
      },
    },
    surroundings,
  );
  writer.end();
  console.flush();
  if (tally.selected === 0 && options.output !== 'count')
    tellWhyNone(tally, nearMiss, selector, options, surroundings);
  if (console.problems > 0) {
    const errors = console.problems === 1 ? '1 error' : `${console.problems} errors`;
    console.note(`${console.errorStyle.red(errors)}: what they concern is missing from the result`);
    return EXIT.trouble;
  }
  return tally.selected > 0 ? EXIT.yes : EXIT.no;
}
