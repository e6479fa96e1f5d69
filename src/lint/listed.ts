/** As many as a message can usefully name. */
const NAMED = 3;

/**
 * Several names as one text: `a, b and c`; of more than four, the first three and how many there are besides.
 * @param total how many there are, of which these names are the first; as many as the names, if left out
 */
export function listed(names: readonly string[], total: number = names.length): string {
  const shown = total > NAMED + 1 ? [...names.slice(0, NAMED), `${total - NAMED} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
