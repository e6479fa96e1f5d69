import { EVERYTHING, type Explanation, LabelIndex } from '../../index.ts';
import { namespaceOf } from '../../manifests.ts';
import type { ExitStatus } from '../exit.ts';
import { planLines } from '../output/plan.ts';
import { conclude } from './conclude.ts';
import type { Filters } from './filters.ts';
import { listOf } from './kinds.ts';
import { tellNothingThere } from './none-selected.ts';
import { readQuestion } from './question.ts';
import { readWanted } from './read-wanted.ts';
import type { Surroundings } from './reading.ts';
import { splitArguments } from './select-arguments.ts';
import { Tally } from './tally.ts';

/** The options of `labelwise plan`. */
export interface PlanOptions extends Filters {
  readonly selector: readonly string[];
  readonly output: 'text' | 'json';
}

/**
 * `labelwise plan`: how an index of the objects of files, folders and standard input finds those that a selector
 * selects. Of an object, the index keeps the labels and the namespace.
 *
 * @param args the selector and the inputs; with `-l`, the inputs alone
 * @returns yes when any object is selected, no when none is; trouble when not everything could be read
 */
export async function plan(
  args: readonly string[],
  options: PlanOptions,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { console } = surroundings;
  const isSelectorOption = options.selector.length > 0;
  const question = readQuestion(splitArguments(args, options.selector), isSelectorOption, surroundings);
  const { selector } = question;
  const [namespace, ...others] = listOf(options.namespace);
  // One namespace is part of the question, and of its plan; an index knows no way to ask for several.
  const scope = namespace !== undefined && others.length === 0 ? { namespace } : undefined;
  const filters = { kind: options.kind, namespace: scope === undefined ? options.namespace : [] };
  const tally = new Tally();
  const index = new LabelIndex<number>();

  await readWanted(
    question.paths,
    filters,
    tally,
    {
      object(object) {
        // Objects are numbered, since the same one may stand in two files.
        index.set(tally.considered, object.labels, namespaceOf(object.namespace, object.kind));
      },
    },
    surroundings,
  );

  const explanation: Explanation = index.explain(selector, scope);
  if (options.output === 'json') console.line(JSON.stringify(explanation, null, 2));
  else if (index.size > 0) for (const line of planLines(explanation, console.style)) console.line(line);
  if (scope !== undefined) tally.considered = index.count(EVERYTHING, scope);
  tellNothingThere(tally, options, console);
  return conclude(explanation.matches > 0, tally, question, console);
}
