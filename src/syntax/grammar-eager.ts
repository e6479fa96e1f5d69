import * as thorough from './thorough.ts';

/**
 * The grammar and all that stands on it, loaded with the module that asks for it: what bundlers and browsers use
 * (the condition `#grammar` in package.json).
 */
export function loadGrammar(): typeof thorough {
  return thorough;
}
