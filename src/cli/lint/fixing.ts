import { readManifests } from '../../manifests.ts';
import { type Change, changed, changesOf, compatible, linesIn } from './edits.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Inputs, ReadInput } from './inputs.ts';
import type { JudgedFinding } from './report.ts';

/** Fixes may make room for others so often; what is not settled by then goes round in circles. */
const ROUNDS = 10;

/** A safe fix of a finding, as changes. */
interface ChosenFix {
  /** What tells it from other fixes, in whatever round. */
  readonly key: string;
  readonly changes: readonly Change[];
}

/** A text before fixes and after them. */
export interface FixedText {
  readonly source: string;
  readonly before: string;
  readonly after: string;
}

/** What fixes made of inputs; nothing is written yet. */
export interface FixedInputs {
  readonly inputs: Inputs;
  readonly texts: readonly FixedText[];
  /** How many fixes were made. */
  readonly fixes: number;
  /** How many were not, since a file could not have been read with them. */
  readonly refused: number;
}

/** Inputs as texts that change, with what is read in them. */
interface State {
  readonly texts: Map<string, string>;
  readonly bySource: Map<string, ReadInput>;
}

/** What is read in texts once changes are made; undefined where one of them no longer reads as it did. */
async function afterwards(fixes: readonly ChosenFix[], state: State): Promise<State | undefined> {
  const next: State = { texts: new Map(), bySource: new Map() };
  const changes = fixes.flatMap((fix) => fix.changes);
  for (const source of new Set(changes.map((change) => change.source))) {
    const before = state.bySource.get(source);
    const own = changes.filter((change) => change.source === source);
    const text = changed(state.texts.get(source) ?? '', own);
    const read = await readManifests(text, source);
    if (read.objects.length !== before?.objects.length) return undefined;
    if (read.problems.length > before.problems.length) return undefined;
    next.texts.set(source, text);
    next.bySource.set(source, read);
  }
  return next;
}

/** Of fixes that do not go together those that do, one after another; the others are refused for good. */
async function oneByOne(
  fixes: readonly ChosenFix[],
  state: State,
  refused: Set<string>,
): Promise<readonly ChosenFix[]> {
  const good: ChosenFix[] = [];
  for (const fix of fixes) {
    if ((await afterwards([...good, fix], state)) !== undefined) good.push(fix);
    else refused.add(fix.key);
  }
  return good;
}

/** The safe fixes of findings that count, as changes of texts as they are. */
async function chosen(
  findings: readonly JudgedFinding[],
  state: State,
  refused: ReadonlySet<string>,
  textOf: (source: string) => Promise<string | undefined>,
): Promise<readonly ChosenFix[]> {
  const safe = findings.flatMap(({ finding, isPlain }) =>
    isPlain && finding.fix?.isSafe === true
      ? [{ key: `${fingerprintOf(finding)} ${finding.fix.title}`, fix: finding.fix }]
      : [],
  );
  for (const { source } of safe.flatMap(({ fix }) => fix.edits)) {
    const text = state.texts.has(source) ? undefined : await textOf(source);
    if (text !== undefined) state.texts.set(source, text);
  }
  const linesOf = linesIn(state.texts);
  return safe.flatMap(({ key, fix }) => {
    const changes = refused.has(key) ? undefined : changesOf(fix, linesOf);
    return changes === undefined ? [] : [{ key, changes }];
  });
}

/**
 * Makes safe fixes in the texts of inputs, and looks again, until there are none left. A fix is made whole or not at all,
 * and not where a file could not be read any more.
 *
 * @param look finds what there is to fix, in inputs as they are by then
 * @param textOf the text of an input, as it is; undefined where it cannot be had
 */
export async function fixInputs(
  inputs: Inputs,
  look: (inputs: Inputs) => readonly JudgedFinding[],
  textOf: (source: string) => Promise<string | undefined>,
): Promise<FixedInputs> {
  const state: State = { texts: new Map(), bySource: new Map(inputs.bySource) };
  const before = new Map<string, string>();
  const refused = new Set<string>();
  let fixes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const found = look({ ...inputs, bySource: state.bySource });
    let together = compatible(await chosen(found, state, refused, textOf));
    let next = await afterwards(together, state);
    if (next === undefined) {
      together = await oneByOne(together, state, refused);
      next = await afterwards(together, state);
    }
    if (next === undefined || together.length === 0) break;
    fixes += together.length;
    for (const [source, text] of next.texts) {
      if (!before.has(source)) before.set(source, state.texts.get(source) ?? '');
      state.texts.set(source, text);
    }
    for (const [source, input] of next.bySource) state.bySource.set(source, input);
  }
  const texts = [...before].flatMap(([source, text]) => {
    const after = state.texts.get(source) ?? text;
    return after === text ? [] : [{ source, before: text, after }];
  });
  // What undid itself was none.
  const made = texts.length === 0 ? 0 : fixes;
  return { inputs: { ...inputs, bySource: state.bySource }, texts, fixes: made, refused: refused.size };
}
