import { VERBS } from './verbs.js';

/** What hard pairs are asked; that all of them can be satisfied is no question. */
export const HARD_VERBS = Object.keys(VERBS).filter((verb) => verb !== 'isSatisfiable');
