/*
 * The part of syntax that stands on Chevrotain, as it is loaded: in one piece, when a text has something to tell
 * of, or when completions are asked for.
 */
export { completions } from './complete.ts';
export { readSelector } from './read.ts';
