/** A graph as a strict reader has read it from a text. */
export interface ReadGraph {
  /** By id: the label, and the group it stands in, `""` for none. */
  readonly nodes: ReadonlyMap<string, { readonly label: string; readonly group: string }>;
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly isDotted: boolean;
  }[];
}

class Builder implements ReadGraph {
  readonly nodes = new Map<string, { label: string; group: string }>();
  readonly edges: { from: string; to: string; label: string; isDotted: boolean }[] = [];

  node(id: string, label: string, group: string): void {
    if (this.nodes.has(id)) throw new Error(`${id} stands twice`);
    this.nodes.set(id, { label, group });
  }

  /** The graph, once every edge has both its ends. */
  done(): ReadGraph {
    for (const { from, to } of this.edges) {
      for (const id of [from, to]) if (!this.nodes.has(id)) throw new Error(`${id} is no node`);
    }
    return this;
  }
}

/** The text that a mermaid label stands for; throws for characters that could be taken for anything else. */
function mermaidLabel(label: string): string {
  if (!/^(?:[\p{L}\p{N} .,=()/_-]|#\d+;|<br\/>)*$/u.test(label)) throw new Error(`not escaped: ${label}`);
  return label.replaceAll('<br/>', '\n').replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** Reads the part of mermaid that is written: one statement a line. Throws for anything else. */
export function readMermaid(text: string): ReadGraph {
  const [head, ...lines] = text.split('\n');
  if (head !== 'flowchart LR' || lines.pop() !== '') throw new Error('not a flowchart');
  const graph = new Builder();
  let group = '';
  for (const line of lines) {
    const node = /^ +([nx]\d+)(?:\["(.*)"\]|\(\["(.*)"\]\))(?::::idle)?$/.exec(line);
    const subgraph = /^ {2}subgraph s\d+\["(.*)"\]$/.exec(line);
    const edge = /^ {2}(n\d+) (-->|-\.->|-\.-x)\|"(.*)"\| ([nx]\d+)$/.exec(line);
    if (node !== null) graph.node(node[1] ?? '', mermaidLabel(node[2] ?? node[3] ?? ''), group);
    else if (subgraph !== null) group = mermaidLabel(subgraph[1] ?? '');
    else if (edge !== null) {
      const [, from = '', arrow, label = '', to = ''] = edge;
      graph.edges.push({ from, to, label: mermaidLabel(label), isDotted: arrow !== '-->' });
    } else if (line === '  end') group = '';
    else if (line !== '    direction LR' && !line.startsWith('  classDef idle ')) throw new Error(line);
  }
  if (group !== '') throw new Error(`${group} is not closed`);
  return graph.done();
}

const DOT_TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|([A-Za-z_][A-Za-z0-9_]*|\d+)|(->|[{}[\]=,;]))/y;

function dotTokens(text: string): string[] {
  const tokens: string[] = [];
  DOT_TOKEN.lastIndex = 0;
  while (DOT_TOKEN.lastIndex < text.trimEnd().length) {
    const at = DOT_TOKEN.lastIndex;
    const match = DOT_TOKEN.exec(text);
    if (match === null) throw new Error(`not DOT at: ${text.slice(at, at + 60)}`);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
}

/** The text that a DOT string stands for as a label: entities are read after escapes. */
function dotLabel(token: string): string {
  return token
    .replace(/^"|"$/g, '')
    .replace(/\\(.)/g, (_, character) => (character === 'n' ? '\n' : character))
    .replaceAll('&amp;', '\u0001')
    .replace(/&#?\w+;/g, () => {
      throw new Error(`an entity: ${token}`);
    })
    .replaceAll('\u0001', '&');
}

/** Reads DOT by its grammar, as far as graphs have nodes, edges, clusters and attributes. Throws for anything else. */
export function readDot(text: string): ReadGraph {
  const tokens = dotTokens(text);
  const graph = new Builder();
  let at = 0;
  const next = (): string => tokens[at++] ?? '';
  const take = (wanted: string): void => {
    const found = next();
    if (found !== wanted) throw new Error(`${wanted} is missing before ${found}`);
  };
  const attributes = (): ReadonlyMap<string, string> => {
    const read = new Map<string, string>();
    if (tokens[at] !== '[') return read;
    take('[');
    while (tokens[at] !== ']') {
      const name = next();
      take('=');
      read.set(name, next());
      if (tokens[at] === ',') take(',');
    }
    take(']');
    return read;
  };
  const statements = (outer: string): void => {
    let group = outer;
    take('{');
    while (tokens[at] !== '}') {
      const first = next();
      if (first === 'subgraph') {
        if (!/^cluster_\d+$/.test(next())) throw new Error('not a cluster');
        statements('?');
        continue;
      }
      if (tokens[at] === '=') {
        take('=');
        const value = next();
        if (first === 'label') group = dotLabel(value);
      } else if (tokens[at] === '->') {
        take('->');
        const to = next();
        const look = attributes();
        const isDotted = look.has('style');
        graph.edges.push({ from: first, to, label: dotLabel(look.get('label') ?? ''), isDotted });
      } else {
        const look = attributes();
        if (first !== 'node' && first !== 'edge') graph.node(first, dotLabel(look.get('label') ?? ''), group);
      }
      take(';');
    }
    take('}');
  };
  take('digraph');
  next();
  statements('');
  if (at !== tokens.length) throw new Error('text behind the end');
  return graph.done();
}
