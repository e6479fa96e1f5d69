import type { Box } from './graph-boxes.ts';

/** The boxes of one namespace; `""` are those in none. */
export interface NamespaceBoxes {
  readonly namespace: string;
  readonly own: readonly Box[];
}

/** Boxes by namespace, in the order in which these are met; what is in none comes last. */
export function byNamespace(boxes: readonly Box[]): readonly NamespaceBoxes[] {
  const lists = new Map<string, Box[]>();
  for (const box of boxes) {
    const list = lists.get(box.namespace);
    if (list === undefined) lists.set(box.namespace, [box]);
    else list.push(box);
  }
  const all = [...lists].map(([namespace, own]) => ({ namespace, own }));
  return [
    ...all.filter(({ namespace }) => namespace !== ''),
    ...all.filter(({ namespace }) => namespace === ''),
  ];
}
