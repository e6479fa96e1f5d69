import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Chevrotain from 'chevrotain';

const require = createRequire(import.meta.url);

/**
 * Chevrotain from the one file that its package has beside the seven hundred that it is made of, those of lodash included:
 * opening so many takes Node most of the time of the first wrong text. A Chevrotain without that file is loaded as it is.
 */
function load(): typeof Chevrotain {
  const joined = fileURLToPath(new URL('../chevrotain.mjs', pathToFileURL(require.resolve('chevrotain'))));
  try {
    return require(joined) as typeof Chevrotain;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    return require('chevrotain') as typeof Chevrotain;
  }
}

const chevrotain: typeof Chevrotain = load();

/** What `src/syntax` imports of Chevrotain, for what Node loads (`scripts/bundle.js`). */
export const createToken: typeof Chevrotain.createToken = chevrotain.createToken;
export const EmbeddedActionsParser: typeof Chevrotain.EmbeddedActionsParser =
  chevrotain.EmbeddedActionsParser;
export const Lexer: typeof Chevrotain.Lexer = chevrotain.Lexer;
