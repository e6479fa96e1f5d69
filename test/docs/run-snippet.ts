import type { Block } from './markdown-blocks.ts';

/** What a snippet says that an expression of it comes to, and what it came to. */
export interface Told {
  readonly line: number;
  readonly expression: string;
  readonly said: unknown;
  /** Whether more follows of what is said: a list that ends in `…`. */
  readonly open: boolean;
  readonly value: unknown;
}

/** What a remark behind an expression says of its value. */
type Remark = Omit<Told, 'line' | 'value'>;

/** Everything up to where a remark goes on in words: the longest beginning of it that is a literal. */
function literalOf(remark: string): { readonly value: unknown; readonly open: boolean } | undefined {
  for (let end = remark.length; end > 0; end--) {
    const open = remark.slice(0, end).includes(', …');
    const text = remark.slice(0, end).replace(', …', '');
    if (!/^(['[{]|-?\d|true\b|false\b|undefined\b)/.test(text)) return undefined;
    try {
      return { value: new Function(`return (${text});`)(), open };
    } catch {
      // Not yet: words follow the literal.
    }
  }
  return undefined;
}

/** Imports as look-ups, and each `expression; // literal` as a statement that tells its value. */
function instrumented(block: Block, remarks: Map<number, Remark>): string {
  const lines = block.text.split('\n').map((line, i) => {
    const imported = /^import (\{[^}]+\}) from '([^']+)';$/.exec(line);
    if (imported !== null) {
      const names = imported[1]?.replace(/\btype \w+,?\s*/g, '').replace(/ as /g, ': ');
      return `const ${names} = modules['${imported[2]}'];`;
    }
    const [, code = '', remark = ''] = /^(\S.*?);\s+\/\/ (.*)$/.exec(line) ?? [];
    if (code === '' || /^(const|let|for|if|import)\b/.test(code)) return line;
    const literal = literalOf(remark);
    if (literal === undefined) return line;
    const at = block.line + i;
    remarks.set(at, { said: literal.value, open: literal.open, expression: code });
    return `tell(${at}, await (${code}));`;
  });
  return lines.join('\n');
}

/**
 * Runs a snippet of a document.
 *
 * @param modules what it imports, by the names it imports it by
 * @param given other names it uses
 * @returns what it says of values, beside these
 * @throws whatever the snippet throws, and TypeError where it imports what is not given
 */
export async function runSnippet(
  block: Block,
  modules: Readonly<Record<string, object>>,
  given: Readonly<Record<string, unknown>> = {},
): Promise<readonly Told[]> {
  const remarks = new Map<number, Remark>();
  const told: Told[] = [];
  const tell = (line: number, value: unknown) => {
    const remark = remarks.get(line);
    if (remark !== undefined) told.push({ line, ...remark, value });
  };
  const code = instrumented(block, remarks);
  const names = ['modules', 'tell', ...Object.keys(given)];
  const run = new Function(...names, `return (async () => {\n${code}\n})();`);
  await run(modules, tell, ...Object.values(given));
  if (told.length !== remarks.size)
    throw new Error(`of ${remarks.size} remarks only ${told.length} were reached`);
  return told;
}
