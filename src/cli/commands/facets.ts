import { compileSelector, type KeyStatistics } from '../../index.ts';
import type { ExitStatus } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { counted } from '../output/counted.ts';
import { type KeyFacet, writeKeys, writeValues } from '../output/facets.ts';
import { printable } from '../output/printable.ts';
import { conclude } from './conclude.ts';
import type { Filters } from './filters.ts';
import { listOf } from './kinds.ts';
import { LabelCounts } from './label-counts.ts';
import { NearMiss } from './near-miss.ts';
import { noneOf, tellWhyNone } from './none-selected.ts';
import { readQuestion } from './question.ts';
import { readWanted } from './read-wanted.ts';
import type { Surroundings } from './reading.ts';
import { Tally } from './tally.ts';
import { tellUnknownKey } from './unknown-key.ts';

/** The options of `labelwise facets`. */
export interface FacetsOptions extends Filters {
  readonly selector: readonly string[];
  readonly key: readonly string[];
  /** How many keys, or values of each key, are wanted; undefined when it was not said. */
  readonly top?: number;
  readonly output: 'table' | 'json';
  readonly headers: boolean;
}

/** Values of one key in a table, unless told otherwise: names of objects may be among them, one each. */
const TOP_VALUES = 20;

/** Says how many were left out; nothing when none were. */
function tellLeftOut(count: number, noun: string, hint: string, console: Console): void {
  if (count > 0) console.tell(`… and ${counted(count, `more ${noun}`)}${hint}`);
}

function showKeys(
  keys: readonly KeyStatistics[],
  objects: number,
  { top, output, headers }: FacetsOptions,
  console: Console,
): void {
  const shown = keys.slice(0, top);
  if (output === 'json') console.line(JSON.stringify({ objects, keys: shown }, null, 2));
  else if (shown.length > 0) writeKeys(shown, headers, console.write.bind(console));
  if (output === 'table') tellLeftOut(keys.length - shown.length, 'key', '', console);
}

function showValues(
  found: readonly KeyFacet[],
  objects: number,
  { top, output, headers }: FacetsOptions,
  console: Console,
): void {
  const most = top ?? (output === 'json' ? Number.POSITIVE_INFINITY : TOP_VALUES);
  const shown = found.map((facet) => ({ ...facet, byValue: facet.byValue.slice(0, most) }));
  if (output === 'json') console.line(JSON.stringify({ objects, keys: shown }, null, 2));
  else if (shown.some(isThere)) writeValues(shown, headers, console.write.bind(console));
  if (output === 'json') return;
  const hint = top === undefined ? '; --top all shows them' : '';
  for (const { key, values } of found) {
    tellLeftOut(values - most, 'value', ` of ${printable(key)}${hint}`, console);
  }
}

/** A key with its values; with none where no object has it. */
function facetOf(counts: LabelCounts, key: string): KeyFacet {
  const byValue = counts.values(key);
  const objects = byValue.reduce((sum, value) => sum + value.objects, 0);
  return { key, objects, values: byValue.length, byValue };
}

function isThere({ objects }: KeyFacet): boolean {
  return objects > 0;
}

/**
 * `labelwise facets`: the label keys of the objects of files, folders and standard input, or the values of some keys,
 * with how many objects have them.
 *
 * @returns yes when there is anything to show, no when there is nothing; trouble when not everything could be read
 */
export async function facets(
  paths: readonly string[],
  options: FacetsOptions,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { console } = surroundings;
  const question = readQuestion({ texts: options.selector, paths }, true, surroundings);
  const { selector } = question;
  const isSelected = compileSelector(selector);
  const asked = new Set(listOf(options.key));
  const counts = new LabelCounts(asked.size > 0 ? asked : undefined);
  const tally = new Tally();
  const nearMiss = new NearMiss(selector);

  await readWanted(
    question.paths,
    options,
    tally,
    {
      object(object) {
        if (isSelected(object.labels)) {
          tally.selected++;
          counts.add(object.labels);
        } else if (tally.selected === 0) {
          nearMiss.consider(object);
        }
      },
      matches: () => tally.selected,
    },
    surroundings,
  );

  const keys = counts.keys();
  const found = Array.from(asked, (key) => facetOf(counts, key));
  const isFound = found.length > 0 ? found.some(isThere) : keys.length > 0;
  if (found.length > 0) showValues(found, tally.selected, options, console);
  else showKeys(keys, tally.selected, options, console);
  if (tally.selected === 0) {
    tellWhyNone(tally, nearMiss, selector, options, console);
  } else if (keys.length === 0) {
    console.tell(`${noneOf(tally.selected)} has labels`);
  } else {
    for (const facet of found) if (!isThere(facet)) tellUnknownKey(facet.key, keys, tally.selected, console);
  }
  return conclude(isFound, tally, question, console);
}
