import type { Problem } from '../../manifests.ts';
import {
  ByteBuffer,
  createDecoder,
  type Decoder,
  foreignContent,
  formatOf,
  markLength,
  type ObjectSink,
} from '../../reading.ts';
import { readSource, reasonOf, type Source } from './sources.ts';

const LF = 10;

/** The most bytes looked at to tell the format of an input. */
const HEAD = 64 * 1024;

/** Told about every chunk once its objects have been handed over. */
export interface Pace {
  /** Takes the number of bytes; the next chunk is read when the promise, if any, resolves. */
  after(bytes: number): Promise<void> | undefined;
}

async function readOne(source: Source, sink: ObjectSink, pace: Pace): Promise<void> {
  const head = new ByteBuffer();
  let decoder: Decoder | undefined;

  async function begin(): Promise<boolean> {
    const bytes = head.view().subarray(markLength(head.view()));
    const foreign = foreignContent(bytes);
    if (foreign !== undefined) {
      sink.problem({ source: source.name, message: foreign[0], mend: foreign[1] });
      return false;
    }
    decoder = await createDecoder(formatOf(source.path, bytes), source.name, sink);
    decoder.push(bytes);
    return true;
  }

  for await (const chunk of readSource(source)) {
    if (decoder !== undefined) {
      decoder.push(chunk);
    } else {
      // The first line may tell the format, and a pipe may deliver it in pieces.
      head.append(chunk);
      if ((chunk.includes(LF) || head.length >= HEAD) && !(await begin())) return;
    }
    await pace.after(chunk.length);
  }
  if (decoder === undefined && !(await begin())) return;
  decoder?.end();
}

/**
 * Reads inputs one after another, and hands their objects and their problems to the sink, in order. An input that
 * cannot be opened or read is a problem, and the next one is read all the same.
 *
 * Memory is bounded by the largest object, whatever the size of the inputs, provided the sink keeps nothing.
 */
export async function readInputs(
  inputs: readonly (Source | Problem)[],
  sink: ObjectSink,
  pace: Pace,
): Promise<void> {
  for (const input of inputs) {
    if ('message' in input) {
      sink.problem(input);
      continue;
    }
    try {
      await readOne(input, sink, pace);
    } catch (error) {
      // Errors of the system carry a code; one without is a mistake of ours, and must not pass for bad input.
      if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
      sink.problem({ source: input.name, message: reasonOf(error) });
    }
  }
}
