import { createEngine } from './answers.ts';
import type { EngineRequest, EngineResponse } from './protocol.ts';

/** What of a worker's scope is used; the types of the page have no worker in them. */
interface WorkerScope {
  onmessage: ((event: { readonly data: EngineRequest }) => void) | null;
  postMessage(message: EngineResponse): void;
}

const scope = globalThis as unknown as WorkerScope;
const engine = createEngine();

/** Answers one question. What goes wrong is an answer too: nobody would see it here. */
async function answer({ number, name, input }: EngineRequest): Promise<EngineResponse> {
  try {
    // Which input belongs to which name is held by the types of the client.
    const reply = engine[name] as (input: unknown) => unknown;
    return { number, isOk: true, output: await reply(input) };
  } catch (error) {
    return { number, isOk: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Questions are answered in the order asked, also those that take several turns. */
let turn: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  turn = turn.then(async () => scope.postMessage(await answer(data)));
};
