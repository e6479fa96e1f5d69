import { kindOf } from '../../text/kind-of.ts';

/**
 * Holds that something has the methods of a client.
 *
 * @param examples clients that have them, for the message
 * @throws TypeError naming the first that it lacks
 */
export function assertClient(client: unknown, methods: readonly string[], examples: string): void {
  if (typeof client !== 'object' && typeof client !== 'function')
    refuse(`${kindOf(client)} is none`, examples);
  if (client === null) refuse('null is none', examples);
  const missing = methods.find((method) => typeof (client as Record<string, unknown>)[method] !== 'function');
  if (missing !== undefined) refuse(`this one has no ${missing}()`, examples);
}

function refuse(what: string, examples: string): never {
  throw new TypeError(`client must be a client such as ${examples}, and ${what}`);
}
