import { quote } from '../text/quote.ts';

/** How templates, and what fills in variables on the way to a cluster, write a place for something. */
const PLACEHOLDER = /\{\{.*\}\}|\$\{[^}]*\}|\$\([^)]*\)|^\$\w+$|<[^<>]+>|__\w+__|%\w+%|@\w+@/;

/**
 * Why a text that is no valid label may be one when it is applied, as a sentence; undefined where nothing speaks for it.
 */
export function placeholderDoubt(text: string): string | undefined {
  return PLACEHOLDER.test(text)
    ? `${quote(text)} looks as if something were filled in before it is applied; lint what comes out of that`
    : undefined;
}
