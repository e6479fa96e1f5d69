import { explainMatch, formatSelector } from '../../index.ts';
import { EXIT, type ExitStatus, UsageError } from '../exit.ts';
import type { KubernetesObject } from '../input/kubernetes-object.ts';
import { explanationLines } from '../output/explanation.ts';
import { nameOf, placeOf } from '../output/object-writers.ts';
import { printable } from '../output/printable.ts';
import { kindTest, listOf, namespaceTest } from './kinds.ts';
import { readEverything, type Surroundings } from './reading.ts';
import { readSelector } from './selectors.ts';

/** The options of `labelwise explain`. */
export interface ExplainOptions {
  readonly of?: string;
  readonly namespace: readonly string[];
  readonly output: 'text' | 'json';
}

/** Objects kept while it is not clear which one is meant: as many as a message can usefully list. */
const LISTED = 20;

/**
 * A test for the object `--of` names: `name`, `kind/name` or `namespace/kind/name`, the kind as kubectl takes it.
 *
 * @throws UsageError for any other shape
 */
export function objectTest(of: string | undefined): (object: KubernetesObject) => boolean {
  if (of === undefined) return () => true;
  const parts = of.split('/');
  const name = parts.at(-1) ?? '';
  const kind = parts.at(-2);
  const namespace = parts.at(-3);
  if (parts.length > 3 || parts.includes('')) {
    throw new UsageError(
      `--of "${printable(of)}" names no object: write name, kind/name or namespace/kind/name`,
    );
  }
  const isKind = kindTest(kind === undefined ? [] : [kind]);
  const isInNamespace = namespaceTest(namespace === undefined ? [] : [namespace]);
  return function isNamed(object) {
    return (
      nameOf(object) === name &&
      isKind(object.kind, object.apiVersion) &&
      isInNamespace(object.namespace, object.kind)
    );
  };
}

/** An object as `--of` would name it, and where it is. */
function listing(object: KubernetesObject): string {
  const namespace = object.namespace === '' ? '' : `${object.namespace}/`;
  return `  ${printable(`${namespace}${object.kind}/${nameOf(object)}`)} (${placeOf(object)})`;
}

function listings(objects: readonly KubernetesObject[], count: number): string {
  const lines = objects.map(listing);
  if (count > objects.length) lines.push(`  … and ${count - objects.length} more`);
  return lines.join('\n');
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
  const isNamed = objectTest(options.of);
  const isInNamespace = namespaceTest(listOf(options.namespace));
  const meant: KubernetesObject[] = [];
  const others: KubernetesObject[] = [];
  let meantCount = 0;
  let read = 0;

  await readEverything(
    paths,
    {
      object(object) {
        read++;
        const isMeant = isNamed(object) && isInNamespace(object.namespace, object.kind);
        if (isMeant) meantCount++;
        const kept = isMeant ? meant : others;
        if (kept.length < LISTED) kept.push(object);
      },
      counts: () => ({ objects: read, matches: meantCount }),
    },
    surroundings,
  );

  const [object] = meant;
  const asked = options.of === undefined ? '' : ` "${printable(options.of)}"`;
  if (object === undefined) {
    if (read === 0) throw new UsageError('no objects were found in the input');
    throw new UsageError(`there is no object${asked} in the input; there are:\n${listings(others, read)}`);
  }
  if (meantCount > 1) {
    const which =
      options.of === undefined ? 'the input holds several objects' : `several objects are called${asked}`;
    throw new UsageError(
      `${which}; choose one with --of [namespace/]kind/name:\n${listings(meant, meantCount)}`,
    );
  }

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
