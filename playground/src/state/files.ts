import type { Source } from '../engine/dataset.ts';
import { namespace } from './answer.ts';
import { loadSources, stillWanted } from './data.ts';
import { fail } from './failure.ts';

/** The names of files are told apart, since findings name them. */
function named(name: string, taken: Set<string>): string {
  let own = name;
  for (let number = 2; taken.has(own); number++) own = `${name} (${number})`;
  taken.add(own);
  return own;
}

async function textOf(file: File): Promise<string> {
  try {
    return await file.text();
  } catch {
    // Folders come as files, too.
    throw new Error(`${file.name} cannot be read: it is a folder, or not there any more`);
  }
}

/** Reads files, as they were dropped or chosen, and asks their objects in the place of those that were there. */
export async function loadFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const taken = new Set<string>();
  try {
    const texts = await stillWanted(
      Promise.all(
        files.map(
          async (file): Promise<Source> => ({ name: named(file.name, taken), text: await textOf(file) }),
        ),
      ),
    );
    if (texts === undefined) return;
    namespace.value = undefined;
    await loadSources(texts);
  } catch (error) {
    fail(error);
  }
}
