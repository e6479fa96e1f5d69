import { createRequire } from 'node:module';
import type * as Thorough from './thorough.ts';

const require = createRequire(import.meta.url);
let thorough: typeof Thorough | undefined;

/**
 * The grammar and all that stands on it, loaded at the first call: what Node uses (the condition `#grammar` in
 * package.json). Loading it, and Chevrotain with it, takes twice as long as loading all the rest of the package, which
 * texts that are right, and programs that parse none, need not wait for. A module can be required synchronously since Node 20.19.
 */
export function loadGrammar(): typeof Thorough {
  thorough ??= require('./thorough.js') as typeof Thorough;
  return thorough;
}
