const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LOWER_CASE_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Made of `ends` at the first and last character and of `ends` or `within` between them; not empty. */
function isMadeOf(text: string, ends: string, within: string): boolean {
  if (text === '') return false;
  const characters = [...text];
  const last = characters.length - 1;
  return characters.every((c, at) => ends.includes(c) || (at > 0 && at < last && within.includes(c)));
}

/** The name rule: `[A-Za-z0-9]` at both ends, `[-A-Za-z0-9_.]` within. */
function isName(text: string): boolean {
  return isMadeOf(text, LETTERS_AND_DIGITS, '-_.');
}

/** A lower-case DNS-1123 subdomain: labels between points, no limit per label. */
function isSubdomain(text: string): boolean {
  return text.split('.').every((label) => isMadeOf(label, LOWER_CASE_AND_DIGITS, '-'));
}

function countNameErrors(name: string): number {
  let errors = 0;
  if (name === '') errors += 1; // "must be non-empty", and the shape below fails as well
  if (bytes(name) > 63) errors += 1;
  if (!isName(name)) errors += 1;
  return errors;
}

function countPrefixErrors(prefix: string): number {
  if (prefix === '') return 1;
  let errors = 0;
  if (bytes(prefix) > 253) errors += 1;
  if (!isSubdomain(prefix)) errors += 1;
  return errors;
}

/** How many rules a key breaks ("Validity", Key). Two or more slashes are one mistake and end the check. */
export function naiveKeyErrors(key: string): number {
  const parts = key.split('/');
  const [first = '', second = ''] = parts;
  if (parts.length === 1) return countNameErrors(first);
  if (parts.length === 2) return countPrefixErrors(first) + countNameErrors(second);
  return 1;
}

/** How many rules a value breaks ("Validity", Value). */
export function naiveValueErrors(value: string): number {
  if (value === '') return 0;
  let errors = 0;
  if (bytes(value) > 63) errors += 1;
  if (!isName(value)) errors += 1;
  return errors;
}

export function naiveKeyIsValid(key: string): boolean {
  return naiveKeyErrors(key) === 0;
}

export function naiveValueIsValid(value: string): boolean {
  return naiveValueErrors(value) === 0;
}
