import { explainMatch, formatSelector } from '../../index.ts';
import { EXIT, type ExitStatus } from '../exit.ts';
import { explanationLines } from '../output/explanation.ts';
import { nameOf, placeOf } from '../output/object-writers.ts';
import { printable } from '../output/printable.ts';
import { MeantObject } from './meant-object.ts';
import { readEverything, type Surroundings } from './reading.ts';
import { readSelector } from './selectors.ts';

/** The options of `labelwise explain`. */
export interface ExplainOptions {
  readonly of?: string;
  readonly namespace: readonly string[];
  readonly output: 'text' | 'json';
}

/**
 * `labelwise explain`: why one object is selected, or is not, requirement by requirement.
 *
 * @returns yes or no as it is selected; trouble when not everything could be read
 * @throws UsageError when no object, or more than one, is what was asked for
 */
export async function explain(
  selectorText: string,
  paths: readonly string[],
  options: ExplainOptions,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { console } = surroundings;
  const selector = readSelector([selectorText], console);
  const meant = new MeantObject(options.of, options.namespace);
  await readEverything(
    paths,
    {
      object: (object) => meant.consider(object),
      counts: () => ({ objects: meant.read, matches: meant.count }),
    },
    surroundings,
  );
  const object = meant.only();

  const explanation = explainMatch(selector, object.labels);
  const { matches, alternatives } = explanation;
  if (options.output === 'json') {
    const { kind, namespace, labels } = object;
    const subject = { kind, namespace, name: nameOf(object), source: placeOf(object), labels };
    console.line(
      JSON.stringify({ selector: formatSelector(selector), object: subject, matches, alternatives }, null, 2),
    );
  } else {
    const { bold, dim } = console.style;
    const namespace = object.namespace === '' ? '' : `${object.namespace}/`;
    const subject = printable(`${object.kind} ${namespace}${nameOf(object)}`);
    const text = formatSelector(selector) || 'the empty selector';
    console.line(
      `${bold(subject)} ${matches ? 'matches' : 'does not match'} ${printable(text)}  ${dim(`(${placeOf(object)})`)}`,
    );
    for (const line of explanationLines(explanation, console.style)) console.line(line);
  }
  if (console.problems > 0) return EXIT.trouble;
  return matches ? EXIT.yes : EXIT.no;
}
