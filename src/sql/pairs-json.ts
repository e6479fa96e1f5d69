/** JSON of pairs of texts. Written by hand, since as an object's property `__proto__` would be lost. */
export function pairsJson(pairs: readonly (readonly [string, string])[]): string {
  return `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}
