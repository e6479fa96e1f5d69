import { type KubernetesObject, type Relations, relationsOf } from '../../manifests.ts';
import { reportAt } from '../../reading.ts';
import { EXIT, type ExitStatus, UsageError } from '../exit.ts';
import { configOf } from '../lint/config-of.ts';
import type { Console } from '../output/console.ts';
import { boxesOf } from '../output/graph-boxes.ts';
import { dotText } from '../output/graph-dot.ts';
import type { GraphForm } from '../output/graph-forms.ts';
import { graphJson } from '../output/graph-json.ts';
import { MERMAID_LIMITS, mermaidText } from '../output/graph-mermaid.ts';
import { MOST_BOXES, svgText } from '../output/graph-svg.ts';
import { printable } from '../output/printable.ts';
import { conclude } from './conclude.ts';
import { around, within } from './graph-scope.ts';
import { homesBy } from './homes.ts';
import { listOf, namespaceTest } from './kinds.ts';
import { MeantObject } from './meant-object.ts';
import { tellNothingThere } from './none-selected.ts';
import { allBut, readEverything, type Surroundings } from './reading.ts';
import { Tally } from './tally.ts';

/** The options of `labelwise graph`. */
export interface GraphOptions {
  readonly output: GraphForm;
  readonly namespace: readonly string[];
  readonly of?: string;
  /** The configuration whose kinds and namespace hold; false for none, or undefined for the one that is found. */
  readonly config?: string | false;
}

/** What the drawing is of, in a few words. */
function titleOf({ of, namespace }: GraphOptions): string {
  const names = listOf(namespace);
  const where = names.length === 0 ? '' : ` in ${names.join(', ')}`;
  return printable(
    of === undefined ? `Who selects whom${where}` : `Who selects ${of}${where}, and whom it selects`,
  );
}

function svgOf(relations: Relations, options: GraphOptions): string {
  const { nodes, edges } = relations;
  if (nodes.length > MOST_BOXES) {
    throw new UsageError(
      `a drawing of ${nodes.length} objects cannot be read (at most ${MOST_BOXES}): choose some with -n or --of, or write -o dot or -o json for other programs`,
    );
  }
  const description = `${nodes.length} Kubernetes objects and ${edges.length} relations among them, as their selectors say.`;
  return svgText(boxesOf(relations), { title: titleOf(options), description });
}

function mermaidOf(relations: Relations, console: Console): string {
  const { text, edges } = mermaidText(boxesOf(relations));
  if (edges > MERMAID_LIMITS.edges || text.length > MERMAID_LIMITS.characters) {
    console.tell(
      `this is more than pages draw of mermaid (${edges} edges of ${MERMAID_LIMITS.edges}, ${text.length} characters of ${MERMAID_LIMITS.characters}): choose some with -n or --of, or write -o svg or -o dot`,
    );
  }
  return text;
}

function written(relations: Relations, options: GraphOptions, console: Console): string {
  switch (options.output) {
    case 'mermaid':
      return mermaidOf(relations, console);
    case 'dot':
      return dotText(boxesOf(relations));
    case 'json':
      return `${graphJson(relations)}\n`;
    case 'svg':
      return svgOf(relations, options);
  }
}

/** The relations that are asked for. An object has none where no selector has to do with it. */
function scopedBy(
  relations: Relations,
  { of }: GraphOptions,
  meant: MeantObject,
  isInNamespace: ReturnType<typeof namespaceTest>,
): Relations {
  if (of !== undefined) {
    const object = meant.only();
    const node = relations.nodes.find((one) => one.object === object);
    return node === undefined ? { ...relations, nodes: [], edges: [] } : around(relations, node);
  }
  return within(relations, (node) => isInNamespace(node.namespace, node.object.kind));
}

/** Tells of selectors that have mistakes, each at its place. */
function reportUnread({ unread }: Relations, console: Console): void {
  const sink = { problem: console.report.bind(console) };
  for (const { object, finding } of unread) {
    const { path, diagnostic } = finding;
    const at = [...object.path, ...path];
    reportAt(sink, object.origin, at, () => [`${diagnostic.path}: ${diagnostic.message}`]);
  }
  console.closeReports();
}

/**
 * `labelwise graph`: who selects whom among the objects of files, folders and standard input, as text that others draw, or
 * as a drawing. All objects are kept in memory.
 *
 * @returns yes when there is anything to show, no when there is not; trouble when not everything could be read
 * @throws UsageError when it is not clear which object is meant, and for drawings that are too large
 */
export async function graph(
  paths: readonly string[],
  options: GraphOptions,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { console } = surroundings;
  const inUse = await configOf(options.config, console);
  if (inUse === undefined) return EXIT.trouble;
  const { kinds, namespace } = inUse.config;
  const homeOf = homesBy(inUse.config);
  const isInNamespace = namespaceTest(listOf(options.namespace), homeOf);
  const meant = new MeantObject(options.of, options.namespace, homeOf);
  const tally = new Tally(homeOf);
  const objects: KubernetesObject[] = [];
  await readEverything(
    paths,
    {
      object(object) {
        tally.count(object);
        if (isInNamespace(object.namespace, object.kind)) tally.considered++;
        if (options.of !== undefined) meant.consider(object);
        objects.push(object);
      },
      accepts: allBut(inUse.path),
      counts: () => ({ objects: tally.read }),
    },
    surroundings,
  );
  const relations = relationsOf(objects, namespace === undefined ? { kinds } : { kinds, namespace });
  reportUnread(relations, console);
  const scoped = scopedBy(relations, options, meant, isInNamespace);
  const isAny = scoped.nodes.length > 0;
  if (isAny || options.output === 'json') console.write(written(scoped, options, console));
  const filters = { kind: [], namespace: options.namespace };
  if (!isAny && !tellNothingThere(tally, filters, console)) {
    console.tell(
      options.of === undefined
        ? 'No object has a selector, or is selected.'
        : `Nothing selects ${printable(options.of)}, and it selects nothing.`,
    );
  }
  return conclude(isAny, tally, { suspicion: undefined }, console);
}
