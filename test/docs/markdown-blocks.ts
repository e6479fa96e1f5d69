import { readFileSync } from 'node:fs';

/** A fenced block of a document. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The line of the document that its first line is, from 1. */
  readonly line: number;
}

/** The fenced blocks of a document of the project, by its path from the root. */
export function blocksOf(path: string): readonly Block[] {
  const document = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  return [...document.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(
    ({ index, 1: language = '', 2: text = '' }) => ({
      language,
      text,
      line: document.slice(0, index).split('\n').length + 1,
    }),
  );
}
