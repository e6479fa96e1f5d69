/** Letters and digits before the rest, as classes of characters are usually written. */
const USUAL_ORDER = [/[A-Z]/, /[a-z]/, /[0-9]/, / /, /\t/, /\n/, /\r/, /-/, /_/, /\./];

function rank(character: string): number {
  const found = USUAL_ORDER.findIndex((pattern) => pattern.test(character));
  return found === -1 ? USUAL_ORDER.length : found;
}

/** Some characters as runs of neighbours, in the usual order: `A…Z`, `a…z`, `0…9`, `-`, `_`, `.`. */
export function runsOf(characters: string): string[] {
  const ordered = [...characters].sort((a, b) => rank(a) - rank(b) || a.charCodeAt(0) - b.charCodeAt(0));
  const runs: string[] = [];
  for (const character of ordered) {
    const last = runs.at(-1);
    if (last !== undefined && last.charCodeAt(last.length - 1) + 1 === character.charCodeAt(0)) {
      runs[runs.length - 1] = `${last}${character}`;
    } else runs.push(character);
  }
  return runs;
}
