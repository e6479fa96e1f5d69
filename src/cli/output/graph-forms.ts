/** The forms in which relations are written. To add one: its name here, and what writes it in `commands/graph.ts`. */
export const GRAPH_FORMS = ['mermaid', 'dot', 'json', 'svg'] as const;

export type GraphForm = (typeof GRAPH_FORMS)[number];
