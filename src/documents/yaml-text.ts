import {
  type Document,
  isAlias,
  isCollection,
  isScalar,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { ObjectSink, Origin } from './kubernetes-object.ts';
import type { Problem } from './problem.ts';
import { offsetOf, RENDER_FIRST, YamlOrigin } from './yaml-origin.ts';
import { kubernetesSchema } from './yaml-schema.ts';

/** How often the content of anchors may be repeated: above all real use, below what a bomb needs. */
const MOST_ALIASES = 1_000;

/** A line that is only for a template. */
const TEMPLATE_LINE = /^[ \t]*\{\{/m;

/** What the parser's own messages leave unsaid. */
const MENDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BAD_SCALAR_START: 'put the value in quotes',
  MULTILINE_IMPLICIT_KEY: 'check the indentation, and that ":" is followed by a space',
  BLOCK_AS_IMPLICIT_KEY: 'check the indentation of the next line, or put the value in quotes',
  BAD_INDENT: 'check the indentation of this line and the one before',
};

/** A document that was read: its value as JSON values, and the way back to its places. */
export interface YamlText {
  readonly value: unknown;
  readonly origin: Origin;
}

/** What the parser does not check, or checks in quadratic time: keys that repeat or are no texts, dangling aliases. */
function findMistakes(document: Document, origin: YamlOrigin): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<string, Pair>();
      for (const pair of map.items) {
        const { key } = pair;
        const at = offsetOf(key);
        if (!isScalar(key) || key.value === null) {
          const found = isCollection(key) ? 'a mapping or a list' : isAlias(key) ? 'an alias' : 'null';
          problems.push(
            origin.problem(at, `a key must be a string, found ${found}`, 'put the key in quotes'),
          );
          continue;
        }
        const name = String(key.value);
        const first = seen.get(name);
        if (first !== undefined && name !== '<<') {
          const { line } = origin.positionAt(offsetOf(first.key));
          const message = `the key "${name}" stands twice in one mapping (first on line ${line})`;
          problems.push(origin.problem(at, message, 'remove one of the two'));
        }
        seen.set(name, pair);
      }
    },
    Alias(_, alias) {
      if (alias.resolve(document) === undefined) {
        const message = `the alias *${alias.source} has no anchor &${alias.source} before it in this document`;
        problems.push(origin.problem(offsetOf(alias), message));
      }
    },
  });
  return problems;
}

/** The first error of a document, and how many there are that, more often than not, only follow from it. */
function syntaxProblem(
  errors: readonly YAMLError[],
  first: YAMLError,
  origin: YamlOrigin,
  text: string,
): Problem {
  const others = errors.length === 1 ? '' : ` (and ${errors.length - 1} more in this document)`;
  const message = /^[A-Z][a-z]/.test(first.message)
    ? first.message.charAt(0).toLowerCase() + first.message.slice(1)
    : first.message;
  const mend = TEMPLATE_LINE.test(text) ? RENDER_FIRST : MENDS[first.code];
  return origin.problem(first.pos[0], message + others, mend);
}

function toValue(document: Document, origin: YamlOrigin): { value: unknown } | Problem {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    let first = 0;
    visit(document, {
      Alias(_, alias) {
        first = offsetOf(alias);
        return visit.BREAK;
      },
    });
    return origin.problem(
      first,
      `the aliases of this document repeat its anchors more than ${MOST_ALIASES} times`,
    );
  }
}

function parsed(text: string, lineCounter?: LineCounter): Document {
  return parseDocument(text, {
    schema: kubernetesSchema,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
    ...(lineCounter && { lineCounter }),
  });
}

/**
 * Reads one YAML document, as Kubernetes reads it. A document with any error is given up, and its errors reported.
 *
 * @param text one document, its `---` included; a byte order mark is passed over
 * @param firstLine the line of `source` on which the text begins, from 1
 * @returns undefined when the document has an error
 */
export function parseYamlText(
  source: string,
  text: string,
  firstLine: number,
  sink: Pick<ObjectSink, 'problem'>,
): YamlText | undefined {
  const lineCounter = new LineCounter();
  const content = text.replace(/^\ufeff/, '');
  try {
    const document = parsed(content, lineCounter);
    const origin = new YamlOrigin(source, content, firstLine, lineCounter, document, parsed);
    const [first] = document.errors;
    const mistakes =
      first === undefined
        ? findMistakes(document, origin)
        : [syntaxProblem(document.errors, first, origin, content)];
    for (const problem of mistakes) sink.problem(problem);
    if (mistakes.length > 0) return undefined;
    const read = toValue(document, origin);
    if ('value' in read) return { value: read.value, origin };
    sink.problem(read);
  } catch (error) {
    // Only the engine's stack ends in a RangeError here.
    if (!(error instanceof RangeError)) throw error;
    sink.problem({
      source,
      position: { line: firstLine, column: 1 },
      message: 'this document is nested too deeply',
    });
  }
  return undefined;
}
