import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** V8's own collection, which is there to be called where the flag says so, and in contexts made after it. */
function collector(): () => void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  return collect;
}

/** How many of what is referred to is still held by someone, after collecting. */
export async function held(references: readonly WeakRef<object>[]): Promise<number> {
  for (let round = 0; round < 2; round++) {
    // What a reference was read of is held until the job ends.
    await new Promise((resolve) => setImmediate(resolve));
    collector()();
  }
  return references.filter((reference) => reference.deref() !== undefined).length;
}
