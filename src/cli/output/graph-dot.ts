import type { Box, Row } from './graph-boxes.ts';
import { relationColour } from './graph-colours.ts';
import { byNamespace } from './graph-namespaces.ts';

/** A quoted string of DOT, in several lines; a backslash would begin an escape of its own, and an ampersand an entity. */
function quoted(...lines: readonly string[]): string {
  const escaped = lines
    .filter((line) => line !== '')
    .map((line) => line.replace(/[\\"]/g, '\\$&').replace(/&/g, '&amp;'));
  return `"${escaped.join('\\n')}"`;
}

function attributes(pairs: Readonly<Record<string, string>>): string {
  return `[${Object.entries(pairs)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')}]`;
}

/** Boxes as a graph for Graphviz, from left to right, a cluster a namespace. */
export function dotText(boxes: readonly Box[]): string {
  const ids = new Map(boxes.map(({ id }, index) => [id, `n${index}`]));
  const nodes: string[] = [];
  const edges: string[] = [];
  let notes = 0;
  const writeRow = (from: string, indent: string, row: Row): void => {
    const { relation, verb, selection, lines, note, idle } = row;
    const colour = `"${relationColour(relation).light}"`;
    const look = { label: quoted(verb, selection), color: colour, fontcolor: colour };
    for (const { to, isCertain } of lines) {
      edges.push(
        `  ${from} -> ${ids.get(to)} ${attributes({ ...look, ...(isCertain ? {} : { style: 'dashed' }) })};`,
      );
    }
    if (note === 'itself') {
      edges.push(`  ${from} -> ${from} ${attributes(look)};`);
    } else if (note !== '' && idle !== 'fine') {
      const isIdle = idle !== undefined;
      const id = `x${notes++}`;
      const text = isIdle ? quoted(note) : quoted(selection, note);
      nodes.push(`${indent}${id} ${attributes({ label: text, shape: 'plaintext', style: '""' })};`);
      const end = isIdle ? { ...look, style: 'dotted', arrowhead: 'none' } : { ...look, label: quoted(verb) };
      edges.push(`  ${from} -> ${id} ${attributes(end)};`);
    }
  };
  for (const [index, { namespace, own }] of byNamespace(boxes).entries()) {
    const indent = namespace === '' ? '  ' : '    ';
    if (namespace !== '') {
      nodes.push(`  subgraph cluster_${index} {`, `    label=${quoted(namespace)};`, '    style="rounded";');
    }
    for (const { id, kind, name, rows, isWorkload } of own) {
      const from = ids.get(id) ?? '';
      const bold = isWorkload ? { penwidth: '2' } : {};
      nodes.push(`${indent}${from} ${attributes({ label: quoted(kind, name), ...bold })};`);
      for (const row of rows) writeRow(from, indent, row);
    }
    if (namespace !== '') nodes.push('  }');
  }
  return [
    'digraph labelwise {',
    '  rankdir=LR;',
    '  fontname="Helvetica";',
    '  node [shape=box, style="rounded", fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica", fontsize=9];',
    ...nodes,
    ...edges,
    '}',
    '',
  ].join('\n');
}
