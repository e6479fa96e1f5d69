const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** How many suffixes there are: 27 to the power of 5, over 14 million. */
const SUFFIXES = LETTERS.length ** 5;

/** Shares no factor with the number of suffixes, so that no two numbers get the same; and spreads neighbours wide. */
const STEP = 8_868_113;

/**
 * The end of a pod's name, as Kubernetes makes it up: five letters, those of its hashes. Each number below 14 million
 * has its own, and they do not come in order, so nothing about a name tells how old its pod is.
 *
 * @param {number} number
 */
export function suffix(number) {
  let rest = ((number % SUFFIXES) * STEP) % SUFFIXES;
  let text = '';
  for (let i = 0; i < 5; i++) {
    text += LETTERS.charAt(rest % LETTERS.length);
    rest = Math.floor(rest / LETTERS.length);
  }
  return text;
}

/** The hash of a template: ten such letters, for each number its own. */
export function templateHash(number) {
  return suffix(number) + suffix(number * 31 + 7);
}
