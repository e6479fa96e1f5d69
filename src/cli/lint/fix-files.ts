import { readFile, writeFile } from 'node:fs/promises';
import type { Problem } from '../../manifests.ts';
import { decodeUtf8 } from '../../reading.ts';
import { reasonOf } from '../input/sources.ts';
import type { FixedText } from './fixing.ts';

const MARK = /^\ufeff/;

/** The text of a file, without a byte order mark; undefined where it cannot be read as UTF-8. */
export async function textOfFile(path: string): Promise<string | undefined> {
  try {
    return decodeUtf8(await readFile(path))?.replace(MARK, '');
  } catch {
    return undefined;
  }
}

async function writeOne({ source, before, after }: FixedText): Promise<string | undefined> {
  try {
    const was = decodeUtf8(await readFile(source)) ?? '';
    if (was.replace(MARK, '') !== before) return 'this file was changed meanwhile, and is left as it is';
    await writeFile(source, (MARK.exec(was)?.[0] ?? '') + after);
    return undefined;
  } catch (error) {
    return `the fixes cannot be written: ${reasonOf(error)}`;
  }
}

/**
 * Writes what fixes made of files, each in place, with a byte order mark where there was one.
 *
 * @returns why files could not be written
 */
export async function writeFixed(texts: readonly FixedText[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const text of texts) {
    const message = await writeOne(text);
    if (message !== undefined) problems.push({ source: text.source, message });
  }
  return problems;
}
