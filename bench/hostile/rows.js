import { ALTERNATIVES_ROWS, LABEL_ROWS, NODE_ROWS, OBJECT_ROWS, USE_ROWS } from './objects.js';
import { TEXT_ROWS } from './texts.js';

/** Every hostile input, by group. The order is that of the results. */
export const GROUPS = {
  texts: TEXT_ROWS,
  objects: [...OBJECT_ROWS, ...NODE_ROWS],
  use: [...USE_ROWS, ...ALTERNATIVES_ROWS],
  labels: LABEL_ROWS,
};

export const ROWS = Object.entries(GROUPS).flatMap(([group, rows]) => rows.map((row) => ({ group, ...row })));
