import type { EngineRequest, EngineResponse, Input, Output, QuestionName } from './protocol.ts';
import EngineWorker from './worker.ts?worker&inline';

interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

const worker = new EngineWorker();
const waiting = new Map<number, Waiting>();
let last = 0;

worker.onmessage = ({ data }: MessageEvent<EngineResponse>): void => {
  const one = waiting.get(data.number);
  waiting.delete(data.number);
  if (data.isOk) one?.resolve(data.output as never);
  else one?.reject(new Error(data.message));
};

worker.onerror = ({ message }: ErrorEvent): void => {
  for (const { reject } of waiting.values()) reject(new Error(message));
  waiting.clear();
};

/** Asks the worker, which has the objects and the indexes over them. */
export function ask<Name extends QuestionName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const request: EngineRequest = { number: ++last, name, input };
  return new Promise((resolve, reject) => {
    waiting.set(request.number, { resolve, reject });
    worker.postMessage(request);
  });
}

/** Asks a question of one kind, as {@link latest} does. */
export interface Latest<Name extends QuestionName> {
  (input: Input<Name>): void;
  /** Wants no answer any more: none is taken of those that are due, nor what went wrong. */
  forget(): void;
}

/**
 * Asks one question at a time: what is asked while an answer is awaited waits for it, and of several that wait only the last
 * one is asked. So whoever types fast is not answered about what was typed before.
 *
 * @param take what takes the answers
 * @param fail what takes what went wrong
 */
export function latest<Name extends QuestionName>(
  name: Name,
  take: (output: Output<Name>, input: Input<Name>) => void,
  fail: (error: Error) => void,
): Latest<Name> {
  let isBusy = false;
  let isWanted = false;
  let next: { readonly input: Input<Name> } | undefined;
  const start = async (input: Input<Name>): Promise<void> => {
    isBusy = true;
    isWanted = true;
    try {
      const output = await ask(name, input);
      if (isWanted) take(output, input);
    } catch (error) {
      if (isWanted) fail(error instanceof Error ? error : new Error(String(error)));
    }
    isBusy = false;
    const waits = next;
    next = undefined;
    if (waits !== undefined) void start(waits.input);
  };
  const askOne = (input: Input<Name>): void => {
    if (isBusy) next = { input };
    else void start(input);
  };
  const forget = (): void => {
    isWanted = false;
    next = undefined;
  };
  return Object.assign(askOne, { forget });
}
