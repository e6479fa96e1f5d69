import type { Box, Row } from './graph-boxes.ts';
import { byNamespace } from './graph-namespaces.ts';

/** What code hosting sites draw at most: mermaid's own limits, which pages cannot raise. */
export const MERMAID_LIMITS = { edges: 500, characters: 50_000 } as const;

/** Text of a label; whatever mermaid might take for something else is written by its number. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,=()/_-]/gu, (character) => `#${character.codePointAt(0)};`);
}

/** A text in several lines. */
function label(...lines: readonly string[]): string {
  return `"${lines
    .filter((line) => line !== '')
    .map(escaped)
    .join('<br/>')}"`;
}

/** A diagram that is written, with what it is made of counted. */
export interface Written {
  readonly text: string;
  readonly edges: number;
}

/**
 * Boxes as a mermaid flowchart, from left to right, a subgraph a namespace. What depends on labels that only a cluster
 * knows is dotted; a selector that selects everything, or nothing where that is amiss, leads to a rounded node that says
 * so.
 */
export function mermaidText(boxes: readonly Box[]): Written {
  const ids = new Map(boxes.map(({ id }, index) => [id, `n${index}`]));
  const nodes: string[] = [];
  const edges: string[] = [];
  let notes = 0;
  const writeRow = (from: string, indent: string, { verb, selection, lines, note, idle }: Row): void => {
    for (const { to, isCertain } of lines) {
      edges.push(`  ${from} ${isCertain ? '-->' : '-.->'}|${label(verb, selection)}| ${ids.get(to)}`);
    }
    if (note === 'itself') {
      edges.push(`  ${from} -->|${label(verb, selection)}| ${from}`);
    } else if (note !== '' && idle !== 'fine') {
      const isIdle = idle !== undefined;
      const id = `x${notes++}`;
      nodes.push(
        `${indent}${id}([${label(isIdle ? note : `${selection}, ${note}`)}])${isIdle ? ':::idle' : ''}`,
      );
      edges.push(`  ${from} ${isIdle ? '-.-x' : '-->'}|${label(verb, isIdle ? selection : '')}| ${id}`);
    }
  };
  for (const [index, { namespace, own }] of byNamespace(boxes).entries()) {
    const indent = namespace === '' ? '  ' : '    ';
    if (namespace !== '') nodes.push(`  subgraph s${index}[${label(namespace)}]`, '    direction LR');
    for (const { id, kind, name, rows } of own) {
      const from = ids.get(id) ?? '';
      nodes.push(`${indent}${from}[${label(kind, name)}]`);
      for (const row of rows) writeRow(from, indent, row);
    }
    if (namespace !== '') nodes.push('  end');
  }
  const classes = nodes.some((line) => line.endsWith(':::idle'))
    ? ['  classDef idle stroke-dasharray: 4 3']
    : [];
  return { text: ['flowchart LR', ...nodes, ...edges, ...classes, ''].join('\n'), edges: edges.length };
}
