/**
 * Sends batches one after another, each while the next one is being made.
 * @throws what makes or sends them throws, when nothing is on its way any more
 */
export async function sendAll<Batch>(
  batches: AsyncIterable<Batch>,
  send: (batch: Batch) => Promise<unknown>,
): Promise<void> {
  let sending: Promise<unknown> = Promise.resolve();
  try {
    for await (const batch of batches) {
      await sending;
      sending = send(batch);
      // It is asked for later; until then nobody shall take it for an error that nobody asks for.
      sending.catch(() => undefined);
    }
    await sending;
  } catch (error) {
    await sending.catch(() => undefined);
    throw error;
  }
}
