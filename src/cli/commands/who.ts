import { CLAIM_KINDS } from '../../manifests.ts';
import { EXIT, type ExitStatus } from '../exit.ts';
import { configOf } from '../lint/config-of.ts';
import { printable } from '../output/printable.ts';
import { askedKeys, askedText, whoJson, writeClaims } from '../output/who.ts';
import { type AskedOptions, createAsking } from './asked.ts';
import { ClaimBook } from './claim-book.ts';
import { conclude } from './conclude.ts';
import type { Filters } from './filters.ts';
import { homesBy } from './homes.ts';
import { tellNothingThere } from './none-selected.ts';
import { tellWhyNoneSelects } from './none-selects.ts';
import { allBut, readEverything, type Surroundings } from './reading.ts';
import { type Held, selectorsOf } from './selectors-of.ts';
import { Tally } from './tally.ts';
import { tellUndecided } from './undecided.ts';
import { apartFrom, tellApart } from './who-apart.ts';

/** The options of `labelwise who`. */
export interface WhoOptions extends AskedOptions {
  readonly output: 'table' | 'json';
  readonly headers: boolean;
  /** The configuration whose kinds and namespace hold; false for none, or undefined for the one that is found. */
  readonly config?: string | false;
}

const NO_FILTERS: Filters = { kind: [], namespace: [] };

/** An input that was probably meant as another label. */
function strayLabel(paths: readonly string[]): string | undefined {
  const stray = paths.find((path) => /^[^=/]*(?:\/[^=/]*)?=[^/]*$/.test(path));
  return stray === undefined
    ? undefined
    : `"${printable(stray)}" was taken for an input: labels are joined by commas, as in --labels app=web,tier=api`;
}

const ORDER = Object.keys(CLAIM_KINDS);

/** Claims of one kind together, and otherwise in the order read. */
function byKind(a: Held, b: Held): number {
  return ORDER.indexOf(a.kept.claim.kind) - ORDER.indexOf(b.kept.claim.kind);
}

/**
 * `labelwise who`: every selector of the objects of files, folders and standard input that selects one object, the pods
 * it makes, or given labels. Of the objects that are read, their selectors are kept, and the labels of namespaces.
 *
 * @returns yes when any selector does, no when none does; trouble when not everything could be read
 * @throws UsageError when it is not clear what is asked about, or there is no such object
 */
export async function who(
  paths: readonly string[],
  options: WhoOptions,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { console } = surroundings;
  const inUse = await configOf(options.config, console);
  if (inUse === undefined) return EXIT.trouble;
  const { config } = inUse;
  const asking = createAsking(options, config, console);
  const tally = new Tally(homesBy(config));
  const book = new ClaimBook({ problem: console.report.bind(console) }, config);

  await readEverything(
    paths,
    {
      object(object) {
        tally.count(object);
        tally.considered++;
        book.add(object);
        asking.consider(object);
      },
      accepts: allBut(inUse.path),
      counts: () => ({ objects: tally.read }),
    },
    surroundings,
  );

  const asked = asking.asked();
  const told = apartFrom(selectorsOf(asked, book), asked, config);
  const { found, apart } = told;
  const open = [...found.open, ...apart.map(({ held }) => held)];
  const selecting = [...found.selecting].sort(byKind);
  if (options.output === 'json') {
    console.line(whoJson(asked, selecting, open));
  } else if (selecting.length > 0) {
    if (options.headers) console.line(askedText(asked, askedKeys(selecting), console.style));
    writeClaims(selecting, asked, options.headers, console.write.bind(console));
  }
  if (selecting.length === 0 && !tellNothingThere(tally, NO_FILTERS, console)) {
    tellWhyNoneSelects(asked, { ...found, open }, console);
  }
  tellUndecided(found, console);
  tellApart(told, console);
  return conclude(selecting.length > 0, tally, { suspicion: strayLabel(paths) }, console);
}
